import { wordsUnder } from '../../lint/rollback.ts';
import { defineRule } from '../../lint/rule.ts';
import { proposeApproach } from './proposals.ts';
import { rollbackPresence } from './rollback-presence.ts';

const FORWARD =
  /\b(?:roll(?:ing|ed)?|fix(?:ing|ed)?|go(?:ing)?|backfill|repair)[ -]?forward|forward[ -]?(?:fix|only)|\bhot-?fix/i;

/** The plan chooses what is tried first: going back, or a fix that goes on. */
export const rollForwardNotConsidered = defineRule(
  rollbackPresence('roll-forward-not-considered', {
    unless: (rollbacks) =>
      FORWARD.test(wordsUnder(rollbacks, ['description', 'decisions', 'steps', 'followUp', 'notes', 'preconditions'])),
    insert: (context) => ({ value: proposeApproach(context) }),
  }),
);
