/** Types of columns that are changed in place. */
import { dialectOf } from '../analysis/sql/index.ts';
import type { StepAction } from './sql-actions.ts';

/** Whether a clause changes the type of a column that was there before, in a way that others may notice. */
export function changesType(one: StepAction): boolean {
  const { action } = one;
  return action.kind === 'alter-type' && action.column !== undefined && !one.isNew && !isOnline(one) && !isWider(one);
}

/** The statement asks for a way that blocks nobody, and fails where there is none; or a tool does it beside live traffic. */
function isOnline({ action: { facts }, statement: { script } }: StepAction): boolean {
  const asked = facts.algorithm === 'INPLACE' || facts.algorithm === 'INSTANT' || facts.lock === 'NONE';
  return facts.online === true || script.online === true || asked;
}

const TEXT = /^(?:text|(?:character varying|n?varchar2?)(?:\((?:max|\d+)\))?|string)$/;

/** Most often a longer text, which only the catalogue notices. MySQL copies the table for that as well, unless told otherwise. */
function isWider({ action: { facts }, statement: { engine } }: StepAction): boolean {
  return dialectOf(engine) !== 'mysql' && facts.using !== true && TEXT.test(facts.type ?? '');
}
