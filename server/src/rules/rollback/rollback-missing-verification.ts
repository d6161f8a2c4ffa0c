import { plansAround } from '../../lint/bundle.ts';
import { rollbackStepsOf, wordsUnder } from '../../lint/rollback.ts';
import { defineRule } from '../../lint/rule.ts';
import { slot } from '../../model/edit.ts';
import { isAbsent, wordsOf } from '../../model/plan/view.ts';
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
    insert: ({ plan, bundle }) => {
      const smoke = plansAround(plan, bundle).flatMap(({ view }) => view.validation?.smoke ?? []);
      const run = smoke.map((check) => wordsOf(check.run)).find((words) => words && !words.includes('\n'));
      return run === undefined ? undefined : { value: [slot(`${run} exits 0`)] };
    },
  }),
);
