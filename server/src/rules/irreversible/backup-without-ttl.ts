import * as l10n from '@vscode/l10n';
import { backupNeeds, lengthFor } from '../../lint/backup-needs.ts';
import { plansAround } from '../../lint/bundle.ts';
import { defineRule, type RuleContext } from '../../lint/rule.ts';
import { backupsIn } from '../../lint/step-backup.ts';
import type { MapNode } from '../../model/located.ts';
import { backupPresence } from './backup-presence.ts';

/** A backup says how long it is kept. What is inserted is as long as the plan needs it to be. */
export const backupWithoutTtl = defineRule(
  backupPresence('backup-without-ttl', (context) => {
    const lengths = lengthsIn(context);
    return (backup) => {
      const length = lengths.get(backup);
      // That is the schema's own example.
      if (!length || length === '30d') return undefined;
      return { title: l10n.t`Keep the backup for ${length}`, value: length };
    };
  }),
);

function lengthsIn({ plan, bundle }: RuleContext): ReadonlyMap<MapNode, string> {
  const needs = backupNeeds(plansAround(plan, bundle));
  return new Map(
    backupsIn(plan, bundle).map(({ backup, users }) => [backup.node, lengthFor(needs.longest(backup, users))]),
  );
}
