/** Durations, shares and days that fit where they are asked for. */
import { isProduction, stagesOf, weightOf } from '../../lint/stages.ts';
import type { StageView } from '../../lint/views.ts';
import { formatPercent, isWellFormed, parseDuration, parsePercent } from '../../model/notation.ts';
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
      return isOfStage(blank) ? weights(scene) : samples(blank.schema);
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

interface Neighbours {
  readonly before: StageView | undefined;
  readonly after: StageView | undefined;
}

function neighbours({ plan, offset }: Scene): Neighbours {
  const stages = stagesOf(plan);
  const own = itemAt(stages, offset);
  const at = own ? stages.indexOf(own) : -1;
  return { before: stages[at - 1], after: at < 0 ? undefined : stages[at + 1] };
}

/** No shorter than the soak of the stage before: a wider stage shows what a small one could not. */
function soaks(scene: Scene): ValueOffer[] {
  const { before } = neighbours(scene);
  const least = parseDuration(before?.soak?.toString() ?? '')?.ms ?? 0;
  const isRamp = before !== undefined && (weightOf(before) ?? 100) < 100;
  const offers = DURATIONS.filter((text) => {
    const ms = parseDuration(text)?.ms ?? 0;
    return ms >= HOUR / 2 && ms <= 168 * HOUR && (!isRamp || ms >= least);
  });
  return offers.map((value) => offer(value));
}

/** Those that fit, the usual next one first of all. */
function weights(scene: Scene): ValueOffer[] {
  const { least, fitting, next } = sharesBetween(neighbours(scene));
  return fitting.map((share) => ({
    ...offer(formatPercent(share)),
    preselect: share === next,
    ...(least > 0 ? { detail: `after ${formatPercent(least)}` } : {}),
  }));
}

/** Larger than the share before, smaller than that of the stage behind; everybody may be reached more than once. */
function sharesBetween({ before, after }: Neighbours) {
  const last = before && isProduction(before) ? weightOf(before) : undefined;
  const least = last === undefined || last === 100 ? 0 : last;
  const behind = (after && isProduction(after) ? weightOf(after) : undefined) ?? 100;
  const limit = behind > least && behind < 100 ? behind : Number.POSITIVE_INFINITY;
  const fits = (share: number): boolean => share > least && share < limit;
  const fitting = SHARES.filter(fits);
  return { least, fits, fitting, next: fitting.find((share) => USUAL.has(share)) ?? fitting[0] };
}

/** The share of a new stage at the cursor: the one that is wanted where it fits, else another if it `may` be one. */
export function nextShare(wanted: string, may: boolean, scene: Scene): string | undefined {
  const stages = stagesOf(scene.plan);
  const before = itemBefore(stages, scene);
  const { fits, next } = sharesBetween({ before, after: stages[before ? stages.indexOf(before) + 1 : 0] });
  const share = parsePercent(wanted) ?? 100;
  if (fits(share)) return wanted;
  return may && next !== undefined && next < 100 ? formatPercent(next) : undefined;
}

function durations(schema: SchemaNode): ValueOffer[] {
  const first = samples(schema);
  const known = new Set(first.map(({ value }) => value));
  const usual = parseDuration(String(first[0]?.value))?.ms ?? HOUR;
  const times = (text: string): number => Math.abs(Math.log((parseDuration(text)?.ms ?? 0) / usual));
  const others = DURATIONS.filter((text) => !known.has(text)).sort((a, b) => times(a) - times(b));
  return [...first, ...others.map((text) => offer(text))];
}

function samples({ examples, notation }: SchemaNode): ValueOffer[] {
  return examples.flatMap((example) =>
    typeof example === 'string' && notation && isWellFormed(notation, example) ? [offer(example)] : [],
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

function offer(value: string): ValueOffer {
  return { label: value, kind: 'value', value };
}
