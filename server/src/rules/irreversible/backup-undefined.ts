import * as l10n from '@vscode/l10n';
import { type BackupAdvice, backupAdvice, declareBackup, freeBackupId, newBackup } from '../../lint/backup-advice.ts';
import { declarationsFor, declaredByMention } from '../../lint/bundle.ts';
import { referencesIn } from '../../lint/references.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { namesPlace, promisesBackup } from '../../lint/step-backup.ts';
import { stepsOf } from '../../lint/steps.ts';
import type { StepView } from '../../lint/views.ts';
import type { ScalarNode } from '../../model/located.ts';
import { idFor, isId } from '../../model/notation.ts';
import { entryOf } from '../../model/plan/view.ts';
import { nearest } from '../../model/schema/nearest.ts';
import { addToGroup } from '../../util/groups.ts';

/** A backup that is referred to is one that the plan declares. */
export const backupUndefined = defineRule({
  id: 'backup-undefined',
  group: 'irreversible',
  severity: 'error',
  fixable: true,
  *check(context) {
    const { plan, bundle } = context;
    if (declaredByMention(plan, bundle, 'backup')) return;
    const declared = declarationsFor(plan, bundle, 'backup');
    let advice: BackupAdvice | undefined;
    for (const [id, nodes] of undeclared(context, declared)) {
      advice ??= backupAdvice(context);
      const near = nearest(id, declared.keys());
      const [first] = nodes;
      yield finding(first.node.span, messageFor(first.node), [
        ...(near ? [referTo(near, nodes)] : []),
        { ...declare(id, nodes, advice), preferred: !near },
      ]);
    }
  },
});

interface Reference {
  readonly node: ScalarNode;
  readonly step: StepView | undefined;
}
type References = [Reference, ...Reference[]];

/** A declaration that is missing is one mistake, however often it is referred to. */
function undeclared({ plan }: RuleContext, declared: ReadonlyMap<string, unknown>): ReadonlyMap<string, References> {
  const steps = new Map(stepsOf(plan).map((step) => [entryOf(step, 'backup')?.value, step]));
  const found = new Map<string, References>();
  for (const node of referencesIn(plan, 'backup')) {
    const id = String(node.value);
    // `backup-without-reference` speaks of a promise.
    if (declared.has(id) || promisesBackup(node.text)) continue;
    const reference = { node, step: steps.get(node) };
    addToGroup(found, id, reference);
  }
  return found;
}

function messageFor(node: ScalarNode): string {
  if (isPlace(node))
    return l10n.t`"${node.text}" says where a backup is, and is not the id of one that the plan declares. Nothing says how long it is kept or how it is restored: write that beside it.`;
  return l10n.t`The backup "${String(node.value)}" is declared nowhere, so nobody can find it when it has to be restored. Declare it under \`backups\`, or refer to one that is there.`;
}

function isPlace({ value, text }: ScalarNode): boolean {
  return !isId(String(value)) && namesPlace(text);
}

function referTo(id: string, references: References): Fix {
  return { title: l10n.t`Refer to "${id}"`, edits: references.map(({ node }) => write(node, id)), preferred: true };
}

function declare(id: string, references: References, advice: BackupAdvice): Fix {
  const steps = references.flatMap(({ step }) => step ?? []);
  const [{ node, step }] = references;
  const place = isPlace(node) ? node.text : undefined;
  if (place && step && references.length === 1)
    return {
      title: l10n.t('Write the rest of the backup here'),
      edits: [write(node, newBackup(id, steps, advice, place))],
    };
  const name = isId(id) ? id : freeBackupId(idFor(id, 'backup'), advice.context);
  const renamed = name === id ? [] : references.map((reference) => write(reference.node, name));
  return {
    title: l10n.t`Declare the backup "${name}"`,
    edits: [declareBackup(name, steps, advice, place), ...renamed],
  };
}

function write(node: ScalarNode, value: string | ReturnType<typeof newBackup>) {
  return { kind: 'write', node, value } as const;
}
