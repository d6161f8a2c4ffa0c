import * as l10n from '@vscode/l10n';
import type { LocatedCriterion } from '../../analysis/criteria/index.ts';
import { ownerOf } from '../../lint/proposals.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { criteriaOf, isProduction, nameOfStage, stagesOf, weightOf } from '../../lint/stages.ts';
import { isAbsent, nameSpan } from '../../model/plan/view.ts';

/** Where most users are affected, something faster than a person aborts. */
export const noAutomaticAbort = defineRule({
  id: 'no-automatic-abort',
  group: 'abort-criteria',
  severity: 'hint',
  fixable: true,
  *check(context) {
    const { rollout, change } = context.plan.view;
    // A controller aborts by itself; that is what it is for.
    if (
      !rollout ||
      !isAbsent(rollout, 'manifest') ||
      (change?.environment && !isAbsent(change.environment, 'controller'))
    )
      return;
    for (const stage of stagesOf(context.plan)) {
      const criteria = criteriaOf(stage, 'abortCriteria');
      if (!isProduction(stage) || (weightOf(stage) ?? 0) <= 50 || criteria.length === 0) continue;
      if (criteria.some(isAutomatic)) continue;
      const message = l10n.t`Stage "${nameOfStage(stage)}" reaches more than half of the traffic, and every abort waits for a person to notice, decide and type. Let one criterion act by itself.`;
      yield finding(nameSpan(stage), message, automate(criteria, context));
    }
  },
});

function isAutomatic({ automatic, criterion }: LocatedCriterion): boolean {
  return automatic === true || /\bautomat/i.test(criterion.text);
}

function automate(criteria: readonly LocatedCriterion[], context: RuleContext): Fix[] {
  const one = criteria.find(
    ({ criterion, actions }) => criterion.kind === 'threshold' && actions.some(({ kind }) => kind === 'rollback'),
  );
  // A mapping already says everything else; only sentences are turned into one.
  if (one?.criterion.kind !== 'threshold' || one.span !== one.words.span) return [];
  const value = { when: one.criterion.condition.text, then: 'rollback', automatic: true, owner: ownerOf(context) };
  return [
    {
      title: l10n.t`Let "${one.criterion.condition.text}" roll back by itself`,
      edits: [{ kind: 'write', node: one.words, value }],
      preferred: true,
    },
  ];
}
