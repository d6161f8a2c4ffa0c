/** What takes a step back whose statements only add. */
import type { StepSql } from './step-sql.ts';
import { isDdl } from './step-work.ts';

/** The SQL that drops the new columns and tables again, with the lock timeout that the step sets; nothing where it does more. */
export function inverseOf({ step, statements }: Pick<StepSql, 'step' | 'statements'>): string | undefined {
  const sql = step.up?.sql;
  if (!sql || step.up?.command || statements.some(({ statement }) => statement.within)) return undefined;
  const words = ({ from, to }: { readonly from: number; readonly to: number }): string => sql.node.text.slice(from, to);
  const settings = statements.filter(({ statement }) => statement.kind === 'set-lock-timeout');
  const others = statements.filter((one) => !settings.includes(one));
  const undone = others.flatMap(({ statement: { kind, actions } }) => {
    const [first] = actions;
    if (!first?.table || !actions.every(isDdl)) return [];
    if (kind === 'create-table') return `DROP TABLE ${words(first.table.range)};`;
    const columns = actions.flatMap((one) => (one.kind === 'add-column' && one.column ? words(one.column.range) : []));
    if (columns.length < actions.length) return [];
    return `ALTER TABLE ${words(first.table.range)} ${columns.map((column) => `DROP COLUMN ${column}`).join(', ')};`;
  });
  if (undone.length === 0 || undone.length < others.length) return undefined;
  const lines = [...settings.map(({ statement }) => `${words(statement.range)};`), ...undone.reverse()];
  return lines.length > 1 ? `${lines.join('\n')}\n` : lines[0];
}
