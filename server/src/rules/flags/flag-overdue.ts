import * as l10n from '@vscode/l10n';
import { cleanUpIfMissing, isTemporary, removalDate, removalsFor } from '../../lint/flags.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { slot } from '../../model/edit.ts';
import { parseDate } from '../../model/notation.ts';
import { wordsOf } from '../../model/plan/view.ts';

const OVER = new Set(['abandoned', 'rolled-back']);

/** A flag is gone by the day that was said. */
export const flagOverdue = defineRule({
  id: 'flag-overdue',
  group: 'flags',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const { plan, today } = context;
    if (OVER.has(plan.view.status?.value ?? '')) return;
    const now = today;
    for (const flag of plan.view.flags ?? []) {
      const { id, removeBy } = flag;
      const day = removeBy && parseDate(removeBy.toString())?.day;
      if (!id || !day || day >= now || !isTemporary(flag)) continue;
      if (removalsFor(context).checkOf(id.value)?.done?.value === true) continue;
      const later = removalDate(context);
      const message = l10n.t`The flag "${String(id)}" was to be removed by ${String(removeBy)}. Code behind it that nobody turns any more still runs when somebody does: remove the flag and tick that it is gone, or write a day that holds.`;
      yield finding(removeBy.node.span, message, [
        {
          title: l10n.t`Remove it by ${later}, and put that on the checklist`,
          edits: [
            { kind: 'write', node: removeBy.node, value: slot(later) },
            ...cleanUpIfMissing([id.value], wordsOf(flag.ticket), context),
          ],
          preferred: true,
        },
      ]);
    }
  },
});
