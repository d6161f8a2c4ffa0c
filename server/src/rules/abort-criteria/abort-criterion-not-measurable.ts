import * as l10n from '@vscode/l10n';
import { isPlaceholder } from '../../analysis/placeholders.ts';
import { proposeAbort } from '../../lint/proposals.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { criteriaOf, stagesOf } from '../../lint/stages.ts';
import type { StageView } from '../../lint/views.ts';
import { isSlot, type Skeleton, slot } from '../../model/edit.ts';
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
  const { criteria, edits } = proposeAbort(stage, context);
  const [value] = criteria;
  if (value === undefined) return [];
  const text = plainWords(value);
  return [
    { title: `Write "${text}"`, edits: [{ kind: 'write', node: words, value: slot(text) }, ...edits], preferred: true },
  ];
}

/** A sentence even where the proposal is a mapping: what is replaced are the words of one criterion. */
function plainWords(value: Skeleton): string {
  if (typeof value === 'string') return value;
  if (isSlot(value)) return value.slot;
  const { when, then } = value as { readonly when: Skeleton; readonly then: Skeleton };
  return `${plainWords(when)} -> ${plainWords(then)}`;
}
