import type { Kind } from '../../analysis/sql/index.ts';
import { defineRule } from '../../lint/rule.ts';
import { drops } from './drops.ts';

const KINDS: ReadonlySet<Kind> = new Set([
  'drop-table',
  'drop-schema',
  'drop-database',
  'drop-owned',
  'drop-type',
] satisfies Kind[]);

/** Tables go in a contract step that knows what it destroys. */
export const sqlDropTable = defineRule({
  id: 'sql-drop-table',
  group: 'sql',
  severity: 'warning',
  fixable: false,
  check: (context) => drops(KINDS, context),
});
