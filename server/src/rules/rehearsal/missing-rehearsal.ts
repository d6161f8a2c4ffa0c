import * as l10n from '@vscode/l10n';
import { proposeRehearsal } from '../../lint/rehearsal-proposals.ts';
import { rehearsalsAround, stakesOf } from '../../lint/rehearsals.ts';
import { isForwardOnly, isMisspeltIn, rollbackAsked, wordsUnder } from '../../lint/rollback.ts';
import { defineRule, finding, type RuleContext } from '../../lint/rule.ts';
import type { RollbackView } from '../../lint/views.ts';
import { isEmpty } from '../../model/located.ts';
import { entryOf, placeOfMissing } from '../../model/plan/view.ts';

/** Where much is at stake, the rollback was tried once. */
export const missingRehearsal = defineRule({
  id: 'missing-rehearsal',
  group: 'rehearsal',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const said = rollbackAsked(context);
    const why = said && !isForwardOnly(said.all) ? stakesOf(context) : undefined;
    if (!said || !why || rehearsalsAround(context).length > 0 || said.all.some(saysOtherwise)) return;
    if (isMisspeltIn(said.all, 'rehearsals') || isSpokenOf(said.all, context)) return;
    const message = l10n.t`${why}, and going back was never tried. The first rehearsal finds the missing right, the wrong name, the step that takes an hour; better then than at night. Try it with a timer, and write it under \`rehearsals\`.`;
    const { value, edits } = proposeRehearsal(context);
    const edit = { kind: 'set', parent: said.own.node, key: 'rehearsals', value: [value] } as const;
    const none = entryOf(said.own, 'rehearsals')?.value;
    const place = none && !isEmpty(none) ? none.span : placeOfMissing(said.own, 'rehearsals');
    yield finding(place, message, [
      { title: l10n.t('Write down a rehearsal'), edits: [edit, ...edits], preferred: true },
    ]);
  },
});

const BARE_NONE = /^\W*(?:none|nothing|n\/a|not applicable)\W*$/i;

/** Declined with a reason, or written in a form that is not a list. */
function saysOtherwise({ node }: RollbackView): boolean {
  const value = node.entries.get('rehearsals')?.value;
  return value !== undefined && !isEmpty(value) && !(value.kind === 'scalar' && BARE_NONE.test(value.text));
}

const TRIED = /\brehears|\bdry[ -]?run|\bdrill|\bgame ?day|\btabletop|\btested\b/i;
const HEADING =
  /^[ \t]*(?:#{1,6}|(?:[-*+][ \t]+)?\*\*)[^\n]*\b(?:rehears|dry[ -]?run|drill|game ?day|tabletop|test(?:s|ed|ing)?\b)/im;

/** In words, or in a section of prose that holds no entry. */
function isSpokenOf(rollbacks: readonly RollbackView[], { plan }: RuleContext): boolean {
  const { source } = plan.document;
  if (TRIED.test(wordsUnder(rollbacks, ['description', 'notes', 'preconditions', 'links']))) return true;
  return source.syntax === 'markdown' && !entryOf(plan.view.rollback, 'rehearsals') && HEADING.test(source.text);
}
