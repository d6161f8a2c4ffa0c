/** How long a backup must be kept, as far as the plan says: every need is the least that is certain, from the moment the backup is taken. */
import * as l10n from '@vscode/l10n';
import { longestWindow, parseCriterion } from '../analysis/criteria/index.ts';
import { formatDuration, parseDate, parseDuration } from '../model/notation.ts';
import type { Plan } from '../model/plan/plan.ts';
import type { Value } from '../model/plan/view.ts';
import { idOf } from '../model/plan/view.ts';
import type { Span } from '../model/source.ts';
import { addToGroup } from '../util/groups.ts';
import { objectsOf } from './coverage.ts';
import { DAY_MS } from './days.ts';
import type { AnyBackup } from './step-backup.ts';
import { isBeforeProduction, type Listed, lastOf, type Rollout, rolloutAmong } from './step-in-rollout.ts';
import { awaitedOnTheWay, nameOfStep, stepsOf } from './steps.ts';
import type { StepView } from './views.ts';

export interface Need {
  readonly ms: number;
  /** Goes on after "but": `"drop-email" is checked for 14d`. */
  readonly why: string;
  /** Where the plan says so. */
  readonly said?: Span | undefined;
}

/** What counts of a backup; nothing yet for one that is to be declared. */
type Timed = Pick<AnyBackup, 'ttl' | 'takenOn' | 'restoreTime'>;

/** What the plans around a backup say of time, gathered once. */
interface Times {
  readonly plans: readonly Plan[];
  readonly steps: ReadonlyMap<string, StepView>;
  readonly followers: ReadonlyMap<string, readonly StepView[]>;
  readonly rollout: Rollout;
  /** By the id of the step, the first stage that lists it. */
  readonly listed: ReadonlyMap<string, Listed>;
}

export interface BackupNeeds {
  /** The longest need of those who would be restored from the backup. */
  longest(backup: Timed, users: readonly StepView[]): Need | undefined;
}

export function backupNeeds(plans: readonly Plan[]): BackupNeeds {
  const times = timesIn(plans);
  return {
    longest(backup, users) {
      const needs = users.flatMap((step) => [...needsOf(step, times), ...untilItMayRun(step, backup, times)]);
      const all = [...restoring(backup), ...needs, ...untilTheLast(users, times)];
      return all.reduce<Need | undefined>((most, need) => (most && most.ms >= need.ms ? most : need), undefined);
    },
  };
}

/** Whether the backup is kept as long as it is needed. A length that is missing or not readable is told by others. */
export function lasts({ ttl }: Timed, need: Need | undefined): boolean {
  const kept = ttl && parseDuration(ttl.toString())?.ms;
  return kept === undefined || need === undefined || kept >= need.ms;
}

const LENGTHS = [7, 14, 30, 45, 60, 90, 120, 180, 365].map((days) => days * DAY_MS);

/** A usual time that leaves some room. */
export function lengthFor(need: Need | undefined, leastDays = 30): string {
  const needed = need?.ms ?? 0;
  const ms = LENGTHS.find((length) => length >= leastDays * DAY_MS && length > needed);
  return formatDuration(ms ?? Math.ceil(needed / DAY_MS + 30) * DAY_MS);
}

function timesIn(plans: readonly Plan[]): Times {
  const steps = new Map<string, StepView>();
  const followers = new Map<string, StepView[]>();
  for (const step of plans.flatMap(stepsOf)) {
    if (step.id && !steps.has(step.id.value)) steps.set(step.id.value, step);
    const before = step.after?.step?.value;
    if (before === undefined) continue;
    addToGroup(followers, before, step);
  }
  const rollout = rolloutAmong(plans);
  const listed = new Map([...rollout.listed].reverse().map((one) => [one.id, one]));
  return { plans, steps, followers, rollout, listed };
}

function restoring({ restoreTime }: Timed): Need[] {
  const ms = lengthOf(restoreTime);
  return ms > 0 ? [{ ms, why: `restoring it alone takes ${restoreTime}`, said: restoreTime?.node.span }] : [];
}

