/** Where a rollout can be seen, as far as its plan says. */
import { type PlanEdit, slot } from '../model/edit.ts';
import { entryOf, isAbsent } from '../model/plan/view.ts';
import { declarationsFor, plansAround } from './bundle.ts';
import { isMisspelt, planSchema } from './missing.ts';
import type { RuleContext } from './rule.ts';
import type { MetricView, StageView } from './views.ts';

const SEEN = ['query', 'dashboard', 'alert', 'runbook'];
const SEEING =
  /dashboards?|grafana|datadog|kibana|prometheus|promql|cloudwatch|new ?relic|splunk|sentry|honeycomb|dynatrace|stackdriver|alert|pagerduty|https?:\/\//i;

/** None of the metrics that the stage names can be seen anywhere. One that has not even a source is told by itself, and one that nobody declares, too. */
export function isBlind(stage: StageView, context: RuleContext): boolean {
  const { metrics } = stage;
  if (!metrics || metrics.length === 0 || !isAbsent(stage, 'dashboard') || saysWhereToLook(context)) return false;
  const declared = declarationsFor(context.plan, context.bundle, 'metric');
  if (declared.size === 0) return onlyMentions(context);
  return metrics.every(({ value }) => {
    const metric = declared.get(value)?.item as MetricView | undefined;
    if (!metric || SEEN.some((key) => entryOf(metric, key) !== undefined)) return false;
    return !isAbsent(metric, 'source');
  });
}

/** What makes metrics visible that are named and not declared, where nothing else does. */
export function whereToLook(context: RuleContext): PlanEdit[] {
  const { plan, bundle } = context;
  const { rollout } = plan.view;
  if (!rollout || saysWhereToLook(context) || declarationsFor(plan, bundle, 'metric').size > 0) return [];
  return onlyMentions(context) ? [dashboardOf(rollout.node)] : [];
}

export function dashboardOf(rollout: StageView['node']): PlanEdit {
  return { kind: 'set', parent: rollout, key: 'dashboard', value: slot('https://grafana.example.com/d/service') };
}

function saysWhereToLook({ plan: { view } }: RuleContext): boolean {
  const { rollout } = view;
  return !rollout || !isAbsent(rollout, 'dashboard') || isMisspelt(rollout, 'dashboard', planSchema(['rollout']));
}

/** In Markdown a metric may be no more than a word; prose then says in its own words where it is seen. */
function onlyMentions({ plan, bundle }: RuleContext): boolean {
  if (plan.document.kind === 'plan') return false;
  return !plansAround(plan, bundle).some(({ document }) => SEEING.test(document.source.text));
}
