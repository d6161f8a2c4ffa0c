import * as l10n from '@vscode/l10n';
import { backupNeeds, lasts, lengthFor } from '../../lint/backup-needs.ts';
import { plansAround } from '../../lint/bundle.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { backupsIn } from '../../lint/step-backup.ts';

/** A backup is kept for as long as the plan itself says that it may be needed. */
export const backupExpiresTooEarly = defineRule({
  id: 'backup-expires-too-early',
  group: 'irreversible',
  severity: 'error',
  fixable: true,
  *check({ plan, bundle }) {
    const needs = backupNeeds(plansAround(plan, bundle));
    for (const { backup, name, users } of backupsIn(plan, bundle)) {
      const need = backup.ttl && needs.longest(backup, users);
      if (!need || !backup.ttl || lasts(backup, need)) continue;
      const length = lengthFor(need, 1);
      const message = l10n.t`${name} is kept for ${String(backup.ttl)}, but ${need.why}. It would be deleted while it may still be needed, and nobody is told: keep it for ${length}.`;
      yield finding(
        backup.ttl.node.span,
        message,
        [
          {
            title: l10n.t`Keep the backup for ${length}`,
            edits: [{ kind: 'write', node: backup.ttl.node, value: length }],
            preferred: true,
          },
        ],
        need.said ? [{ span: need.said, message: l10n.t('It is needed for at least this long.') }] : [],
      );
    }
  },
});
