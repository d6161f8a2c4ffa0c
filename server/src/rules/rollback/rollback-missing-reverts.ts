import { defineRule } from '../../lint/rule.ts';
import { proposeReverts } from './proposals.ts';
import { rollbackPresence } from './rollback-presence.ts';

/** The rollback says what goes back, kind by kind. */
export const rollbackMissingReverts = defineRule(
  rollbackPresence('rollback-missing-reverts', { insert: (context) => ({ value: proposeReverts(context) }) }),
);
