import * as l10n from '@vscode/l10n';
import { defineRule, finding } from '../../lint/rule.ts';
import { backupsIn } from '../../lint/step-backup.ts';
import { slot } from '../../model/edit.ts';
import { parseDate } from '../../model/notation.ts';
import { backupPresence } from './backup-presence.ts';

/** The day of an example may be still to come. */
const missing = backupPresence('backup-not-verified', ({ today }) => () => ({ value: slot(today) }));

/** A backup was restored once, on a day that has been. */
export const backupNotVerified = defineRule({
  ...missing,
  *check(context) {
    yield* missing.check(context);
    for (const { backup, name } of backupsIn(context.plan, context.bundle)) {
      const { verifiedOn } = backup;
      const day = verifiedOn && parseDate(verifiedOn.toString())?.day;
      if (!verifiedOn || !day || day <= context.today) continue;
      const message = l10n.t`${name} is verified on ${day}, which is still to come. An untested backup is a hope: restore it once beside production, and write the day when that was.`;
      yield finding(verifiedOn.node.span, message, [
        {
          title: l10n.t('Say that it was restored today'),
          edits: [{ kind: 'write', node: verifiedOn.node, value: slot(context.today) }],
        },
      ]);
    }
  },
});
