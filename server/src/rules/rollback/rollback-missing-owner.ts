import { isSaid, rollbackStepsOf } from '../../lint/rollback.ts';
import { defineRule } from '../../lint/rule.ts';
import { isAbsent } from '../../model/plan/view.ts';
import { proposeOwner } from './proposals.ts';
import { rollbackPresence } from './rollback-presence.ts';

/** Somebody decides the rollback and runs it. Who owns the plan may be asleep. */
export const rollbackMissingOwner = defineRule(
  rollbackPresence('rollback-missing-owner', {
    unless: (rollbacks) => {
      const steps = rollbackStepsOf(rollbacks);
      const isByStep = steps.length > 0 && steps.every((step) => !isAbsent(step, 'owner'));
      return isByStep || isSaid(rollbacks, 'contacts', 'approvers');
    },
    insert: (context) => ({ value: proposeOwner(context) }),
  }),
);
