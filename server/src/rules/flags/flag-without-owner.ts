import * as l10n from '@vscode/l10n';
import { flagOwner } from '../../lint/flags.ts';
import { isMisspelt, planSchema } from '../../lint/missing.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { isAbsent, placeOfMissing } from '../../model/plan/view.ts';

/** Somebody may turn the flag, and has to remove it. */
export const flagWithoutOwner = defineRule({
  id: 'flag-without-owner',
  group: 'flags',
  severity: 'warning',
  fixable: true,
  *check(context) {
    for (const flag of context.plan.view.flags ?? []) {
      if (!flag.id || !isAbsent(flag, 'owner') || isMisspelt(flag, 'owner', planSchema(['flags', 0]))) continue;
      const message = l10n.t`The flag "${String(flag.id)}" has no owner. In an incident nobody knows who may turn it, and afterwards nobody removes it: name a team or a rota under \`owner\`.`;
      const edit = { kind: 'set', parent: flag.node, key: 'owner', value: flagOwner(context) } as const;
      yield finding(placeOfMissing(flag, 'owner'), message, [
        { title: l10n.t('Name an owner of the flag'), edits: [edit], preferred: true },
      ]);
    }
  },
});
