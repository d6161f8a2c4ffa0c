import { defineRule } from '../../lint/rule.ts';
import type { PlanEdit } from '../../model/edit.ts';
import { child } from '../../model/located.ts';
import { missed, presenceRule, withEdits } from '../presence.ts';
import { proposeRollback } from './proposals.ts';

const ID = 'missing-rollback';

/** The plan says how to go back. */
export const missingRollback = defineRule({
  ...presenceRule(ID, 'rollback', 'error'),
  *check(context) {
    for (const { found, edit } of missed(ID, context)) {
      const { value, edits } = proposeRollback(context);
      const { document } = context.plan;
      const own = document.kind === 'rollback' ? child(document.root, 'rollback') : undefined;
      // An artifact is its part: the keys stand under headings of their own.
      const write: readonly PlanEdit[] =
        own?.kind === 'map'
          ? Object.entries(value).map(([key, below]) => ({ kind: 'set', parent: own, key, value: below }))
          : [{ ...edit, value }];
      yield withEdits(found, () => [...write, ...edits]);
    }
  },
});
