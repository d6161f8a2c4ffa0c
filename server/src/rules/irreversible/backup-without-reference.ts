import { type BackupAdvice, backupAdvice, waysToBackUp } from '../../lint/backup-advice.ts';
import { declarationsFor } from '../../lint/bundle.ts';
import { defineRule, finding, type RuleContext } from '../../lint/rule.ts';
import { type AnyBackup, backupOf, promisesBackup } from '../../lint/step-backup.ts';
import { stepsOf } from '../../lint/steps.ts';
import { slot } from '../../model/edit.ts';
import type { ScalarNode } from '../../model/located.ts';
import { presenceRule } from '../presence.ts';

const missing = presenceRule('backup-without-reference', 'irreversible', 'warning');

/** A backup says where it is; that one will be taken is not enough. */
export const backupWithoutReference = defineRule({
  ...missing,
  *check(context) {
    yield* missing.check(context);
    yield* promisedByBackups(context);
    yield* promisedBySteps(context);
  },
});

function* promisedBySteps(context: RuleContext) {
  const declared = declarationsFor(context.plan, context.bundle, 'backup');
  let advice: BackupAdvice | undefined;
  for (const step of stepsOf(context.plan)) {
    const said = backupOf(step, declared);
    if (said.kind === 'in-place') yield* promisedBy(said.backup);
    if (said.kind !== 'promise') continue;
    advice ??= backupAdvice(context);
    yield finding(said.node.span, messageFor(said.node), waysToBackUp(step, advice));
  }
}

function* promisedByBackups({ plan }: RuleContext) {
  for (const backup of plan.view.backups ?? []) yield* promisedBy(backup);
}

function* promisedBy({ ref, id }: AnyBackup) {
  if (!ref || !promisesBackup(ref.toString())) return;
  yield finding(ref.node.span, messageFor(ref.node), [
    {
      title: 'Say where the backup is',
      edits: [{ kind: 'write', node: ref.node, value: slot(`s3://backups/${id ?? 'before-the-step'}.dump`) }],
      preferred: true,
    },
  ]);
}

function messageFor({ text }: ScalarNode): string {
  return `"${text}" says that there is a backup, and not where it is. Whoever restores it at night needs a snapshot id, a path or a URI: write that.`;
}
