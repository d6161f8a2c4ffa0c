import * as l10n from '@vscode/l10n';
import { isTemporary, removalDate } from '../../lint/flags.ts';
import { isMisspelt, planSchema } from '../../lint/missing.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { slot } from '../../model/edit.ts';
import { isAbsent, placeOfMissing } from '../../model/plan/view.ts';

/** A flag that is here for a change says when it goes. */
export const flagWithoutRemovalDate = defineRule({
  id: 'flag-without-removal-date',
  group: 'flags',
  severity: 'warning',
  fixable: true,
  *check(context) {
    for (const flag of context.plan.view.flags ?? []) {
      if (!flag.id || !isTemporary(flag) || !isAbsent(flag, 'removeBy')) continue;
      if (isMisspelt(flag, 'removeBy', planSchema(['flags', 0]))) continue;
      const message = l10n.t`The flag "${String(flag.id)}" has no day by which it is removed. Until then both branches run and have to be tested, and a flag without a day stays for years: write \`removeBy\`.`;
      const edit = { kind: 'set', parent: flag.node, key: 'removeBy', value: slot(removalDate(context)) } as const;
      yield finding(placeOfMissing(flag, 'removeBy'), message, [
        { title: l10n.t`Remove it by ${removalDate(context)}`, edits: [edit], preferred: true },
      ]);
    }
  },
});
