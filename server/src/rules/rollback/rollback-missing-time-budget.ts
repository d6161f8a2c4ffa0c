import { defineRule } from '../../lint/rule.ts';
import { proposeBudget } from './proposals.ts';
import { rollbackPresence } from './rollback-presence.ts';

/** The rollback says how long it may take. */
export const rollbackMissingTimeBudget = defineRule(
  rollbackPresence('rollback-missing-time-budget', { insert: (context) => ({ value: proposeBudget(context) }) }),
);
