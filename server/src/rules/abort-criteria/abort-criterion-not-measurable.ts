import * as l10n from '@vscode/l10n';
import { isPlaceholder } from '../../analysis/placeholders.ts';
import { proposeAbort } from '../../lint/proposals.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { criteriaOf, stagesOf } from '../../lint/stages.ts';
import type { StageView } from '../../lint/views.ts';
import { slot } from '../../model/edit.ts';
import type { ScalarNode } from '../../model/located.ts';

/** An abort criterion has a number, or names something that is seen or not. */
export const abortCriterionNotMeasurable = defineRule({
  id: 'abort-criterion-not-measurable',
  group: 'abort-criteria',
  severity: 'warning',
  fixable: true,
  *check(context) {
    for (const stage of stagesOf(context.plan))
      for (const { criterion, words, spanOf } of criteriaOf(stage, 'abortCriteria')) {
        if (criterion.kind !== 'vague' || isPlaceholder(criterion.text)) continue;
        const message = l10n.t`"${criterion.condition.text}" is read differently by everybody who is awake at the time. Name a metric, an operator, a number and for how long, or an event that is seen or not.`;
        yield finding(spanOf(criterion.condition), message, scaffold(stage, words, context));
      }
  },
});

function scaffold(stage: StageView, words: ScalarNode, context: RuleContext): Fix[] {
  const { texts, edits } = proposeAbort(stage, context);
  return texts.slice(0, 1).map((text) => ({
    title: `Write "${text}"`,
    edits: [{ kind: 'write', node: words, value: slot(text) }, ...edits],
    preferred: true,
  }));
}
