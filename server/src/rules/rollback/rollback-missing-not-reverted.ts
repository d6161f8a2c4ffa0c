import { defineRule } from '../../lint/rule.ts';
import { proposeNotReverted } from './proposals.ts';
import { rollbackPresence } from './rollback-presence.ts';

/** The rollback says what it leaves as it is; "None" is an answer. */
export const rollbackMissingNotReverted = defineRule(
  rollbackPresence('rollback-missing-not-reverted', { insert: (context) => ({ value: proposeNotReverted(context) }) }),
);
