import * as l10n from '@vscode/l10n';
import { defineRule, finding } from '../../lint/rule.ts';

const ON = /^(?:true|on|yes|enabled|1|active|100 ?%)$/i;

/** A release flag starts off, so that deploying is not releasing. */
export const flagOnByDefault = defineRule({
  id: 'flag-on-by-default',
  group: 'flags',
  severity: 'warning',
  fixable: true,
  *check({ plan }) {
    for (const flag of plan.view.flags ?? []) {
      const value = flag.default;
      if (!value || flag.type?.value !== 'release' || !ON.test(value.toString().trim())) continue;
      const message = l10n.t`The release flag "${String(flag.id ?? 'without a name')}" starts on: the deployment releases to everybody at once, and so does every outage of the flag system. Let it start off.`;
      yield finding(value.node.span, message, [
        {
          title: l10n.t('Let it start off'),
          edits: [{ kind: 'write', node: value.node, value: false }],
          preferred: true,
        },
      ]);
    }
  },
});
