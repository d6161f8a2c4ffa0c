import * as l10n from '@vscode/l10n';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { backupsIn } from '../../lint/step-backup.ts';
import { slot } from '../../model/edit.ts';
import { parseDate } from '../../model/notation.ts';
import { backupPresence } from './backup-presence.ts';

const missing = backupPresence('backup-not-verified');

/** A backup was restored once, on a day that has been. */
export const backupNotVerified = defineRule({
  ...missing,
  *check(context) {
    for (const found of missing.check(context))
      yield { ...found, fixes: found.fixes.map((fix) => verifiedToday(fix, context)) };
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

/** The day of an example may be still to come. */
function verifiedToday(fix: Fix, { today }: RuleContext): Fix {
  return {
    ...fix,
    edits: fix.edits.map((edit) => (edit.kind === 'set' ? { ...edit, value: slot(today) } : edit)),
  };
}
