import * as l10n from '@vscode/l10n';
import { declarationsFor, declaredByMention } from '../../lint/bundle.ts';
import { type MetricMention, metricMentions } from '../../lint/metrics.ts';
import { addTo, newMetric } from '../../lint/proposals.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { asId } from '../../model/notation.ts';
import { nearest } from '../../model/schema/nearest.ts';

/** A metric that a criterion or a stage names is one that the plan declares. */
export const metricUndefined = defineRule({
  id: 'metric-undefined',
  group: 'abort-criteria',
  severity: 'error',
  fixable: true,
  *check(context) {
    const { plan, bundle } = context;
    const declared = declarationsFor(plan, bundle, 'metric');
    if (declaredByMention(plan, bundle, 'metric')) return;
    const undeclared = [...undeclaredMentions(context, declared)];
    const [first] = undeclared;
    // A plan without any declaration has made one mistake, not one for each metric.
    if (first && declared.size === 0) {
      yield finding(
        first.span,
        l10n.t(
          'The plan names metrics and declares none, so nobody knows which query or dashboard is meant. Declare them under `metrics`.',
        ),
        [declareAll(undeclared, context)],
      );
      return;
    }
    for (const mention of undeclared) {
      const message = l10n.t`The metric "${mention.id}" is declared nowhere, so nobody knows which query or dashboard it is. Declare it under \`metrics\`, or name one that is there.`;
      yield finding(mention.span, message, fixes(mention, context, declared.keys()));
    }
  },
});

/** The first mention of each: a declaration that is missing is one mistake, however often the metric is named. */
function* undeclaredMentions({ plan }: RuleContext, declared: ReadonlyMap<string, unknown>): Generator<MetricMention> {
  const told = new Set<string>();
  // A name that is no id as plans write it is told where it stands.
  const meant = new Set([...declared.keys()].map(asId));
  for (const mention of metricMentions(plan)) {
    const isMeant = declared.has(mention.id) || meant.has(asId(mention.id));
    if (isMeant || told.has(mention.id) || !isCertain(mention, declared.keys())) continue;
    told.add(mention.id);
    yield mention;
  }
}

function declareAll(mentions: readonly MetricMention[], { plan }: RuleContext): Fix {
  const value = mentions.map(({ id }) => newMetric(id));
  return {
    title: l10n.t`Declare ${mentions.map(({ id }) => `"${id}"`).join(', ')}`,
    edits: [{ kind: 'set', parent: plan.document.root, key: 'metrics', value }],
    preferred: true,
  };
}

/** Prose may say more than the id: "error rate of checkout" is not another metric than `error-rate`. */
function isCertain({ id, certain }: MetricMention, declared: Iterable<string>): boolean {
  return certain && ![...declared].some((known) => id.startsWith(`${known}-`) || id.endsWith(`-${known}`));
}

function fixes(mention: MetricMention, context: RuleContext, declared: Iterable<string>): Fix[] {
  const near = nearest(mention.id, declared);
  const declare: Fix = {
    title: l10n.t`Declare the metric "${mention.id}"`,
    edits: [addTo(context, 'metrics', newMetric(mention.id))],
    preferred: !near,
  };
  if (!near) return [declare];
  return [
    {
      title: `Write "${near}"`,
      edits: [{ kind: 'write', node: mention.words, value: mention.withId(near) }],
      preferred: true,
    },
    declare,
  ];
}
