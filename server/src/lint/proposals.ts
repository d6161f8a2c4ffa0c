/** Criteria and metrics to propose, made of what the plan itself watches. What is proposed brings no problem of its own. */
import { overlap, parseCriterion, parseQuantity } from '../analysis/criteria/index.ts';
import { signalOf } from '../analysis/metrics.ts';
import { type PlanEdit, type Skeleton, slot } from '../model/edit.ts';
import { formatDuration, parseDuration } from '../model/notation.ts';
import { isAbsent, spelling, wordsOf } from '../model/plan/view.ts';
import { mapped, type NonEmpty } from '../util/non-empty.ts';
import { behindLast, upTo } from '../util/parts.ts';
import { declarationsFor, declaredByMention, plansAround } from './bundle.ts';
import type { RuleContext } from './rule.ts';
import { criteriaOf, isProduction, stagesOf, weightOf, withHeirs } from './stages.ts';
import type { MetricView, StageView } from './views.ts';

const MINUTE = 60_000;

/** The error rate that almost every service has, complete, with what is specific to the service to be looked at. */
export const NEW_ERROR_RATE: Skeleton = {
  id: 'error-rate',
  query: slot('sum(rate(http_requests_total{code=~"5.."}[5m])) / sum(rate(http_requests_total[5m]))'),
  dashboard: slot('https://grafana.example.com/d/service'),
  baseline: slot('0.1%'),
  onNoData: 'abort',
};

export const NEW_LATENCY: Skeleton = {
  id: 'p99-latency',
  query: slot('histogram_quantile(0.99, rate(http_request_seconds_bucket[5m]))'),
  dashboard: slot('https://grafana.example.com/d/service'),
  baseline: slot('180ms'),
  onNoData: 'hold',
};

/** A new declaration with the id that is missing. */
export function newMetric(id: string): Skeleton {
  if (signalOf(id) === 'latency') return { ...(NEW_LATENCY as object), id };
  if (signalOf(id) === 'errors') return { ...(NEW_ERROR_RATE as object), id };
  return {
    id,
    query: slot(`sum(rate(${id.replaceAll('-', '_')}_total[5m]))`),
    dashboard: slot('https://grafana.example.com/d/service'),
    onNoData: 'abort',
  };
}

/** Adds an item to a list of the plan, which may not be there yet. */
export function addTo(context: RuleContext, key: 'metrics' | 'backups' | 'flags', value: Skeleton): PlanEdit {
  const list = context.plan.view[key];
  const { root } = context.plan.document;
  return list ? { kind: 'append', list: list.node, value } : { kind: 'set', parent: root, key, value: [value] };
}

export interface StageProposal extends AbortProposal {
  /** The criteria as words alone. */
  readonly texts: readonly string[];
}

export interface AbortProposal {
  readonly criteria: readonly Skeleton[];
  /** Edits that make the criteria complete: metrics that must be declared, or say what no data means. */
  readonly edits: readonly PlanEdit[];
}

export interface TriggerProposal extends AbortProposal {
  readonly criteria: NonEmpty<Skeleton>;
}

/** The words of abort criteria for a stage: of the metrics that it names, else of those that the plan declares, else a new error rate. */
function suggestAbort(stage: StageView, context: RuleContext): Pick<StageProposal, 'texts' | 'edits'> {
  const declared = declarationsFor(context.plan, context.bundle, 'metric');
  const named = (stage.metrics ?? []).flatMap(
    (metric) => declared.get(metric.value)?.item ?? [],
  ) as readonly MetricView[];
  const metrics =
    named.length > 0 ? named : (Array.from(declared.values(), ({ item }) => item) as readonly MetricView[]);
  const thresholds = metrics.flatMap((metric) => {
    const text = thresholdFor(metric, windowOf(stage));
    return text && !contradicts(text, stage) ? [{ metric, text }] : [];
  });
  const chosen = thresholds.slice(0, 2);
  if (chosen.length > 0)
    return { texts: chosen.map(({ text }) => text), edits: chosen.flatMap(({ metric }) => noDataEdit(metric)) };
  const text = `error-rate > 1% for ${windowOf(stage)} -> rollback`;
  if (declared.has('error-rate') || contradicts(text, stage))
    return { texts: ['any data loss report -> rollback'], edits: [] };
  return {
    texts: [text],
    edits: declaredByMention(context.plan, context.bundle, 'metric') ? [] : [addTo(context, 'metrics', NEW_ERROR_RATE)],
  };
}

