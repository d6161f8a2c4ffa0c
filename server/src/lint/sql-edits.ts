/** Edits of SQL that stands in a plan. What is in a command line or a file is left to its author. */
import type { PlanEdit } from '../model/edit.ts';
import { indentOf } from '../util/parts.ts';
import type { StepStatement } from './step-sql.ts';

/** Another statement in the place of one; no edit where it cannot be written, or is the same. */
export function rewriteStatement(located: StepStatement, change: (sql: string) => string): PlanEdit[] {
  const { script, statement } = located;
  const { from, to } = statement.range;
  const old = script.node.text;
  return rewriteScript(located, old.slice(0, from) + change(old.slice(from, to)) + old.slice(to));
}

/** A line in front of a statement. */
export function insertBefore(located: StepStatement, line: string): PlanEdit[] {
  const { script, statement } = located;
  const { from } = statement.within ?? statement.range;
  const { text } = script.node;
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const indent = indentOf(text.slice(start, from));
  return rewriteScript(located, `${text.slice(0, from)}${line}\n${indent}${text.slice(from)}`);
}

export function rewriteScript({ script }: StepStatement, value: string): PlanEdit[] {
  const { node, from } = script;
  return from === 'sql' && value !== node.text ? [{ kind: 'write', node, value }] : [];
}
