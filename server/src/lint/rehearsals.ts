/** Rollbacks that were tried: in the rollback of a plan, and as records of their own. */
import * as l10n from '@vscode/l10n';
import { parseDate, parseDuration, parseTime } from '../model/notation.ts';
import type { Plan } from '../model/plan/plan.ts';
import { isAbsent, spelling } from '../model/plan/view.ts';
import { rootSchema } from '../model/schema/schema.ts';
import { plansAround } from './bundle.ts';
import { DAY_MS } from './days.ts';
import { isMisspelt } from './missing.ts';
import { irreversibleAround } from './rollback.ts';
import type { RuleContext } from './rule.ts';
import { nameOfStep } from './steps.ts';
import type { RehearsalView } from './views.ts';

/** Those that the plans around tell of, this plan's own first. One event may be told twice: in short, and as a record. */
export function rehearsalsAround({ plan, bundle }: RuleContext): readonly RehearsalView[] {
  return plansAround(plan, bundle).flatMap(rehearsalsIn);
}

export function rehearsalsIn({ document, view }: Plan): readonly RehearsalView[] {
  // The view of a record is typed by the record's own schema.
  if (document.kind === 'rehearsal') return [view as unknown as RehearsalView];
  return view.rollback?.rehearsals ?? [];
}

const FACTS = [
  'date',
  'environment',
  'trigger',
  'command',
  'started',
  'restored',
  'took',
  'result',
  'scenario',
] as const;

/**
 * Those that can be asked for what they lack. A list of things to do tells of none, and a list whose items hold one fact each may be
 * one rehearsal in pieces.
 */
export function eventsIn(plan: Plan): readonly RehearsalView[] {
  const all = rehearsalsIn(plan);
  if (plan.document.kind === 'rehearsal') return all;
  const inPieces = all.length > 1 && plan.document.kind !== 'plan' && all.some((one) => factsOf(one).length === 1);
  return inPieces ? [] : all.filter((one) => factsOf(one).length > 0);
}

function factsOf(rehearsal: RehearsalView) {
  return FACTS.filter((key) => !isAbsent(rehearsal, key));
}

/** `YYYY-MM-DD`; nothing where it is not said or not readable. */
export function dayOf({ date }: RehearsalView): string | undefined {
  return date && parseDate(date.toString())?.day;
}

/** Whether both may tell of the same event. */
export function maySame(one: RehearsalView, other: RehearsalView): boolean {
  const [a, b] = [dayOf(one), dayOf(other)];
  return a === undefined || b === undefined || a === b;
}

export interface Clock {
  /** From the start to the service restored. */
  readonly ms: number;
  /** How much longer or shorter it may have been: times are read to the minute. */
  readonly tolerance: number;
  /** The service was restored before the clock was started, and midnight does not explain it. */
  readonly backwards: boolean;
}

/** What the clock says, where both times can be read. */
export function clockOf({ started, restored }: RehearsalView): Clock | undefined {
  const [from, to] = [started && parseTime(started.toString()), restored && parseTime(restored.toString())];
  if (!from || !to) return undefined;
  const dated = from.ms !== undefined && to.ms !== undefined ? to.ms - from.ms : undefined;
  const ms = dated ?? (to.seconds - from.seconds) * 1000;
  const tolerance = from.seconds % 60 === 0 && to.seconds % 60 === 0 ? 59_999 : 999;
  if (ms >= 0) return { ms, tolerance, backwards: false };
  const overMidnight = dated === undefined ? ms + DAY_MS : DAY_MS;
  return overMidnight <= DAY_MS / 2
    ? { ms: overMidnight, tolerance, backwards: false }
    : { ms: -ms, tolerance, backwards: true };
}

/** How long it took: by the clock, else as it is written. */
export function lengthOf(rehearsal: RehearsalView): number | undefined {
  const clock = clockOf(rehearsal);
  const took = rehearsal.took && parseDuration(rehearsal.took.toString())?.ms;
  if (!clock) return took;
  return took !== undefined && Math.abs(took - clock.ms) <= clock.tolerance ? took : clock.ms;
}

export function longestRehearsal(context: RuleContext): number | undefined {
  const lengths = rehearsalsAround(context).flatMap((rehearsal) => lengthOf(rehearsal) ?? []);
  return lengths.length > 0 ? Math.max(...lengths) : undefined;
}

/** A plan to rehearse, and nothing that was done yet. */
export function isPlanned(rehearsal: RehearsalView, today: string): boolean {
  const day = dayOf(rehearsal);
  return day !== undefined && day > today;
}

/** Another document tells of the same event, and says it there. */
export function isToldElsewhere(
  rehearsal: RehearsalView,
  { plan, bundle }: RuleContext,
  says: (other: RehearsalView) => boolean,
): boolean {
  const others = plansAround(plan, bundle).slice(1).flatMap(rehearsalsIn);
  return others.some((other) => maySame(rehearsal, other) && says(other));
}

/** Whether none of the keys is there, under whatever spelling. */
export function lacks(rehearsal: RehearsalView, ...keys: readonly Exclude<keyof RehearsalView, 'node'>[]): boolean {
  const schema = rootSchema('rehearsal');
  return keys.every((key) => isAbsent(rehearsal, key) && !isMisspelt(rehearsal, key, schema));
}

const CLOCK = /\b\d{1,2}[:.h]\d{2}\b/g;

/** A timeline, or words with two times in them, may say what the keys do not. */
export function tellsMinutes(rehearsal: RehearsalView, plan: Plan): boolean {
  const moments = (rehearsal.timeline ?? []).filter((moment) => !isAbsent(moment, 'at'));
  return moments.length > 1 || (proseOf(rehearsal, plan).match(CLOCK)?.length ?? 0) > 1;
}

/** What is said in words, beside the keys. A record is prose as a whole. */
export function proseOf({ title, notes, scenario, findings }: RehearsalView, { document }: Plan): string {
  if (document.kind === 'rehearsal') return document.source.text;
  const texts = [title, notes, scenario, ...(findings ?? [])];
  return texts.map((text) => spelling(text)).join('\n');
}

/** Why the rollback is to be tried once: a step that cannot be undone, or a risk that is not low. */
export function stakesOf(context: RuleContext): string | undefined {
  const [lost] = irreversibleAround(context);
  if (lost) return l10n.t`The step "${nameOfStep(lost.step)}" cannot be undone`;
  const risks = plansAround(context.plan, context.bundle).flatMap(({ view }) => view.risk?.value ?? []);
  const risk = risks.find((value) => value !== 'low');
  return risk && `The risk is ${risk}`;
}