/** Abort criteria for a stage. */
export function proposeAbort(stage: StageView, context: RuleContext): StageProposal {
  const { texts, edits } = suggestAbort(stage, context);
  const isAutomatic = needsAutomatic(stage, context);
  return { texts, edits, criteria: texts.map((text, at) => criterion(text, at === 0 && isAutomatic, context)) };
}

/** Triggers of a rollback: what the stages roll back for, else what the declared metrics suggest, else a new error rate. */
export function proposeTriggers(context: RuleContext): TriggerProposal {
  const { plan, bundle } = context;
  const aborts = plansAround(plan, bundle).flatMap((other) =>
    stagesOf(other).flatMap((stage) => criteriaOf(stage, 'abortCriteria')),
  );
  const rollingBack = aborts.filter(
    ({ criterion, actions }) => criterion.kind === 'threshold' && actions.some(({ kind }) => kind === 'rollback'),
  );
  const declared = declarationsFor(plan, bundle, 'metric');
  const suggested = Array.from(declared.values(), ({ item }) => thresholdFor(item as MetricView, '5m'));
  const conditions = [
    ...rollingBack.map(({ criterion }) => criterion.condition.text),
    ...suggested.filter((text) => text !== undefined).map((text) => upTo(text, ' -> ')),
  ];
  const [first, ...others] = [...new Set(conditions)].slice(0, 2);
  if (first !== undefined) return { criteria: mapped([first, ...others], slot), edits: [] };
  if (declared.has('error-rate')) return { criteria: [slot('any data loss report')], edits: [] };
  const isByMention = declaredByMention(plan, bundle, 'metric');
  return {
    criteria: [slot('error-rate > 1% for 5m')],
    edits: isByMention ? [] : [addTo(context, 'metrics', NEW_ERROR_RATE)],
  };
}

/** A limit that the metric's baseline or its nature suggests; nothing where neither does. */
export function thresholdFor(metric: MetricView, window: string): string | undefined {
  const id = metric.id?.value;
  const signal = metric.signal?.value ?? (id && signalOf(id));
  if (!id || signal === 'usage' || signal === 'traffic' || signal === 'business' || signal === 'saturation')
    return undefined;
  if (signal === 'correctness') return `${id} > 0 for ${window} -> rollback`;
  const baseline = parseQuantity(spelling(metric.baseline));
  const limit =
    baseline && baseline.value > 0
      ? `${round(baseline.value * (signal === 'latency' ? 2 : 10))}${baseline.unit.text}`
      : undefined;
  if (signal === 'latency') return `${id} > ${limit ?? '500ms'} for ${window} -> pause`;
  if (signal === 'errors' && !/success|availability/.test(id))
    return `${id} > ${limit ?? '1%'} for ${window} -> rollback`;
  return undefined;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}

/** Five minutes, or the soak where it is shorter: a window longer than the soak never ends. */
export function windowOf(stage: StageView): string {
  const soak = parseDuration(wordsOf(stage.soak) ?? '')?.ms;
  return formatDuration(Math.min(5 * MINUTE, soak && soak > 0 ? soak : 5 * MINUTE));
}

function contradicts(text: string, stage: StageView): boolean {
  const abort = parseCriterion(text);
  return criteriaOf(stage, 'successCriteria').some(({ criterion }) => overlap(criterion, abort) === true);
}

/** At more than half of the traffic a person is too slow: there, or in a stage that inherits what is written here. */
function needsAutomatic(stage: StageView, { plan }: RuleContext): boolean {
  return withHeirs(stage, plan).some((heir) => isProduction(heir) && (weightOf(heir) ?? 0) > 50);
}

function criterion(text: string, automatic: boolean, context: RuleContext): Skeleton {
  if (!automatic) return slot(text);
  return { when: slot(upTo(text, ' -> ')), then: behindLast(text, ' -> '), automatic: true, owner: ownerOf(context) };
}

/** Who answers for a rollback, as far as the plan and what is around it say. */
export function ownerOf({ plan, bundle }: RuleContext): Skeleton {
  const views = plansAround(plan, bundle).map(({ view }) => view);
  const owners = [...views.map(({ rollback }) => rollback?.owner), ...views.map(({ owner }) => owner)];
  return owners.map(wordsOf).find((words) => words !== undefined) ?? slot('on-call');
}

function noDataEdit(metric: MetricView): PlanEdit[] {
  return isAbsent(metric, 'onNoData') ? [{ kind: 'set', parent: metric.node, key: 'onNoData', value: 'abort' }] : [];
}
