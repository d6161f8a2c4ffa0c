import { longestRehearsal } from '../../lint/rehearsals.ts';
import { rollbackStepsOf, rollbacksAround } from '../../lint/rollback.ts';
import { defineRule, type RuleContext } from '../../lint/rule.ts';
import { parseDuration } from '../../model/notation.ts';
import { spelling } from '../../model/plan/view.ts';
import { budgetFor } from './budget.ts';
import { rollbackPresence } from './rollback-presence.ts';

/** The rollback says how long it may take. */
export const rollbackMissingTimeBudget = defineRule(
  rollbackPresence('rollback-missing-time-budget', {
    insert: (context) => {
      const least = Math.max(1.5 * expected(context), longestRehearsal(context) ?? 0);
      return least > 0 ? { value: budgetFor(least) } : undefined;
    },
  }),
);

/** What the steps say of themselves. */
function expected(context: RuleContext): number {
  const lengths = rollbackStepsOf(rollbacksAround(context)).map(
    (step) => parseDuration(spelling(step.expected))?.ms ?? 0,
  );
  return lengths.reduce((sum, ms) => sum + ms, 0);
}
