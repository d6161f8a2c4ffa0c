/** How the share of production widens from stage to stage, as far as the plan says. What cannot be compared is left out. */
import type { Plan } from '../model/plan/plan.ts';
import { entryOf, nameSpan } from '../model/plan/view.ts';
import type { Span } from '../model/source.ts';
import { isProduction, stagesOf, weightOf } from './stages.ts';
import type { StageView } from './views.ts';

/** A stage in production with a share of everybody. */
export interface Share {
  readonly stage: StageView;
  readonly weight: number;
  /** The stage right before it, where the two can be compared. */
  readonly before?: Share;
}

const SAYS_PRODUCTION = /\b(?:prod(?:uction)?|canary|ramp|live|full|everyone|everybody|ga|general availability)\b/i;

/** In production beyond doubt: by its environment, by its name, or by a share that only production has. */
export function isSurelyProduction(stage: StageView, plan: Plan): boolean {
  if (stage.environment) return stage.environment.value === 'production';
  if (entryOf(stage, 'environment') !== undefined || !isProduction(stage)) return false;
  const weight = weightOf(stage);
  if (weight === 100 && stagesOf(plan).at(-1) !== stage) return false;
  return weight !== undefined || SAYS_PRODUCTION.test(`${stage.id ?? ''} ${stage.title ?? ''}`);
}

/** Shares above zero, in the order of the text. */
export function sharesOf(plan: Plan): readonly Share[] {
  const shares: Share[] = [];
  let last: Share | undefined;
  for (const stage of stagesOf(plan)) {
    if (!isSurelyProduction(stage, plan)) {
      if (isProduction(stage)) last = undefined;
      continue;
    }
    const weight = weightOf(stage);
    if (weight === 0) continue;
    if (weight === undefined || isChosen(stage)) {
      last = undefined;
      continue;
    }
    const share: Share = last && isSameShare(last.stage, stage) ? { stage, weight, before: last } : { stage, weight };
    shares.push(share);
    last = share;
  }
  return startingAgain(shares);
}

/** A share of some: of a region, or of people who were picked. */
export function isChosen(stage: StageView): boolean {
  return entryOf(stage, 'regions') !== undefined || entryOf(stage, 'audience') !== undefined;
}

function isSameShare(one: StageView, other: StageView): boolean {
  return one.unit?.value === other.unit?.value && one.flag?.value === other.flag?.value;
}

/** After 100 % a second ramp may begin as small as the first did, and reach 100 % too: another service, or another flag. */
function startingAgain(shares: readonly Share[]): readonly Share[] {
  const first = shares[0]?.weight ?? 0;
  if (shares.at(-1)?.weight !== 100) return shares;
  return shares.map((share) =>
    share.before?.weight === 100 && share.weight <= first && share.weight < 100
      ? { stage: share.stage, weight: share.weight }
      : share,
  );
}

/** The first share that is not larger than the one before it. Staying at 100 %, or at a share while data moves, is no mistake. */
export function firstNotRising(shares: readonly Share[]): Share | undefined {
  return shares.find(({ stage, weight, before }) => {
    if (!before || weight > before.weight) return false;
    if (weight < before.weight) return true;
    return weight < 100 && (stage.steps ?? []).length === 0;
  });
}

/** Somewhere the share falls: what is said of steps from one stage to the next means nothing then. */
export function isOutOfOrder(shares: readonly Share[]): boolean {
  return shares.some(({ weight, before }) => before !== undefined && weight < before.weight);
}

/**
 * More times as many than the limit, or from a tenth or less to everybody by as many: what breaks under load breaks at once. Below
 * one percent all is small.
 */
export function isJump(from: number, to: number, largest: number): boolean {
  return to > Math.max(from, 1) * largest || (from <= 10 && to === 100 && from * largest <= 100);
}

const USUAL = [1, 10, 50];
const FINER = [1, 2, 5, 10, 15, 20, 25, 30, 40, 50, 60, 75, 90];

/** Shares to pass on the way: the usual ones, or more where the limit asks for more. Some of the way stays a jump under a limit that nobody can keep. */
export function between(from: number, to: number, largest: number): readonly number[] {
  if (!isJump(from, to, largest)) return [];
  const usual = USUAL.filter((weight) => weight > from && weight < to);
  if ([...usual, to].every((weight, at) => !isJump(usual[at - 1] ?? from, weight, largest))) return usual;
  const passed: number[] = [];
  for (let at = from; isJump(at, to, largest); ) {
    const last = at;
    const next = FINER.findLast((weight) => weight > last && weight < to && !isJump(last, weight, largest));
    if (next === undefined) break;
    passed.push(next);
    at = next;
  }
  return passed;
}

/** The words of the weight, where the stage has them itself. */
export function placeOfWeight(stage: StageView): Span {
  const entry = entryOf(stage, 'weight');
  return entry && !entry.inherited ? entry.value.span : nameSpan(stage);
}
