/** What a stage may watch and wait for, made of what the plan already says. What is proposed brings no problem of its own. */
import {
  type Criterion,
  longestWindow,
  overlap,
  parseCriterion,
  type ThresholdCriterion,
  thresholdsOf,
} from '../analysis/criteria/index.ts';
import { signalOf } from '../analysis/metrics.ts';
import { type PlanEdit, type Skeleton, slot } from '../model/edit.ts';
import { formatDuration, parseDuration } from '../model/notation.ts';
import { idOf, wordsOf } from '../model/plan/view.ts';
import { declarationsFor, declaredByMention } from './bundle.ts';
import { SHORTEST_SOAK } from './limits.ts';
import { optionOf } from './options.ts';
import { addTo, NEW_ERROR_RATE, NEW_LATENCY, thresholdFor } from './proposals.ts';
import type { RuleContext } from './rule.ts';
import { criteriaOf, isProduction, nameOfStage, stagesOf } from './stages.ts';
import type { MetricView, StageView } from './views.ts';

export interface Proposal {
  readonly value: Skeleton;
  /** Edits that declare what the value names. */
  readonly edits: readonly PlanEdit[];
}

const MINUTE = 60_000;
const MOST = 3;

/** Half an hour, or as long as the slowest criterion of the stages takes and the policy asks for. */
export function proposeSoak(stages: readonly StageView[], context: RuleContext): string {
  const windows = stages.map((stage) => longestOf(stage)?.ms ?? 0);
  return formatDuration(Math.max(30 * MINUTE, optionOf(context, SHORTEST_SOAK), ...windows));
}

/** How long the slowest criterion of a stage has to be watched. What lets it in was seen before. */
export function longestOf(stage: StageView): { readonly criterion: Criterion; readonly ms: number } | undefined {
  const criteria = [...criteriaOf(stage, 'successCriteria'), ...criteriaOf(stage, 'abortCriteria')];
  return longestWindow(criteria.map(({ criterion }) => criterion));
}

export function proposeEntry(stages: readonly StageView[], { plan }: RuleContext): Proposal {
  const [first] = stages;
  const all = stagesOf(plan);
  const before = first && all[all.indexOf(first) - 1];
  if (!before) return { value: [slot('the tests of both versions are green')], edits: [] };
  const name = stages.length > 1 && stages.length === all.length ? 'the stage before' : nameOfStage(before);
  return { value: [slot(`${name} succeeded`), slot('on-call acknowledged')], edits: [] };
}

/** The metrics that the criteria read, else those that the plan declares, else two that every service has. */
export function proposeMetrics(stages: readonly StageView[], context: RuleContext): Proposal {
  const declared = declarationsFor(context.plan, context.bundle, 'metric');
  const read = new Set(stages.flatMap((stage) => thresholdsIn(stage).map(({ metric }) => metric.slug)));
  const known = [...read].filter((id) => declared.size === 0 || declared.has(id));
  const useful = [...declared.keys()].filter((id) => signalIn(id, context) !== 'usage');
  const chosen = (known.length > 0 ? known : useful).slice(0, MOST);
  if (chosen.length === 0) {
    const edits = declare([NEW_ERROR_RATE, NEW_LATENCY], context);
    return { value: ['error-rate', 'p99-latency'].map(slot), edits };
  }
  const blind = stages.some(isProduction) && [...read, ...chosen].every((id) => signalIn(id, context) === 'errors');
  if (!blind) return { value: chosen.map(slot), edits: [] };
  const latency = [...declared.keys()].find((id) => signalIn(id, context) === 'latency');
  const edits = latency || declared.size === 0 ? [] : [addTo(context, 'metrics', NEW_LATENCY)];
  return { value: [...chosen, latency ?? 'p99-latency'].map(slot), edits };
}

