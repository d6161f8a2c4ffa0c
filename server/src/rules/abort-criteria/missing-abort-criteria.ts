import * as l10n from '@vscode/l10n';
import { optionOf, type RuleOption } from '../../lint/options.ts';
import { proposeAbort } from '../../lint/proposals.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { nameOfStage, stagesOf } from '../../lint/stages.ts';
import type { StageView } from '../../lint/views.ts';
import { isAbsent, placeOfMissing } from '../../model/plan/view.ts';

const PER_STAGE: RuleOption<'boolean'> = {
  name: 'perStage',
  kind: 'boolean',
  default: 'false',
  description:
    'Whether each stage needs criteria of its own, or of the stage that it extends: the rollout’s do not serve.',
};

/** Every stage says what stops it. The rollout's own abort criteria serve every stage; the rollback's triggers do not. */
export const missingAbortCriteria = defineRule({
  id: 'missing-abort-criteria',
  group: 'abort-criteria',
  severity: 'error',
  fixable: true,
  beforeAdoption: true,
  options: [PER_STAGE],
  *check(context) {
    const stages = stagesOf(context.plan);
    const shared = optionOf(context, PER_STAGE) ? context.plan.view.rollout?.abortCriteria?.node : undefined;
    const isShared = (stage: StageView): boolean => shared !== undefined && stage.abortCriteria?.node === shared;
    const lacking = new Set(stages.filter((stage) => isAbsent(stage, 'abortCriteria') || isShared(stage)));
    const namesLacking = new Set([...lacking].map((stage) => stage.id?.value));
    for (const stage of lacking) {
      // What a stage would inherit is missing where it would be inherited from.
      if (stage.extends && stage.extends.value !== stage.id?.value && namesLacking.has(stage.extends.value)) continue;
      const message = isShared(stage)
        ? l10n.t`Stage "${nameOfStage(stage)}" has no abort criterion of its own, and the policy asks every stage for one: what is bearable at 1% is not at 100%. Write what is measured, the limit, for how long, and what then happens.`
        : l10n.t`Stage "${nameOfStage(stage)}" has no abort criterion, so whether to stop it is argued about while users are hurt. Write what is measured, the limit, for how long, and what then happens.`;
      yield finding(placeOfMissing(stage, 'abortCriteria'), message, [insertion(stage, context)]);
    }
  },
});

function insertion(stage: StageView, context: RuleContext): Fix {
  const { criteria, edits } = proposeAbort(stage, context);
  return {
    title: l10n.t('Write abort criteria from the metrics of the plan'),
    edits: [{ kind: 'set', parent: stage.node, key: 'abortCriteria', value: criteria }, ...edits],
    preferred: true,
  };
}
