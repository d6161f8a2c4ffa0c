import * as l10n from '@vscode/l10n';
import { addCleanUp, isTemporary, removalsFor } from '../../lint/flags.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { nameSpan, wordsOf } from '../../model/plan/view.ts';

/** The checklist ends with the flag gone. */
export const flagNotRemovedInChecklist = defineRule({
  id: 'flag-not-removed-in-checklist',
  group: 'flags',
  severity: 'information',
  fixable: true,
  *check(context) {
    const removals = removalsFor(context);
    for (const flag of context.plan.view.flags ?? []) {
      const { id, ticket, type } = flag;
      if (!id || !isTemporary(flag) || type?.value === 'experiment') continue;
      if (removals.checkOf(id.value) || removals.isByStep(id.value)) continue;
      const edits = addCleanUp([id.value], wordsOf(ticket), context);
      // Without a checklist that is what is missing.
      if (edits.length === 0) continue;
      const message = l10n.t`No item of the checklist retires the flag "${String(id)}". A rollout is over when its flag is gone, and what is on no list is done by nobody: add an item.`;
      yield finding(nameSpan(flag), message, [
        { title: l10n.t('Put its removal on the checklist'), edits, preferred: true },
      ]);
    }
  },
});
