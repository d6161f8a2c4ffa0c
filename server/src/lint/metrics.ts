/** Where metrics are named, and what the named ones measure. */
import {
  type BaselineOf,
  criterionOf,
  type LocatedCriterion,
  parseQuantity,
  type ThresholdCriterion,
  thresholdsOf,
} from '../analysis/criteria/index.ts';
import { type Signal, signalOf } from '../analysis/metrics.ts';
import type { LocatedNode, ScalarNode } from '../model/located.ts';
import { collector, NOTHING } from '../model/plan/gather.ts';
import { gather, type Plan } from '../model/plan/plan.ts';
import { once } from '../model/plan/reads.ts';
import { spelling } from '../model/plan/view.ts';
import type { Visit } from '../model/plan/walk.ts';
import type { Span } from '../model/source.ts';
import { declarationsFor } from './bundle.ts';
import type { RuleContext } from './rule.ts';
import { criteriaOf, stagesOf } from './stages.ts';
import type { MetricView, StageView } from './views.ts';

export interface MetricMention {
  readonly id: string;
  readonly span: Span;
  /** The scalar that the id stands in, and its text with another id in its place. */
  readonly words: ScalarNode;
  readonly withId: (id: string) => string;
  /** Whether it can be nothing but an id; prose may mean a declared metric in other words. */
  readonly certain: boolean;
  /** Set in a criterion. */
  readonly threshold?: ThresholdCriterion;
  readonly spanOfLimit?: Span;
}

/** Every metric that a criterion or a reference names, in the order of the text. */
export function metricMentions(plan: Plan, values?: Iterable<Visit>): readonly MetricMention[] {
  return values ? [...new Set(Array.from(values).flatMap(mentionsAt))] : gather(plan, naming);
}

function mentionsAt({ node, schema }: Visit): readonly MetricMention[] {
  if (schema.notation === 'criterion') return mentionsInCriterion(node);
  if (schema.reference !== 'metric' || node.kind !== 'scalar') return NOTHING;
  if (typeof node.value !== 'string' || node.value === '') return NOTHING;
  return [{ id: node.value, span: node.span, words: node, withId: (id) => id, certain: true }];
}

const naming = collector(mentionsAt);

/** A criterion that is inherited is met in each heir, and names its metrics once. */
const mentionsInCriterion = once((node: LocatedNode): readonly MetricMention[] => {
  const located = criterionOf(node);
  return located ? mentionsIn(located) : [];
});

function mentionsIn({ criterion, words, spanOf }: LocatedCriterion): readonly MetricMention[] {
  return thresholdsOf(criterion).flatMap((threshold) => {
    const { metric, limit } = threshold;
    if (metric.written === 'query') return [];
    const { from, to } = metric.range;
    return [
      {
        id: metric.slug,
        span: spanOf(metric),
        words,
        withId: (id: string) => words.text.slice(0, from) + id + words.text.slice(to),
        certain: metric.written === 'id',
        threshold,
        spanOfLimit: spanOf(limit),
      },
    ];
  });
}

/** The ids of the metrics that abort criteria read. */
export function metricsOfAborts(plans: readonly Plan[]): ReadonlySet<string> {
  const criteria = plans.flatMap((plan) => stagesOf(plan).flatMap((stage) => criteriaOf(stage, 'abortCriteria')));
  return new Set(criteria.flatMap(({ criterion }) => thresholdsOf(criterion).map(({ metric }) => metric.slug)));
}

/** Declared baselines, for limits relative to them. */
export function baselinesOf({ plan, bundle }: RuleContext): BaselineOf {
  const declared = declarationsFor(plan, bundle, 'metric');
  return (slug) => parseQuantity(spelling((declared.get(slug)?.item as MetricView | undefined)?.baseline));
}

/** What the metrics and the criteria of a stage measure; a metric whose name tells nothing counts as its own kind. */
export function signalsOfStage(stage: StageView, { plan, bundle }: RuleContext): readonly (Signal | 'other')[] {
  const declared = declarationsFor(plan, bundle, 'metric');
  const criteria = [...criteriaOf(stage, 'abortCriteria'), ...criteriaOf(stage, 'successCriteria')];
  const named = (stage.metrics ?? []).map(({ value }) => value);
  const read = criteria.flatMap(({ criterion }) => thresholdsOf(criterion).map(({ metric }) => metric.slug));
  return [...new Set([...named, ...read])].map((id) => {
    const metric = declared.get(id)?.item as MetricView | undefined;
    return metric?.signal?.value ?? signalOf(id) ?? 'other';
  });
}
