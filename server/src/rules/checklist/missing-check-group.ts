import * as l10n from '@vscode/l10n';
import { defineRule, type Finding, finding } from '../../lint/rule.ts';
import { offsets } from '../../model/source.ts';
import { addToGroup } from '../../util/groups.ts';
import { listed } from '../../util/listed.ts';
import { presenceRule } from '../presence.ts';

const missing = presenceRule('missing-check-group', 'checklist', 'warning');

/** Each concern of the checklist has a check. Several that have none are one checklist that was not finished. */
export const missingCheckGroup = defineRule({
  ...missing,
  *check(context) {
    const atPlace = new Map<string, [Finding, ...Finding[]]>();
    for (const found of missing.check(context)) {
      const { start, end } = offsets(found.span);
      addToGroup(atPlace, `${start} ${end}`, found);
    }
    for (const [first, ...others] of atPlace.values()) yield others.length > 0 ? together(first, others) : first;
  },
});

function together(first: Finding, others: readonly Finding[]): Finding {
  const names = [first, ...others].map(({ about }) => about).filter((about) => about !== undefined);
  const message = l10n.t`The checklist has no checks of ${listed(names)}. Each concern hides faults that the checks of the others pass over: write at least one check for each, and how it is done.`;
  const edits = [first, ...others].flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits));
  return finding(first.span, message, [{ title: l10n.t('Write a check for each'), edits, preferred: true }]);
}
