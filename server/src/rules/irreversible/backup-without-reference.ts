import * as l10n from '@vscode/l10n';
import { type BackupAdvice, backupAdvice, waysToBackUp } from '../../lint/backup-advice.ts';
import { declarationsFor } from '../../lint/bundle.ts';
import { defineRule, finding, type RuleContext } from '../../lint/rule.ts';
import { backupOf, backupsIn, promisesBackup } from '../../lint/step-backup.ts';
import { stepsOf } from '../../lint/steps.ts';
import { slot } from '../../model/edit.ts';
import { backupPresence, isOnlyNamed, nameFor, onlyNamed, promiseMessage } from './backup-presence.ts';

const missing = backupPresence('backup-without-reference');

/** A backup says where it is; that one will be taken is not enough. */
export const backupWithoutReference = defineRule({
  ...missing,
  *check(context) {
    yield* missing.check(context);
    yield* onlyNamed(context);
    yield* promisedByBackups(context);
    yield* promisedBySteps(context);
  },
});

function* promisedBySteps(context: RuleContext) {
  const declared = declarationsFor(context.plan, context.bundle, 'backup');
  let advice: BackupAdvice | undefined;
  for (const step of stepsOf(context.plan)) {
    const said = backupOf(step, declared);
    if (said.kind !== 'promise') continue;
    advice ??= backupAdvice(context);
    yield finding(said.node.span, promiseMessage(said.node.text), waysToBackUp(step, advice));
  }
}

function* promisedByBackups({ plan, bundle }: RuleContext) {
  for (const { backup, users } of backupsIn(plan, bundle)) {
    const { ref, node } = backup;
    if (!ref || !promisesBackup(ref.toString()) || isOnlyNamed(node)) continue;
    yield finding(ref.node.span, promiseMessage(ref.toString()), [
      {
        title: l10n.t('Say where the backup is'),
        edits: [{ kind: 'write', node: ref.node, value: slot(`s3://backups/${nameFor(backup, users)}.dump`) }],
        preferred: true,
      },
    ]);
  }
}
