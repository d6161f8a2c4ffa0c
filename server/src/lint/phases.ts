/** Which steps belong to one change, and which third of it they are, as far as that can be told. */
import { actionsOf, isDdl, type StepWork, wordsNaming } from './step-work.ts';

/** The tables that a step names, in lower case; empty where nobody can tell. */
export function tablesOf(work: StepWork): ReadonlySet<string> {
  const inSql = actionsOf(work).flatMap(({ table }) => table?.name.toLowerCase() ?? []);
  const touched = (work.step.touches ?? []).map(({ value }) => tableIn(value));
  return new Set([...inSql, ...touched].filter((name) => name !== ''));
}

/** `orders.amount` is of `orders`; a bare word may be a column. */
function tableIn(path: string): string {
  const parts = path
    .toLowerCase()
    .replace(/["`[\]]/g, '')
    .trim()
    .split('.');
  return parts.length > 1 ? (parts.at(-2) ?? '') : '';
}

/** `apart`: both name their tables, and have none in common. */
export function relation(one: StepWork, other: StepWork): 'together' | 'apart' | 'unknown' {
  const [left, right] = [tablesOf(one), tablesOf(other)];
  if (left.size === 0 || right.size === 0) return 'unknown';
  return [...left].some((table) => right.has(table)) ? 'together' : 'apart';
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
