/** A step that changes a shape in one go becomes the last of three. */
import * as l10n from '@vscode/l10n';
import { insertPhases } from '../../lint/new-phases.ts';
import { expands, migrates, relation } from '../../lint/phases.ts';
import { workOfSteps } from '../../lint/step-work.ts';
import { stepsOf } from '../../lint/steps.ts';
import { isAbsent } from '../../model/plan/view.ts';
import { itemAround, type Offer } from './refactoring.ts';

export const convertToPhases: Offer = (place, context) => {
  const step = itemAround(place, stepsOf(context.plan));
  if (!step || (step.phase && step.phase.value !== 'contract')) return [];
  const all = workOfSteps(context);
  const work = all.find((one) => one.step === step);
  // A step that only brings something new has nothing to contract.
  if (!work || (!step.phase && (expands(work) || migrates(work)))) return [];
  const before = all.slice(0, all.indexOf(work)).filter((other) => relation(work, other) !== 'apart');
  if (before.some(expands) || before.some(migrates)) return [];
  const phase = isAbsent(step, 'phase')
    ? [{ kind: 'set', parent: step.node, key: 'phase', value: 'contract' } as const]
    : [];
  return insertPhases(step, ['expand', 'migrate'], context).map((fix) => ({
    title: l10n.t('Convert it to expand, migrate and contract'),
    kind: 'refactor.rewrite',
    edits: [...phase, ...fix.edits],
  }));
};
