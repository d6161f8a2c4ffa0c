import * as l10n from '@vscode/l10n';
import { type BackupAdvice, backupAdvice, fits, referTo } from '../../lint/backup-advice.ts';
import { declarationsFor, plansAround } from '../../lint/bundle.ts';
import { irreversibleSteps } from '../../lint/irreversible.ts';
import { referencesIn } from '../../lint/references.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { type AnyBackup, backupOf, backupsIn } from '../../lint/step-backup.ts';
import { nameOfStep, stepsOf } from '../../lint/steps.ts';
import type { StepView } from '../../lint/views.ts';
import { allNodes } from '../../model/located.ts';
import type { Plan } from '../../model/plan/plan.ts';

/** A backup is declared for a step that would be restored from it. */
export const backupUnused = defineRule({
  id: 'backup-unused',
  group: 'irreversible',
  severity: 'hint',
  fixable: true,
  *check(context) {
    const { plan, bundle } = context;
    const plans = plansAround(plan, bundle);
    const declared = declarationsFor(plan, bundle, 'backup');
    if (plans.every((other) => stepsOf(other).length === 0)) return;
    const named = new Set(plans.flatMap((other) => Array.from(referencesIn(other, 'backup'), ({ value }) => value)));
    let waiting: Waiting | undefined;
    let rollback: string | undefined;
    for (const { backup } of backupsIn(plan, bundle)) {
      const { id } = backup;
      if (!id || named.has(id.value) || declared.get(id.value)?.item.node !== backup.node) continue;
      rollback ??= wordsOfRollback(plans);
      if (rollback.includes(`-${id.value}-`)) continue;
      waiting ??= waitingSteps(context);
      const message = l10n.t`No step refers to the backup "${String(id)}". In an incident nobody will know what it is for: refer to it from the step that would be restored from it, or remove it.`;
      yield finding(id.node.span, message, referencesFor(backup, waiting));
    }
  },
});

/** Everything that the rollback says, as one long id: a backup that it names is not forgotten. */
function wordsOfRollback(plans: readonly Plan[]): string {
  const words = plans.flatMap(({ view }) => (view.rollback ? [...allNodes(view.rollback.node)] : []));
  const text = words.map((node) => (node.kind === 'scalar' ? node.text : '')).join(' ');
  return `-${text.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-`;
}

const MOST_OFFERED = 3;
const MOST_CONSIDERED = 20;

/** Steps of this plan that have no backup. */
interface Waiting {
  readonly irreversible: readonly StepView[];
  readonly all: readonly StepView[];
  readonly advice: BackupAdvice;
}

function waitingSteps(context: RuleContext): Waiting {
  const { plan, bundle } = context;
  const declared = declarationsFor(plan, bundle, 'backup');
  const waits = (step: StepView) => backupOf(step, declared).kind === 'missing';
  const irreversible = irreversibleSteps(plan, bundle).map(({ step }) => step);
  return {
    irreversible: irreversible.filter(waits).slice(0, MOST_CONSIDERED),
    all: stepsOf(plan).filter(waits).slice(0, MOST_CONSIDERED),
    advice: backupAdvice(context),
  };
}

/** From steps that cannot be undone, or touch what the backup holds. */
function referencesFor(backup: AnyBackup, { irreversible, all, advice }: Waiting): Fix[] {
  const touching = all.filter((step) => advice.coverage.covers(backup, step));
  return [...new Set([...irreversible, ...touching])]
    .filter((step) => fits(backup, step, advice))
    .slice(0, MOST_OFFERED)
    .map((step, at) => ({
      ...referTo(backup, step),
      title: l10n.t`Refer to it from the step "${nameOfStep(step)}"`,
      preferred: at === 0,
    }));
}
