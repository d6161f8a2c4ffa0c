import type { Kind } from '../../analysis/sql/index.ts';
import { defineRule } from '../../lint/rule.ts';
import { drops } from './drops.ts';

const KINDS: ReadonlySet<Kind> = new Set(['truncate', 'truncate-partition', 'drop-partition'] satisfies Kind[]);

/** Tables are emptied in a contract step that knows what it destroys. */
export const sqlTruncate = defineRule({
  id: 'sql-truncate',
  group: 'sql',
  severity: 'warning',
  fixable: false,
  check: (context) => drops(KINDS, context),
});
