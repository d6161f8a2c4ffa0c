import * as l10n from '@vscode/l10n';
import { isStopped } from '../../lint/downtime.ts';
import { defineRule } from '../../lint/rule.ts';
import { actionsOf, nameOf, tell } from '../../lint/sql-actions.ts';
import { changesType } from '../../lint/type-changes.ts';

/** A column keeps its type; a new type is a new column. */
export const sqlTypeChange = defineRule({
  id: 'sql-type-change',
  group: 'sql',
  severity: 'warning',
  fixable: false,
  // A column that is renamed and retyped by one clause is told once.
  givesWay: true,
  *check(context) {
    if (isStopped(context)) return;
    for (const one of actionsOf(context, 'up')) {
      if (!changesType(one)) continue;
      const { type } = one.action.facts;
      const message = l10n.t`The type of "${nameOf(one.action)}" is changed in place${type === undefined ? '' : `, to ${type}`}. The old version still writes the old type, a narrower one loses what does not fit, and most changes rewrite the table under a lock: add a column of the new type, fill it, and move the code over.`;
      yield tell(one, message);
    }
  },
});
