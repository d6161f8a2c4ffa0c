/** One line above what they are about: what a stage has, how often something is referred to, and where a rollback can be tried. */
import { type Bundle, plansAround } from '../lint/bundle.ts';
import { criteriaOf } from '../lint/stages.ts';
import type { StageView } from '../lint/views.ts';
import { parseDuration } from '../model/notation.ts';
import type { Plan } from '../model/plan/plan.ts';
import { nameSpan } from '../model/plan/view.ts';
import { firstLine, type Span } from '../model/source.ts';
import type { PlanContext } from './context.ts';
import { type Occurrence, occurrencesIn } from './ids.ts';
import { type Location, references } from './navigation.ts';
import { rangeOf } from './ranges.ts';
import { stageFacts } from './stage-facts.ts';
import type { Position, Range } from './types.ts';

export type CodeLens =
  | { readonly kind: 'stage'; readonly range: Range; readonly title: string }
  /** Counted when it comes into sight. */
  | { readonly kind: 'references'; readonly range: Range }
  | { readonly kind: 'rehearsal'; readonly range: Range };

export interface References {
  readonly title: string;
  readonly locations: readonly Location[];
}

export function codeLenses({ document, plans, bundle, settings }: PlanContext): CodeLens[] {
  const shown = settings.codeLens;
  const range = (place: Span): Range => rangeOf(firstLine(place), document);
  return plans.flatMap((plan): CodeLens[] => [
    ...(shown.stages
      ? stageFacts(plan).map(({ stage }) => ({
          kind: 'stage' as const,
          range: range(nameSpan(stage)),
          title: summaryOf(stage),
        }))
      : []),
    ...(shown.references
      ? declarations(plan, bundle).map(({ span }) => ({ kind: 'references' as const, range: range(span) }))
      : []),
    ...(shown.rehearsal ? rollbacks(plan).map((span) => ({ kind: 'rehearsal' as const, range: range(span) })) : []),
  ]);
}

function summaryOf(stage: StageView): string {
  const aborts = criteriaOf(stage, 'abortCriteria').length;
  const metrics = stage.metrics?.length ?? 0;
  const soak = stage.soak && parseDuration(stage.soak.toString()) ? stage.soak.toString() : '';
  return [
    aborts === 0 ? 'no abort criteria' : counted(aborts, 'abort criterion', 'abort criteria'),
    metrics === 0 ? '' : counted(metrics, 'metric', 'metrics'),
    soak,
  ]
    .filter(Boolean)
    .join(' · ');
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/**
 * What nobody refers to is worth a word where somebody should; stages and steps mostly stand for themselves. Between the rows of a table
 * there is no room.
 */
function declarations(plan: Plan, bundle: Bundle): Occurrence[] {
  const all = plansAround(plan, bundle).flatMap(occurrencesIn);
  const named = new Set(all.flatMap(({ kind, id, role }) => (role === 'reference' ? `${kind} ${id}` : [])));
  const standsForItself = ({ kind, id }: Occurrence): boolean =>
    (kind === 'stage' || kind === 'step') && !named.has(`${kind} ${id}`);
  return occurrencesIn(plan).filter(
    (one) => one.role === 'declaration' && !standsForItself(one) && !isInTable(one.span),
  );
}

function isInTable({ segment, from }: Span): boolean {
  const { text, syntax } = segment.source;
  const at = segment.start + from;
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return syntax === 'markdown' && line.trimStart().startsWith('|');
}

function rollbacks({ document: { kind, root } }: Plan): Span[] {
  const entry = kind === 'plan' || kind === 'rollback' ? root.entries.get('rollback') : undefined;
  return entry && !entry.inherited ? [entry.key] : [];
}

/** Everything that refers to what is declared at a position. */
export function referencesAt(context: PlanContext, position: Position): References {
  const locations = references(context, position, false);
  return { title: titleOf(locations.length), locations };
}

function titleOf(count: number): string {
  if (count === 0) return 'not referenced';
  return count === 1 ? 'referenced once' : `referenced ${count} times`;
}

/** What other files have to do with the lenses of this one: how often they say what is declared here. */
export function saidByNeighbours({ plans, bundle }: PlanContext): string {
  const declared = new Set(plans.flatMap((plan) => declarations(plan, bundle).map(({ id }) => id)));
  const others = bundle.plans.filter((plan) => !plans.includes(plan));
  const counts = new Map<string, number>();
  const count = (id: string): unknown => declared.has(id) && counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const plan of others) {
    for (const { id, role } of occurrencesIn(plan)) if (role === 'reference') count(id);
    for (const [word] of plan.document.source.text.matchAll(/[a-z0-9]+(?:-[a-z0-9]+)+/g)) count(word);
  }
  return JSON.stringify([...counts].sort());
}
