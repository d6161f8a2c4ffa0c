/** What a backup lacks, told so that one mistake is told once. */
import * as l10n from '@vscode/l10n';
import { type BackupAdvice, backupAdvice, newBackup } from '../../lint/backup-advice.ts';
import { type Finding, type Fix, finding, type Rule, type RuleContext } from '../../lint/rule.ts';
import { type AnyBackup, backupsIn, promisesBackup, type UsedBackup } from '../../lint/step-backup.ts';
import type { StepView } from '../../lint/views.ts';
import type { Skeleton } from '../../model/edit.ts';
import { isEmpty, type MapNode } from '../../model/located.ts';
import { missed, presenceRule, writing } from '../presence.ts';

const ASKED_FOR = ['ref', 'ttl', 'restore', 'verifiedOn'] as const;

/** What to write for a backup, where the plan knows better than an example. */
type Better = (backup: MapNode) => { readonly title?: string; readonly value: Skeleton } | undefined;

/** The presence rule of this id, silent about a backup of which nothing is known but its name. */
export function backupPresence(id: string, betterIn?: (context: RuleContext) => Better): Rule {
  const rule = presenceRule(id, 'irreversible', 'warning');
  return {
    ...rule,
    *check(context) {
      const all = [...missed(id, context)].filter(({ edit }) => !isOnlyNamed(edit.parent));
      const better = all.length > 0 ? betterIn?.(context) : undefined;
      for (const one of all) {
        const found = better?.(one.edit.parent);
        if (!found) yield one.found;
        else yield titled(writing(one, found.value), found.title);
      }
    },
  };
}

function titled(found: Finding, title: string | undefined): Finding {
  return title === undefined ? found : { ...found, fixes: found.fixes.map((fix) => ({ ...fix, title })) };
}

/** Four missing keys are one missing backup: `backup-without-reference` tells of it. */
export function isOnlyNamed(backup: MapNode): boolean {
  return ASKED_FOR.every((key) => {
    const value = backup.entries.get(key)?.value;
    return !value || isEmpty(value) || (key === 'ref' && value.kind === 'scalar' && promisesBackup(value.text));
  });
}

/** Backups that are only named, or promised in words, each told at the words and written out by its fix. */
export function* onlyNamed(context: RuleContext): Generator<Finding> {
  let advice: BackupAdvice | undefined;
  for (const used of backupsIn(context.plan, context.bundle)) {
    const { ref, node, id } = used.backup;
    if (!isOnlyNamed(node)) continue;
    advice ??= backupAdvice(context);
    const message = ref
      ? promiseMessage(ref.toString())
      : l10n.t`${used.name} is a name and nothing else. Whoever restores it at night needs to know where it is, how long it is kept and how it is restored: write that.`;
    yield finding(ref?.node.span ?? id?.node.span ?? node.head, message, [writeOut(used, advice)]);
  }
}

export function promiseMessage(words: string): string {
  return l10n.t`"${words}" says that there is a backup, and not where it is. Whoever restores it at night needs a snapshot id, a path or a URI: write that.`;
}

function writeOut({ backup, users }: UsedBackup, advice: BackupAdvice): Fix {
  const parts = Object.entries(newBackup(nameFor(backup, users), users, advice));
  const wanted = parts.filter(([key]) => key !== 'covers' || backup.covers === undefined);
  return {
    title: l10n.t('Write the backup out'),
    edits: wanted.map(([key, value]) => ({ kind: 'set', parent: backup.node, key, value })),
    preferred: true,
  };
}

/** A backup in place has no id of its own. */
export function nameFor({ id }: AnyBackup, [step]: readonly StepView[]): string {
  return id?.value ?? `before-${step?.id?.value ?? 'the-step'}`;
}
