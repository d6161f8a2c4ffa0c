/** Backups to propose: declared ones that fit, and new ones that are complete, with what only a person knows left to be looked at. */
import * as l10n from '@vscode/l10n';
import { type PlanEdit, type Skeleton, slot } from '../model/edit.ts';
import type { MapNode } from '../model/located.ts';
import { idFor } from '../model/notation.ts';
import type { Plan } from '../model/plan/plan.ts';
import { idOf } from '../model/plan/view.ts';
import { type BackupNeeds, backupNeeds, lasts, lengthFor } from './backup-needs.ts';
import { declarationsFor, declaredByMention, plansAround } from './bundle.ts';
import { type Coverage, coverageIn, objectsOf } from './coverage.ts';
import { freeId } from './free-id.ts';
import { addTo } from './proposals.ts';
import type { Fix, RuleContext } from './rule.ts';
import { type AnyBackup, backupOf, backupsIn } from './step-backup.ts';
import { nameOfStep, stepsOf } from './steps.ts';
import type { BackupView, StepView } from './views.ts';

/** What advice is given from, gathered once for all the findings of a rule. */
export interface BackupAdvice {
  readonly context: RuleContext;
  readonly plans: readonly Plan[];
  readonly needs: BackupNeeds;
  readonly coverage: Coverage;
  readonly declared: readonly BackupView[];
  readonly users: ReadonlyMap<MapNode, readonly StepView[]>;
  /** Steps that name a backup which nobody lists. */
  readonly mentioning: readonly StepView[];
}

export function backupAdvice(context: RuleContext): BackupAdvice {
  const { plan, bundle } = context;
  const plans = plansAround(plan, bundle);
  const declared = declarationsFor(plan, bundle, 'backup');
  const mentions = declaredByMention(plan, bundle, 'backup') ? plans.flatMap(stepsOf) : [];
  return {
    context,
    plans,
    needs: backupNeeds(plans),
    coverage: coverageIn(plans),
    declared: Array.from(declared.values(), ({ item }) => item as BackupView),
    users: new Map(backupsIn(plan, bundle).map(({ backup, users }) => [backup.node, users])),
    mentioning: mentions.filter((step) => backupOf(step, declared).kind === 'reference'),
  };
}

/** How an engine reads its own dump back beside production. */
const RESTORES: Readonly<Record<string, readonly [suffix: string, command: (file: string) => string]>> = {
  postgresql: ['.dump', (file) => `pg_restore --dbname=restored ${file}`],
  mysql: ['.sql', (file) => `mysql restored < ${file}`],
  mariadb: ['.sql', (file) => `mariadb restored < ${file}`],
  mongodb: ['.archive', (file) => `mongorestore --archive=${file}`],
};
const RESTORE_OTHERS = ['.dump', (file: string) => `scripts/restore.sh ${file}`] as const;

/** All that a backup says besides its id, for the steps that would be restored from it. `place`: where it is, if that is known. */
export function newBackup(name: string, steps: readonly StepView[], advice: BackupAdvice, place?: string) {
  const [first] = steps;
  const engine =
    first?.engine ?? advice.plans.map(({ view }) => view.change?.environment?.database?.engine).find(Boolean);
  const [suffix, restore] = (place === undefined && RESTORES[engine?.value ?? '']) || RESTORE_OTHERS;
  const where = place ?? `${name}${suffix}`;
  const objects = [...new Set(steps.flatMap(objectsOf))];
  return {
    ref: place ?? slot(`s3://backups/${where}`),
    covers: objects.length > 0 ? objects : [slot('table.column')],
    ttl: lengthFor(advice.needs.longest({}, steps)),
    restore: slot(restore(where)),
    verifiedOn: slot(advice.context.today),
  } satisfies Skeleton;
}

/** Declares a backup under `id`. */
export function declareBackup(id: string, steps: readonly StepView[], advice: BackupAdvice, place?: string): PlanEdit {
  return addTo(advice.context, 'backups', { id, ...newBackup(id, steps, advice, place) });
}

/** An id that no backup has yet. */
export function freeBackupId(wanted: string, { plan, bundle }: RuleContext): string {
  return freeId(wanted, declarationsFor(plan, bundle, 'backup'));
}

/** Ways to give a step a backup: each that is declared and holds what the step destroys, then a new one. */
export function waysToBackUp(step: StepView, advice: BackupAdvice): readonly Fix[] {
  const fixes = [...backupsFor(step, advice).map((backup) => referTo(backup, step)), declareFor(step, advice)];
  return fixes.map((fix, at) => ({ ...fix, preferred: at === 0 }));
}

const MOST_CONSIDERED = 20;

/** Declared backups that nothing speaks against; those that surely hold what the step touches come first. */
function backupsFor(step: StepView, advice: BackupAdvice): readonly BackupView[] {
  const fitting = advice.declared.slice(0, MOST_CONSIDERED).filter((backup) => fits(backup, step, advice));
  return [...fitting].sort((a, b) => rank(b, step, advice) - rank(a, step, advice));
}

function rank(backup: BackupView, step: StepView, { coverage }: BackupAdvice): number {
  return Number(coverage.covers(backup, step));
}

/** Whether a step could refer to the backup without a complaint. */
export function fits(backup: AnyBackup, step: StepView, { coverage, needs, users }: BackupAdvice): boolean {
  const others = users.get(backup.node) ?? [];
  return coverage.uncovered(step, backup).length === 0 && lasts(backup, needs.longest(backup, [...others, step]));
}

export function referTo(backup: AnyBackup, step: StepView): Fix {
  const id = idOf(backup);
  return {
    title: l10n.t`Refer to the backup "${id}"`,
    edits: [{ kind: 'set', parent: step.node, key: 'backup', value: id }],
  };
}

function declareFor(step: StepView, advice: BackupAdvice): Fix {
  const id = freeBackupId(`before-${idFor(nameOfStep(step), 'step')}`, advice.context);
  const refer = (value: Skeleton): PlanEdit => ({ kind: 'set', parent: step.node, key: 'backup', value });
  if (isOneOfMentions(step, advice))
    return { title: l10n.t('Write a backup at the step'), edits: [refer(newBackup(id, [step], advice))] };
  return { title: l10n.t('Declare a backup and refer to it'), edits: [refer(id), declareBackup(id, [step], advice)] };
}

/** Where other steps name backups that nobody lists, a list with one of them would make the others undefined. */
function isOneOfMentions(step: StepView, { mentioning }: BackupAdvice): boolean {
  return mentioning.some((other) => other !== step);
}
