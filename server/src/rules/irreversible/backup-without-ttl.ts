import * as l10n from '@vscode/l10n';
import { backupNeeds, lengthFor } from '../../lint/backup-needs.ts';
import { plansAround } from '../../lint/bundle.ts';
import { defineRule, type Fix } from '../../lint/rule.ts';
import { backupsIn } from '../../lint/step-backup.ts';
import { backupPresence } from './backup-presence.ts';

const missing = backupPresence('backup-without-ttl');

/** A backup says how long it is kept. What is inserted is as long as the plan needs it to be. */
export const backupWithoutTtl = defineRule({
  ...missing,
  *check(context) {
    const lengths = new Map<unknown, string>();
    for (const found of missing.check(context)) {
      if (lengths.size === 0) for (const [node, length] of lengthsIn(context)) lengths.set(node, length);
      yield { ...found, fixes: found.fixes.map((fix) => lengthened(fix, lengths)) };
    }
  },
});

function lengthsIn({ plan, bundle }: Parameters<typeof missing.check>[0]): (readonly [unknown, string])[] {
  const needs = backupNeeds(plansAround(plan, bundle));
  return backupsIn(plan, bundle).map(({ backup, users }) => [backup.node, lengthFor(needs.longest(backup, users))]);
}

function lengthened(fix: Fix, lengths: ReadonlyMap<unknown, string>): Fix {
  const [edit] = fix.edits;
  const length = edit?.kind === 'set' ? lengths.get(edit.parent) : undefined;
  if (edit?.kind !== 'set' || !length || length === '30d') return fix;
  return { ...fix, title: l10n.t`Keep the backup for ${length}`, edits: [{ ...edit, value: length }] };
}
