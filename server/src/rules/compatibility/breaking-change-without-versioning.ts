import * as l10n from '@vscode/l10n';
import { breakingChanges, breakingSteps } from '../../lint/breaking.ts';
import { plansAround } from '../../lint/bundle.ts';
import { shortName } from '../../lint/contract.ts';
import { previousRelease } from '../../lint/releases.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { nameOfStep, placeOfStep, stepsOf } from '../../lint/steps.ts';
import type { StepView } from '../../lint/views.ts';
import { slot } from '../../model/edit.ts';
import { spelling } from '../../model/plan/view.ts';

/** What breaks consumers comes as a new version of the surface, or after a step that puts the new shape beside the old one. */
export const breakingChangeWithoutVersioning = defineRule({
  id: 'breaking-change-without-versioning',
  group: 'compatibility',
  severity: 'error',
  fixable: true,
  *check({ plan, bundle }) {
    const plans = plansAround(plan, bundle);
    for (const { change, breaking } of breakingChanges(plan, plans)) {
      const what = shortName(spelling(change.what));
      const message = l10n.t`"${what}" breaks those who use it, and it has neither a version of its own nor a step that puts the new shape beside the old one. Old and new run at the same time, so some consumer fails whichever is deployed: write the version that brings it.`;
      yield finding(breaking.node.span, message, [
        {
          title: l10n.t('Write the version that brings it'),
          edits: [{ kind: 'set', parent: change.node, key: 'version', value: slot('v2') }],
          preferred: true,
        },
      ]);
    }
    for (const step of breakingSteps(plan, plans)) {
      const message = l10n.t`The step "${nameOfStep(step)}" takes away what others use, and no step has put the new shape beside the old one, nor is there a new version. Consumers then have no moment at which they can move: expand first.`;
      yield finding(placeOfStep(step), message, expandFirst(step, { plan, bundle }));
    }
  },
});

/** In front of all the others. */
function expandFirst(step: StepView, { plan }: Pick<RuleContext, 'plan' | 'bundle'>): Fix[] {
  const list = plan.view.migration?.steps?.node;
  if (!list || stepsOf(plan).some(({ id }) => id?.value === 'add-new-shape')) return [];
  const release = step.release && previousRelease(step.release.value);
  const value = {
    id: 'add-new-shape',
    phase: 'expand',
    ...(release ? { release: slot(release) } : {}),
    title: slot('Serve the new shape beside the old one'),
    reversible: true,
    up: { command: slot('flagctl set serve-new-shape --on') },
    down: { command: slot('flagctl set serve-new-shape --off') },
    verify: [slot('a request for each shape is answered in that shape')],
  };
  return [{ title: l10n.t('Insert an expand step'), edits: [{ kind: 'append', list, value, at: 0 }], preferred: true }];
}
