import { rollbackStepsOf, wordsUnder } from '../../lint/rollback.ts';
import { defineRule } from '../../lint/rule.ts';
import { isAbsent } from '../../model/plan/view.ts';
import { proposeChecks } from './proposals.ts';
import { rollbackPresence } from './rollback-presence.ts';

const CHECKS =
  /\b(?:verif(?:y|ies|ied|ication)|smoke|health ?checks?|(?:double-?)?checks?|confirm|validate|make sure|ensure)\b/i;

/** Something checks that the rollback worked: the rollback, or one of its steps. */
export const rollbackMissingVerification = defineRule(
  rollbackPresence('rollback-missing-verification', {
    unless: (rollbacks) =>
      rollbackStepsOf(rollbacks).some((step) => !isAbsent(step, 'verify')) ||
      rollbacks.some(({ restore }) => restore && !isAbsent(restore, 'verify')) ||
      CHECKS.test(wordsUnder(rollbacks, ['description', 'steps', 'followUp', 'notes'])),
    insert: (context) => ({ value: proposeChecks(context) }),
  }),
);
