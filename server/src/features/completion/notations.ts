/** Durations, shares and days that fit where they are asked for. */
import { isProduction, stagesOf, weightOf } from '../../lint/stages.ts';
import type { StageView } from '../../lint/views.ts';
import { formatPercent, isWellFormed, parseDuration, parsePercent } from '../../model/notation.ts';
import { spelling } from '../../model/plan/view.ts';
import type { SchemaNode } from '../../model/schema/schema.ts';
import { type Blank, itemAt, itemBefore, type Scene } from './scene.ts';
import type { ValueOffer } from './types.ts';

const DURATIONS = ['1m', '5m', '10m', '30m', '1h', '2h', '4h', '12h', '24h', '72h', '7d', '30d', '90d'];
const SHARES = [1, 5, 10, 25, 50, 100];
/** The way that most ramps take. */
const USUAL = new Set([1, 10, 50, 100]);
const HOUR = 3_600_000;

export function notationOffers(blank: Blank, scene: Scene): ValueOffer[] {
  switch (blank.schema.notation) {
    case 'duration':
      return blank.name === 'soak' && isOfStage(blank) ? soaks(scene) : durations(blank.schema);
    case 'percent':
      return weights(scene);
    case 'date':
      return days(blank, scene);
    case 'size':
    case 'time':
      return samples(blank.schema);
    default:
      return [];
  }
}

function isOfStage({ parent }: Blank): boolean {
  return parent?.unit === 'Stage';
}

/** No shorter than the soak of the stage before: a wider stage shows what a small one could not. */
function soaks(scene: Scene): ValueOffer[] {
  const before = stagesAround(scene).before.at(-1);
  const least = length(spelling(before?.soak));
  const isRamp = before !== undefined && (weightOf(before) ?? 100) < 100;
  const offers = DURATIONS.filter((text) => {
    const ms = length(text);
    return ms >= HOUR / 2 && ms <= 168 * HOUR && (!isRamp || ms >= least);
  });
  return offers.map((value) => offer(value));
}

/** Those that fit, the usual next one first of all. */
function weights(scene: Scene): ValueOffer[] {
  const { before, behind } = stagesAround(scene);
  const { last, fitting, next } = sharesBetween(before, behind);
  return fitting.map((share) => ({
    ...offer(formatPercent(share)),
    preselect: share === next,
    ...(last < 100 && last > 0 ? { detail: `after ${formatPercent(last)}` } : {}),
  }));
}

/** Those on either side of the one at the cursor. A template above all of them comes before each. */
function stagesAround({ plan, offset }: Scene) {
  const stages = stagesOf(plan);
  const own = itemAt(stages, offset);
  const at = own ? stages.indexOf(own) : -1;
  return { before: stages.slice(0, Math.max(0, at)), behind: stages.slice(at + 1) };
}

/**
 * Larger than the last share in production, smaller than the next one; everybody may be reached more than once, and after that a second ramp may
 * begin.
 */
function sharesBetween(before: readonly StageView[], behind: readonly StageView[]) {
  const last = sharesIn(before).at(-1) ?? 0;
  const least = last === 100 ? 0 : last;
  const following = sharesIn(behind)[0] ?? 100;
  const limit = following > least && following < 100 ? following : Number.POSITIVE_INFINITY;
  const fits = (share: number): boolean => share > least && share < limit;
  const fitting = SHARES.filter(fits);
  return { last, fits, fitting, next: fitting.find((share) => USUAL.has(share)) ?? fitting[0] };
}

function sharesIn(stages: readonly StageView[]): number[] {
  return stages.flatMap((stage) => (isProduction(stage) ? (weightOf(stage) ?? []) : []));
}

/** The share of a new stage at the cursor: the one that is wanted where it fits, else another if it `may` be one. */
export function nextShare(wanted: string, may: boolean, scene: Scene): string | undefined {
  const stages = stagesOf(scene.plan);
  const before = itemBefore(stages, scene);
  const at = before ? stages.indexOf(before) + 1 : 0;
  const { last, fits, next } = sharesBetween(stages.slice(0, at), stages.slice(at));
  const share = parsePercent(wanted) ?? /* istanbul ignore next -- the skeletons of the schema say shares */ 100;
  // Of a second ramp nobody knows yet that it will reach everybody, too.
  if (last === 100 && share < 100) return undefined;
  if (fits(share)) return wanted;
  return may && next !== undefined && next < 100 ? formatPercent(next) : undefined;
}

function durations(schema: SchemaNode): ValueOffer[] {
  const first = samples(schema);
  const known = new Set(first.map(({ value }) => value));
  const usual =
    length(String(first[0]?.value)) || /* istanbul ignore next -- durations of the schema have examples */ HOUR;
  const times = (text: string): number => Math.abs(Math.log(length(text) / usual));
  const others = DURATIONS.filter((text) => !known.has(text)).sort((a, b) => times(a) - times(b));
  return [...first, ...others.map((text) => offer(text))];
}

function samples({ examples, notation }: SchemaNode): ValueOffer[] {
  return examples.flatMap((example) =>
    typeof example === 'string' && notation && isWellFormed(notation, example)
      ? [offer(example)]
      : /* istanbul ignore next -- they are written in their notation */ [],
  );
}

/** What is over when it is written down. */
const PAST = /^(?:announced|created|updated|date|removedOn|takenOn|verifiedOn)$/;
const AHEAD: readonly (readonly [number, string])[] = [
  [7, 'in a week'],
  [30, 'in 30 days'],
  [90, 'in 90 days'],
  [180, 'in 180 days'],
];

function days({ name }: Blank, { context }: Scene): ValueOffer[] {
  const today = { ...offer(context.today), detail: 'today' };
  if (PAST.test(name)) return [today];
  return [...AHEAD.map(([count, detail]) => ({ ...offer(dayAfter(context.today, count)), detail })), today];
}

export function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 24 * HOUR).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / (24 * HOUR));
}

/** In milliseconds; none where it is no duration. */
function length(text: string): number {
  return parseDuration(text)?.ms ?? 0;
}

function offer(value: string): ValueOffer {
  return { label: value, kind: 'value', value };
}
