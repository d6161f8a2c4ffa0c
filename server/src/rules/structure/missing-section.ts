import { whereToLook } from '../../lint/observability.ts';
import { defineRule, type RuleContext } from '../../lint/rule.ts';
import type { PlanEdit } from '../../model/edit.ts';
import { isAbsent } from '../../model/plan/view.ts';
import { missed, presenceRule, withEdits } from '../presence.ts';

const ID = 'missing-section';

/** Each part of a plan is there, and each part has what it is about. */
export const missingSection = defineRule({
  ...presenceRule(ID, 'structure', 'warning'),
  *check(context) {
    for (const { found, edit } of missed(ID, context))
      yield edit.key === 'stages'
        ? withEdits(found, (own) => [...besideStages(context), ...own, ...whereToLook(context)])
        : found;
  },
});

/** Stages reach a share, of something that a rollout with none had no need to name. */
function besideStages({ plan }: RuleContext): readonly PlanEdit[] {
  const { rollout } = plan.view;
  return rollout && isAbsent(rollout, 'unit')
    ? [{ kind: 'set', parent: rollout.node, key: 'unit', value: 'requests' }]
    : [];
}
