import * as l10n from '@vscode/l10n';
import { type BackupAdvice, backupAdvice, waysToBackUp } from '../../lint/backup-advice.ts';
import { declarationsFor } from '../../lint/bundle.ts';
import { irreversibleSteps } from '../../lint/irreversible.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { backupOf } from '../../lint/step-backup.ts';
import { nameOfStep, placeOfStep } from '../../lint/steps.ts';

/** A step that cannot be undone names the backup that it would be restored from. */
export const irreversibleStepWithoutBackup = defineRule({
  id: 'irreversible-step-without-backup',
  group: 'irreversible',
  severity: 'error',
  fixable: true,
  beforeAdoption: true,
  *check(context) {
    const { plan, bundle } = context;
    const declared = declarationsFor(plan, bundle, 'backup');
    let advice: BackupAdvice | undefined;
    for (const { step, irreversible } of irreversibleSteps(plan, bundle)) {
      if (backupOf(step, declared).kind !== 'missing') continue;
      advice ??= backupAdvice(context);
      const message = l10n.t`The step "${nameOfStep(step)}" ${irreversible.why}, and names no backup. Once it has run, a restore is the only way back, and there would be nothing to restore: refer to a backup that holds what the step destroys.`;
      const related = irreversible.said ? [{ span: irreversible.said, message: l10n.t('It is said here.') }] : [];
      yield finding(placeOfStep(step), message, waysToBackUp(step, advice), related);
    }
  },
});
