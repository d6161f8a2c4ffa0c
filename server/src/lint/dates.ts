/** Dates that must come one after the other, and the dates that two files give to one thing. */
import type { MigrationRecord } from '../model/generated/plan-types.ts';
import { asId, parseDate } from '../model/notation.ts';
import type { Plan } from '../model/plan/plan.ts';
import type { Obj, Value } from '../model/plan/view.ts';
import { spelling } from '../model/plan/view.ts';
import { behindLast } from '../util/parts.ts';
import { shortName } from './contract.ts';
import { objectsOf } from './coverage.ts';
import { nameOfStage, stagesOf } from './stages.ts';
import { awaitedBy, nameOfStep, stepsById, stepsOf } from './steps.ts';

export interface Dated {
  readonly date: Value<string>;
  /** What happens on that day: `"amount_cents" is announced`. */
  readonly what: string;
}

/** What is `early` must not come after what is `late`. */
export interface Order {
  readonly early: Dated;
  readonly late: Dated;
}

type Said = readonly [date: Value<string> | undefined, what: string];
type Pair = readonly [early: Said, late: Said];

/** The pairs that are in the wrong order. */
export function wrongOrders(plans: readonly Plan[]): readonly Order[] {
  const pairs = [...plans.flatMap((plan) => [...pairsIn(plan)]), ...stepsAndStages(plans)];
  return pairs.flatMap(([[early, first], [late, then]]) =>
    early && late && isAfter(early, late)
      ? [{ early: { date: early, what: first }, late: { date: late, what: then } }]
      : [],
  );
}

/** A day without a time is the whole day. */
function isAfter(one: Value<string>, other: Value<string>): boolean {
  const [a, b] = [parseDate(one.toString()), parseDate(other.toString())];
  if (!a || !b) return false;
  return a.hasTime && b.hasTime ? a.ms > b.ms : a.day > b.day;
}

function* pairsIn(plan: Plan): Generator<Pair> {
  const { view, document } = plan;
  for (const { what, announced, removeAfter, removedOn } of view.compatibility?.deprecations ?? []) {
    const removal: Said = [removeAfter, `${quoted(what)} may be removed`];
    yield [[announced, `${quoted(what)} is announced`], removal];
    yield [removal, [removedOn, `${quoted(what)} was removed`]];
  }
  for (const { id, created, removeBy } of view.flags ?? [])
    yield [
      [created, `the flag ${quoted(id)} is created`],
      [removeBy, `the flag ${quoted(id)} is to be gone`],
    ];
  const window = view.migration?.maintenanceWindow;
  yield [
    [window?.announced, 'the maintenance is announced'],
    [window?.start, 'the maintenance starts'],
  ];
  yield [
    [view.created, 'the plan is created'],
    [view.updated, 'the plan is updated'],
  ];
  if (document.kind === 'migration-record') yield halves(view as unknown as Obj<MigrationRecord>);
}

function halves({ expand, contract }: Obj<MigrationRecord>): Pair {
  return [
    [expand?.date, 'the expand half ships'],
    [contract?.date, 'the contract half ships'],
  ];
}

function* stepsAndStages(plans: readonly Plan[]): Generator<Pair> {
  const removals = new Map(
    plans
      .flatMap(({ view }) => view.compatibility?.deprecations ?? [])
      .flatMap(({ what, removeAfter }) => (what && removeAfter ? [[what.value, removeAfter] as const] : [])),
  );
  const steps = plans.flatMap(stepsOf);
  const byId = stepsById(steps);
  for (const step of steps) {
    const runs: Said = [step.after?.date, `"${nameOfStep(step)}" may run`];
    const before = awaitedBy(step, byId);
    if (before) yield [[before.after?.date, `"${nameOfStep(before)}" may run`], runs];
    if (step.phase?.value !== 'contract') continue;
    for (const name of objectsOf(step)) {
      const date = removals.get(name) ?? removals.get(behindLast(name, '.'));
      yield [[date, `"${name}" may be removed`], runs];
    }
  }
  for (const plan of plans) yield* stagesInTurn(plan, plans);
}

function* stagesInTurn(plan: Plan, plans: readonly Plan[]): Generator<Pair> {
  const flags = new Map(plans.flatMap(({ view }) => view.flags ?? []).map(({ id, removeBy }) => [id?.value, removeBy]));
  let before: Said = [undefined, ''];
  for (const stage of stagesOf(plan)) {
    const starts: Said = [stage.starts, `"${nameOfStage(stage)}" starts`];
    yield [starts, [stage.ends, `"${nameOfStage(stage)}" ends`]];
    yield [before, starts];
    if (stage.flag) yield [starts, [flags.get(stage.flag.value), `the flag "${stage.flag}" is to be gone`]];
    if (stage.starts) before = starts;
  }
}

function quoted(name: Value<string> | undefined): string {
  return `"${shortName(spelling(name))}"`;
}

/** One date in two files. */
export interface TwoDates {
  readonly own: Value<string>;
  readonly other: Value<string>;
  readonly owners: readonly [Named, Named];
  readonly key: string;
  readonly name: string;
}

type Named = Obj<{ readonly id?: string; readonly what?: string }>;
const KEYS: Readonly<Record<'deprecations' | 'flags' | 'backups', readonly string[]>> = {
  deprecations: ['announced', 'removeAfter', 'removedOn'],
  flags: ['created', 'removeBy'],
  backups: ['takenOn'],
};

/** Where two plans date the same thing differently. */
export function differentDates(plan: Plan, reference: Plan): readonly TwoDates[] {
  return Object.entries(KEYS).flatMap(([list, keys]) => {
    const theirs = new Map(itemsOf(reference, list as keyof typeof KEYS).map((item) => [nameOf(item), item]));
    return itemsOf(plan, list as keyof typeof KEYS).flatMap((item) => {
      const other = theirs.get(nameOf(item));
      return other ? keys.flatMap((key) => twoDates(item, other, key)) : [];
    });
  });
}

function itemsOf({ view }: Plan, list: keyof typeof KEYS): readonly Named[] {
  const items = list === 'deprecations' ? view.compatibility?.deprecations : view[list];
  return (items ?? []) as readonly Named[];
}

function nameOf({ id, what }: Named): string {
  return asId(spelling(id ?? what));
}

function twoDates(item: Named, twin: Named, key: string): TwoDates[] {
  const [own, other] = [item, twin].map((one) => (one as unknown as Record<string, Value<string> | undefined>)[key]);
  const days = [own, other].map((date) => date && parseDate(date.toString())?.day);
  if (!own || !other || !days[0] || !days[1] || days[0] === days[1]) return [];
  return [{ own, other, owners: [item, twin], key, name: spelling(item.id ?? item.what) }];
}
