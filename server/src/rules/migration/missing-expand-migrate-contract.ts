import * as l10n from '@vscode/l10n';
import { plansAround } from '../../lint/bundle.ts';
import { disuseIn, removesShape } from '../../lint/disuse.ts';
import { insertPhases, type Phase } from '../../lint/new-phases.ts';
import { expands, migrates, StepsByTable } from '../../lint/phases.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { remarksOf, type StepWork, wordsNaming, workOfSteps } from '../../lint/step-work.ts';
import { nameOfStep, placeOfStep } from '../../lint/steps.ts';

/** What replaces something comes beside it first, is filled next, and only then the old shape goes. */
export const missingExpandMigrateContract = defineRule({
  id: 'missing-expand-migrate-contract',
  group: 'migration',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const plans = plansAround(context.plan, context.bundle);
    if (plans.some(({ view }) => view.migration?.strategies?.some(({ value }) => AT_ONCE.has(value)))) return;
    const all = workOfSteps(context);
    const disuse = disuseIn(plans);
    const before = { expanding: new StepsByTable(), migrating: new StepsByTable() };
    const anywhere = new StepsByTable();
    for (const [at, work] of all.entries()) if (migrates(work)) anywhere.add(work, at);
    for (const [at, work] of all.entries()) {
      const dropped = droppedBy(work);
      const missing = dropped && !isInNobodysWay(work, dropped) ? missingBefore(work, before, anywhere) : [];
      if (expands(work)) before.expanding.add(work, at);
      if (migrates(work)) before.migrating.add(work, at);
      if (!dropped || missing.length === 0 || disuse.isProvenBefore(work.step)) continue;
      const message = l10n.t`The step "${nameOfStep(work.step)}" drops "${dropped}", and no step before it ${missing.map((phase) => SAYS[phase]).join(' or ')}. While the release rolls out the old code still needs it, and its values are gone: expand, migrate, and contract in a later release.`;
      yield finding(placeOfStep(work.step), message, insertPhases(work.step, missing, context));
    }
  },
});

const SAYS: Readonly<Record<Phase, string>> = { expand: 'brings what replaces it', migrate: 'moves its values' };
const AT_ONCE: ReadonlySet<string> = new Set(['big-bang', 'maintenance-window']);
const IN_NOBODYS_WAY =
  /\b(?:unused|obsolete|legacy|orphan\w*|dead|leftovers?|temp(?:orary)?|tmp|stag(?:e|ing)|back-?ups?|bak|archived?|deprecated|import|duplicate|shadow|scratch)\b|_(?:old|bak|backup|tmp|temp|archive|staging|import|copy|shadow)\b|\b(?:old|tmp|temp|bak)_/i;

function isInNobodysWay({ step }: StepWork, dropped: string): boolean {
  return IN_NOBODYS_WAY.test(`${remarksOf(step)} ${wordsNaming(step)} ${dropped}`);
}

/** The table or column that goes, which the plan has not made itself. */
function droppedBy({ effects }: StepWork): string | undefined {
  const drop = effects.find(
    ({ kind, action }) => kind === 'destroys' && (action.kind === 'drop-column' || action.kind === 'drop-table'),
  )?.action;
  return drop && [drop.table?.name, drop.column?.name].filter((name) => name !== undefined).join('.');
}

interface Before {
  readonly expanding: StepsByTable;
  readonly migrating: StepsByTable;
}

/** A contract step may stand alone: what it needs came in an earlier change. Only where this plan brings the new shape must it also move the old one. */
function missingBefore(work: StepWork, before: Before, migrating: StepsByTable): readonly Phase[] {
  const isExpanded = before.expanding.lastRelated(work) !== undefined;
  const isMigrated = before.migrating.lastRelated(work) !== undefined;
  if (isExpanded && isMigrated) return [];
  // A step that stands too late is told by `phase-order`.
  if (work.step.phase?.value === 'contract') {
    const isLate = migrating.lastRelated(work) !== undefined;
    return removesShape(work.step) && isExpanded && !isLate ? ['migrate'] : [];
  }
  return [...(isExpanded ? [] : (['expand'] as const)), ...(isMigrated ? [] : (['migrate'] as const))];
}
