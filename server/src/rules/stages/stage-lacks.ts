/** What every stage says. A stage that says it nowhere is told, where its own words mend it; a plan that never says it is told once. */
import * as l10n from '@vscode/l10n';
import { type StageKey, stagesLacking } from '../../lint/missing.ts';
import { defineRule, type Finding, type Fix, finding, type Rule, type RuleContext } from '../../lint/rule.ts';
import type { Proposal } from '../../lint/stage-proposals.ts';
import { nameOfStage, stagesOf, withHeirs } from '../../lint/stages.ts';
import type { StageView } from '../../lint/views.ts';
import { nameSpan, placeOfMissing } from '../../model/plan/view.ts';

export interface EveryStage {
  readonly id: string;
  readonly key: StageKey;
  /** Goes on after "Stage "canary"" and after "No stage": `has no soak`, `says how long it soaks`. */
  readonly one: string;
  readonly none: string;
  /** Why it matters and what to write. */
  readonly advice: string;
  readonly fix: string;
  /** Says it in other words. */
  readonly isImplied?: (stage: StageView) => boolean;
  readonly propose: (stages: readonly StageView[], context: RuleContext) => Proposal;
}

export function everyStageSays(rule: EveryStage): Rule {
  return defineRule({
    id: rule.id,
    group: 'stages',
    severity: 'warning',
    fixable: true,
    *check(context) {
      const stages = stagesOf(context.plan);
      const lacking = stagesLacking(rule.key, context.plan).filter((stage) => !rule.isImplied?.(stage));
      const everywhere =
        lacking.length > 1 && lacking.flatMap((stage) => withHeirs(stage, context.plan)).length >= stages.length;
      if (everywhere) yield* nowhere(rule, stages, context);
      else for (const stage of lacking) yield inStage(rule, stage, context);
    },
  });
}

function inStage({ key, one, advice, fix, propose }: EveryStage, stage: StageView, context: RuleContext): Finding {
  const { value, edits } = propose(withHeirs(stage, context.plan), context);
  const parent = stage.node.written ?? stage.node;
  const write: Fix = { title: fix, edits: [{ kind: 'set', parent, key, value }, ...edits], preferred: true };
  return finding(placeOfMissing(stage, key), `Stage "${nameOfStage(stage)}" ${one}. ${advice}`, [write]);
}

/** One omission, and one line beside the stages mends it. */
function* nowhere({ key, none, advice, fix, propose }: EveryStage, stages: readonly StageView[], context: RuleContext) {
  const { rollout } = context.plan.view;
  const [first] = stages;
  /* istanbul ignore next -- they are stages of this rollout, and at least one */
  if (!rollout || !first) return;
  const { value, edits } = propose(stages, context);
  const edit = { kind: 'set', parent: rollout.node.written ?? rollout.node, key, value } as const;
  yield finding(nameSpan(first), `No stage ${none}. ${advice}`, [
    { title: l10n.t`${fix}, once for all stages`, edits: [edit, ...edits], preferred: true },
  ]);
}
