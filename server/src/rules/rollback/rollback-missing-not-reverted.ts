import { irreversibleAround, restoring } from '../../lint/rollback.ts';
import { defineRule } from '../../lint/rule.ts';
import { slot } from '../../model/edit.ts';
import { rollbackPresence } from './rollback-presence.ts';

/** The rollback says what it leaves as it is; "None" is an answer. */
export const rollbackMissingNotReverted = defineRule(
  rollbackPresence('rollback-missing-not-reverted', {
    insert: (context) => {
      const ids = irreversibleAround(context).flatMap(({ step }) => step.id?.value ?? []);
      if (ids.length === 0) return undefined;
      return {
        value: ids.map((step) => ({ step, why: slot('what it removed is gone'), instead: restoring(context) })),
      };
    },
  }),
);
