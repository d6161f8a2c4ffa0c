/** Which steps belong to one change, and which third of it they are, as far as that can be told. */
import { once } from '../model/plan/reads.ts';
import { addToGroup } from '../util/groups.ts';
import { tableIn } from './coverage.ts';
import { actionsOf, isDdl, type StepWork, wordsNaming } from './step-work.ts';

/** The tables that a step names, in lower case; empty where nobody can tell. */
const tablesOf = once((work: StepWork): ReadonlySet<string> => {
  const inSql = actionsOf(work).flatMap(({ table }) => table?.name.toLowerCase() ?? []);
  const touched = (work.step.touches ?? []).map(({ value }) => tableIn(value));
  return new Set([...inSql, ...touched].filter((name) => name !== ''));
});

/** `apart`: both name their tables, and have none in common. */
export function relation(one: StepWork, other: StepWork): 'together' | 'apart' | 'unknown' {
  const [left, right] = [tablesOf(one), tablesOf(other)];
  if (left.size === 0 || right.size === 0) return 'unknown';
  return [...left].some((table) => right.has(table)) ? 'together' : 'apart';
}

/** Steps by the tables that they name, each later than those before: of thousands, only those that may be of one change are looked at. */
export class StepsByTable {
  private readonly all: Placed[] = [];
  private readonly unknown: Placed[] = [];
  private readonly byTable = new Map<string, Placed[]>();

  add(work: StepWork, at: number): void {
    const placed = { work, at };
    this.all.push(placed);
    const tables = tablesOf(work);
    if (tables.size === 0) this.unknown.push(placed);
    for (const table of tables) {
      addToGroup(this.byTable, table, placed);
    }
  }

  /** The last one that surely belongs to the same change. */
  lastTogether(work: StepWork): Placed | undefined {
    return latest(Array.from(tablesOf(work), (table) => this.byTable.get(table)?.at(-1)));
  }

  /** The last one that may belong to the same change. */
  lastRelated(work: StepWork): Placed | undefined {
    if (tablesOf(work).size === 0) return this.all.at(-1);
    return latest([this.lastTogether(work), this.unknown.at(-1)]);
  }
}

/** A step with its place among all. */
export interface Placed {
  readonly work: StepWork;
  readonly at: number;
}

export function latest(some: readonly (Placed | undefined)[]): Placed | undefined {
  return some.reduce((last, one) => (one && !(last && last.at >= one.at) ? one : last), undefined);
}

const ADDS = /^(?:add-column|create-(?!index))/;
const MOVES =
  /\b(?:migrat|backfill|back-fill|copy|copies|copied|mov(?:e|es|ing)|fill|popul|sync|replicat|dual|double|both|switch|cut ?over|seed|import|transform|convert)/i;

/** Brings the new shape, by its phase or its SQL. */
export function expands(work: StepWork): boolean {
  const { phase } = work.step;
  return phase ? phase.value === 'expand' : actionsOf(work).some(({ kind }) => ADDS.test(kind));
}

/** Brings data or code across, by its phase, its SQL or its words. */
export function migrates(work: StepWork): boolean {
  const { phase } = work.step;
  if (phase) return phase.value === 'migrate';
  return work.changesData || work.isDualWrite || (!actionsOf(work).some(isDdl) && MOVES.test(wordsNaming(work.step)));
}
