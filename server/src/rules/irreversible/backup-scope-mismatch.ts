import * as l10n from '@vscode/l10n';
import { plansAround } from '../../lint/bundle.ts';
import { coverageIn } from '../../lint/coverage.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { backupsIn } from '../../lint/step-backup.ts';
import { nameOfStep } from '../../lint/steps.ts';
import { entryOf } from '../../model/plan/view.ts';
import { listed } from '../../util/listed.ts';

/** A backup holds what the steps that refer to it destroy. */
export const backupScopeMismatch = defineRule({
  id: 'backup-scope-mismatch',
  group: 'irreversible',
  severity: 'warning',
  fixable: true,
  *check({ plan, bundle }) {
    const coverage = coverageIn(plansAround(plan, bundle));
    for (const { backup, name, users } of backupsIn(plan, bundle)) {
      const covers = entryOf(backup, 'covers');
      const step = users.find((user) => coverage.uncovered(user, backup).length > 0);
      if (covers?.value.kind !== 'list' || !step) continue;
      const list = covers.value;
      const missing = [...new Set(users.flatMap((user) => coverage.uncovered(user, backup)))];
      const message = l10n.t`${name} does not cover ${listed(coverage.uncovered(step, backup))}, which "${nameOfStep(step)}" changes for good. A restore would bring back something else: add it to what the backup covers, or refer to one that holds it.`;
      yield finding(
        covers.key,
        message,
        [
          {
            title: l10n.t`Add ${listed(missing)} to what the backup covers`,
            edits: missing.map((value) => ({ kind: 'append', list, value })),
            preferred: true,
          },
        ],
        [{ span: step.node.head, message: l10n.t`"${nameOfStep(step)}" would be restored from it.` }],
      );
    }
  },
});
