/** The phases that a change lacks, as steps to insert. */
import * as l10n from '@vscode/l10n';
import { slot } from '../model/edit.ts';
import { isAbsent } from '../model/plan/view.ts';
import { insertSteps, newBackfill, newDualWrite, newExpand } from './new-steps.ts';
import { previousRelease } from './releases.ts';
import type { Fix, RuleContext } from './rule.ts';
import type { StepView } from './views.ts';

export type Phase = 'expand' | 'migrate';

/** Steps in front of one that takes the old shape away, in the release before; the step then waits for them. */
export function insertPhases(step: StepView, missing: readonly Phase[], context: RuleContext): Fix[] {
  // A step that expands and drops at once has to be split by hand.
  if (step.phase?.value === 'expand' || step.phase?.value === 'migrate') return [];
  const before = step.release && previousRelease(step.release.value);
  const release = before === undefined ? undefined : slot(before);
  const expand = missing.includes('expand') ? [newExpand(release, context)] : [];
  const migrate = missing.includes('migrate')
    ? [newDualWrite(release, context), newBackfill('new-shape', release, context)]
    : [];
  const steps = [...expand, ...migrate];
  const after = steps.slice(-1).map(({ id }) => ({ step: id, soak: slot('30d') }));
  return [
    {
      title:
        migrate.length === 0
          ? l10n.t('Expand first')
          : expand.length === 0
            ? l10n.t('Migrate first')
            : l10n.t('Expand and migrate first'),
      edits: [
        ...(isAbsent(step, 'after') ? after : []).map(
          (value) => ({ kind: 'set', parent: step.node, key: 'after', value }) as const,
        ),
        ...insertSteps(steps, step, 'before', context),
      ],
      preferred: true,
    },
  ];
}