/** The other side of what aborts, else what the metrics of the plan suggest. Never a value that also aborts. */
export function proposeSuccess(
  stages: readonly StageView[],
  context: RuleContext,
  aborting: readonly Criterion[] = stages.flatMap((stage) =>
    criteriaOf(stage, 'abortCriteria').map(({ criterion }) => criterion),
  ),
): Proposal {
  const window = windowFor(stages);
  const declared = declarationsFor(context.plan, context.bundle, 'metric');
  const limits = aborting.flatMap(thresholdsOf);
  const metrics = Array.from(declared.values(), ({ item }) => item as MetricView);
  const named = new Set(stages.flatMap((stage) => (stage.metrics ?? []).map(({ value }) => value)));
  const suggested = metrics
    .filter((metric) => named.size === 0 || named.has(idOf(metric)))
    .flatMap((metric) => thresholdsOf(parseCriterion(thresholdFor(metric, window) ?? '')));
  const texts = new Map<string, string>();
  for (const limit of [...limits, ...suggested]) {
    const text = otherSide(limit, window);
    const isKnown = declared.has(limit.metric.slug) || declared.size === 0;
    if (!text || !isKnown || texts.has(limit.metric.slug) || contradicts(text, aborting)) continue;
    texts.set(limit.metric.slug, text);
  }
  const chosen = [...texts.values()].slice(0, 2);
  if (chosen.length > 0) return { value: chosen.map(slot), edits: [] };
  const text = `error-rate < 0.5% for ${window}`;
  if (metrics.length > 0 || limits.length > 0 || contradicts(text, aborting))
    return { value: [slot('all smoke checks pass')], edits: [] };
  return { value: [slot(text)], edits: declare([NEW_ERROR_RATE], context) };
}

/** Nothing is declared yet, so the list is written as a whole. */
function declare(metrics: readonly Skeleton[], { plan, bundle }: RuleContext): PlanEdit[] {
  if (declaredByMention(plan, bundle, 'metric')) return [];
  return [{ kind: 'set', parent: plan.document.root, key: 'metrics', value: metrics }];
}

function thresholdsIn(stage: StageView): readonly ThresholdCriterion[] {
  const criteria = [...criteriaOf(stage, 'abortCriteria'), ...criteriaOf(stage, 'successCriteria')];
  return criteria
    .flatMap(({ criterion }) => thresholdsOf(criterion))
    .filter(({ metric }) => metric.written !== 'query');
}

function signalIn(id: string, { plan, bundle }: RuleContext): string | undefined {
  const metric = declarationsFor(plan, bundle, 'metric').get(id)?.item as MetricView | undefined;
  return metric?.signal?.value ?? signalOf(id);
}

/** An hour, or the shortest soak: a window longer than the soak never ends. */
function windowFor(stages: readonly StageView[]): string {
  const soaks = stages.map((stage) => parseDuration(wordsOf(stage.soak) ?? '')?.ms ?? 0).filter((ms) => ms > 0);
  return formatDuration(soaks.length > 0 ? Math.min(60 * MINUTE, ...soaks) : 30 * MINUTE);
}

function otherSide({ metric, op, limit }: ThresholdCriterion, window: string): string | undefined {
  if (metric.written === 'query' || limit.kind !== 'absolute') return undefined;
  const { value, unit, text } = limit;
  if (op === '>' && value === 0) return `${metric.text} = 0 for ${window}`;
  if ((op === '>' || op === '>=') && signalOf(metric.slug) === 'errors')
    return `${metric.text} < ${Number((value / 2).toPrecision(3))}${unit.text} for ${window}`;
  const opposite = { '>': '<=', '>=': '<', '<': '>=', '<=': '>', '=': undefined, '!=': undefined }[op];
  return opposite && `${metric.text} ${opposite} ${text} for ${window}`;
}

function contradicts(text: string, aborting: readonly Criterion[]): boolean {
  const success = parseCriterion(text);
  return aborting.some((abort) => overlap(success, abort) === true);
}
