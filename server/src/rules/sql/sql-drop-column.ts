import type { Kind } from '../../analysis/sql/index.ts';
import { defineRule } from '../../lint/rule.ts';
import { drops } from './drops.ts';

const KINDS: ReadonlySet<Kind> = new Set(['drop-column'] satisfies Kind[]);

/** Columns go in a contract step that knows what it destroys. */
export const sqlDropColumn = defineRule({
  id: 'sql-drop-column',
  group: 'sql',
  severity: 'warning',
  fixable: false,
  check: (context) => drops(KINDS, context),
});
