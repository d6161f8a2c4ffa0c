/**
 * Colours for what the grammars of YAML and Markdown cannot know: which words are ids, what the parts of a criterion are, and above all
 * which steps cannot be undone.
 */
import { criterionOf, thresholdsOf } from '../analysis/criteria/index.ts';
import { type Bundle, plansAround } from '../lint/bundle.ts';
import { irreversibleSteps } from '../lint/irreversible.ts';
import type { Plan } from '../model/plan/plan.ts';
import { nameSpan } from '../model/plan/view.ts';
import { type Visit, walk } from '../model/plan/walk.ts';
import { rootSchema } from '../model/schema/schema.ts';
import { offsets, type Span, textOf } from '../model/source.ts';
import type { PlanContext } from './context.ts';
import { type Occurrence, occurrencesIn } from './ids.ts';
import type { Position, Range } from './types.ts';

/** In this order they are numbered over the protocol. Those of our own are declared in the manifest. */
export const TOKEN_TYPES = [
  'rolloutStage',
  'rolloutStep',
  'rolloutMetric',
  'rolloutFlag',
  'rolloutBackup',
  'rolloutDuration',
  'rolloutAction',
  'operator',
  'number',
] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];
export const TOKEN_MODIFIERS = ['declaration', 'irreversible'] as const;
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

export interface SemanticToken {
  readonly position: Position;
  readonly length: number;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

interface Coloured {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers?: readonly TokenModifier[];
}

const IDS: Readonly<Record<Occurrence['kind'], TokenType>> = {
  stage: 'rolloutStage',
  step: 'rolloutStep',
  metric: 'rolloutMetric',
  flag: 'rolloutFlag',
  backup: 'rolloutBackup',
};

/** In the order of the text, none over another, each on one line. */
export function semanticTokens({ document, plans, bundle, settings }: PlanContext, within?: Range): SemanticToken[] {
  if (!settings.semanticTokens.enable) return [];
  const from = within ? document.offsetAt(within.start) : 0;
  const to = within ? document.offsetAt(within.end) : Number.POSITIVE_INFINITY;
  const coloured = plans.flatMap((plan) => inPlan(plan, bundle));
  const placed = coloured.map((one) => ({ ...one, ...offsets(one.span) })).sort((a, b) => a.start - b.start);
  const tokens: SemanticToken[] = [];
  let last = 0;
  for (const { start, end, span, type, modifiers = [] } of placed) {
    if (start < last || end <= start || end < from || start > to || /[\r\n]/.test(textOf(span))) continue;
    tokens.push({ position: document.positionAt(start), length: end - start, type, modifiers });
    last = end;
  }
  return tokens;
}

/** Of two at the same place, the first wins. */
function inPlan(plan: Plan, bundle: Bundle): Coloured[] {
  if (plan.document.unreadable) return [];
  const lost = irreversibleAround(plan, bundle);
  const names = occurrencesIn(plan).map(({ kind, id, role, span }): Coloured => {
    const modifiers: TokenModifier[] = role === 'declaration' ? ['declaration'] : [];
    if (kind === 'step' && lost.has(id)) modifiers.push('irreversible');
    return { span, type: IDS[kind], modifiers };
  });
  const headings = irreversibleSteps(plan, bundle).map(
    ({ step }): Coloured => ({
      span: nameSpan(step),
      type: 'rolloutStep',
      modifiers: ['declaration', 'irreversible'],
    }),
  );
  const visits = [...walk(plan.document.root, rootSchema(plan.document.kind))];
  return [...names, ...headings, ...visits.flatMap(saidIrreversible), ...visits.flatMap(partsOfCriterion)];
}

function saidIrreversible({ node, name }: Visit): Coloured[] {
  if (name !== 'reversible' || node.kind !== 'scalar' || node.value !== false) return [];
  return [{ span: node.span, type: 'rolloutAction', modifiers: ['irreversible'] }];
}

/** Metrics are ids, and told of as such where they are declared. */
function partsOfCriterion({ node, schema }: Visit): Coloured[] {
  const located = schema.unit === 'Criterion' || schema.notation === 'criterion' ? criterionOf(node) : undefined;
  if (!located) return [];
  const { spanOf, words } = located;
  const exact = (span: Span): boolean => span.to - span.from < words.span.to - words.span.from;
  const parts = thresholdsOf(located.criterion).flatMap((threshold): Coloured[] => [
    { span: spanOf(threshold.metric), type: 'rolloutMetric' },
    { span: spanOf(threshold.operator), type: 'operator' },
    { span: spanOf(threshold.limit), type: 'number' },
    ...(threshold.window ? [{ span: spanOf(threshold.window), type: 'rolloutDuration' as const }] : []),
  ]);
  const actions = located.actions
    .filter(({ kind }) => kind !== 'unknown')
    .map(({ span }): Coloured => ({ span, type: 'rolloutAction' }));
  return [...parts.filter(({ span }) => exact(span)), ...actions];
}

/** The ids of all steps that cannot be undone. */
function irreversibleAround(plan: Plan, bundle: Bundle): ReadonlySet<string> {
  const steps = plansAround(plan, bundle).flatMap((one) => irreversibleSteps(one, bundle));
  return new Set(steps.flatMap(({ step }) => step.id?.value ?? []));
}

/** What other files have to do with the colours of this one: which steps they say are irreversible. */
export function irreversibleByNeighbours({ plans, bundle }: PlanContext): string {
  return JSON.stringify(plans.map((plan) => [...irreversibleAround(plan, bundle)]));
}
