import { defineRule, type RuleContext } from '../../lint/rule.ts';
import { proposeNotReverted } from './proposals.ts';
import { rollbackPresence } from './rollback-presence.ts';

/** The rollback says what it leaves as it is; "None" is an answer. */
export const rollbackMissingNotReverted = defineRule(
  rollbackPresence('rollback-missing-not-reverted', {
    unless: (_, context) => isSpokenOf(context),
    insert: (context) => ({ value: proposeNotReverted(context) }),
  }),
);

/** A section of prose, which is no list that could be read. */
const SECTION =
  /^[ \t]*#{1,6}[ \t][^\n]*\b(?:(?:not|cannot|can't) (?:be )?(?:reverted|rolled back|undone)|(?:what )?stays|irreversible)\b[^\n]*\n+(?![ \t]*(?:#|<!--|$))[^\n]*\S/im;

function isSpokenOf({ plan }: RuleContext): boolean {
  const { syntax, text } = plan.document.source;
  return syntax === 'markdown' && SECTION.test(text.replace(/\r\n?/g, '\n'));
}