function needsOf(step: StepView, times: Times): Need[] {
  const name = nameOfStep(step);
  const running = lengthOf(step.expected ?? step.backfill?.expected ?? step.up?.expected);
  const needs: Need[] =
    running > 0 ? [{ ms: running, why: l10n.t`"${name}" alone runs for ${formatDuration(running)}` }] : [];
  const checked = longestCheck(step);
  if (checked)
    needs.push({ ...checked, ms: running + checked.ms, why: l10n.t`"${name}" is checked for ${checked.why}` });
  for (const next of times.followers.get(idOf(step)) ?? []) {
    const soak = next.after?.soak;
    const ms = lengthOf(soak);
    if (ms > 0)
      needs.push({
        ms: running + ms,
        why: l10n.t`"${nameOfStep(next)}" waits ${String(soak)} after "${name}"`,
        said: soak?.node.span,
      });
  }
  return [...needs, ...soaksAfter(step, times)];
}

function longestCheck(step: StepView): Need | undefined {
  const checks = (step.verify ?? []).flatMap((check) => {
    const words = check.node.kind === 'scalar' ? (check as Value<string>) : (check as { check?: Value<string> }).check;
    return words ? [{ words, ms: longestWindow([parseCriterion(words.toString())])?.ms ?? 0 }] : [];
  });
  const [longest] = checks.filter(({ ms }) => ms > 0).sort((a, b) => b.ms - a.ms);
  return longest && { ms: longest.ms, why: formatDuration(longest.ms), said: longest.words.node.span };
}

/** The stages that come after a step that belongs to one: each may show what the step has done. */
function soaksAfter(step: StepView, { rollout, listed: all }: Times): Need[] {
  const held = lastOf(rollout.holds(step));
  const listed = all.get(idOf(step));
  const from = listed?.at ?? (held && held.at + 1);
  if (from === undefined) return [];
  const after = rollout.stages.slice(from).filter((stage) => !isBeforeProduction(stage));
  const ms = after.reduce((sum, { soak }) => sum + lengthOf(soak), 0);
  const said = (listed ?? held)?.node.span;
  return ms > 0 ? [{ ms, why: `the stages from "${nameOfStep(step)}" on soak for ${formatDuration(ms)}`, said }] : [];
}

const MOST_USERS = 50;

/** Who uses a backup together with a step that runs later needs it until then. */
function untilTheLast(users: readonly StepView[], { steps }: Times): Need[] {
  if (users.length < 2) return [];
  const known = new Set(users);
  return users.slice(0, MOST_USERS).flatMap((last) => {
    let ms = 0;
    let found: Need | undefined;
    let at = last;
    for (const before of awaitedOnTheWay(last, steps)) {
      ms += lengthOf(at.after?.soak);
      if (known.has(before) && ms > 0)
        found = {
          ms,
          why: l10n.t`"${nameOfStep(last)}" needs it too, ${formatDuration(ms)} after "${nameOfStep(before)}"`,
          said: last.id?.node.span,
        };
      at = before;
    }
    return found ? [found] : [];
  });
}

/** A backup whose day is known must still be there on the first day that the step may run. */
function untilItMayRun(step: StepView, { takenOn }: Timed, { plans }: Times): Need[] {
  const taken = dayOf(takenOn);
  if (taken === undefined) return [];
  return [step.after?.date, ...removalsOf(step, plans)].flatMap((date) => {
    const ms = (dayOf(date) ?? taken) - taken;
    return date && ms > 0
      ? [{ ms, why: l10n.t`"${nameOfStep(step)}" may not run before ${String(date)}`, said: date.node.span }]
      : [];
  });
}

/** The days from which the contract allows to remove what the step removes. */
function removalsOf(step: StepView, plans: readonly Plan[]): readonly (Value<string> | undefined)[] {
  if (step.phase?.value !== 'contract') return [];
  const names = new Set(objectsOf(step).flatMap((name) => [name, name.split('.').at(-1)]));
  return plans
    .flatMap(({ view }) => view.compatibility?.deprecations ?? [])
    .filter(({ what }) => what && names.has(what.value))
    .map(({ removeAfter }) => removeAfter);
}

function dayOf(date: Value<string> | undefined): number | undefined {
  return date && parseDate(date.toString())?.ms;
}

function lengthOf(duration: Value<string> | undefined): number {
  return (duration && parseDuration(duration.toString())?.ms) ?? 0;
}
