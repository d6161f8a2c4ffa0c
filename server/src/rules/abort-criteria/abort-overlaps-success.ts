import * as l10n from '@vscode/l10n';
import { type LocatedCriterion, overlap, type ThresholdCriterion } from '../../analysis/criteria/index.ts';
import { baselinesOf } from '../../lint/metrics.ts';
import { defineRule, type Fix, finding } from '../../lint/rule.ts';
import { criteriaOf, stagesOf } from '../../lint/stages.ts';
import { slot } from '../../model/edit.ts';

/** No value may both succeed and abort: the stage would do both. */
export const abortOverlapsSuccess = defineRule({
  id: 'abort-overlaps-success',
  group: 'abort-criteria',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const baselineOf = baselinesOf(context);
    for (const stage of stagesOf(context.plan))
      for (const abort of criteriaOf(stage, 'abortCriteria'))
        for (const success of criteriaOf(stage, 'successCriteria')) {
          if (overlap(success.criterion, abort.criterion, baselineOf) !== true) continue;
          const message = l10n.t`A value can satisfy both "${abort.criterion.condition.text}" and the success criterion "${success.criterion.condition.text}": the stage would abort and succeed. Leave a gap between the two limits.`;
          yield finding(abort.spanOf(abort.criterion.condition), message, tighten(success, abort), [
            {
              span: success.spanOf(success.criterion.condition),
              message: l10n.t('The success criterion that it overlaps.'),
            },
          ]);
        }
  },
});

const OPPOSITE = { '>': '<=', '>=': '<', '<': '>=', '<=': '>', '=': '!=', '!=': '=' } as const;

/** Success begins where abort ends. Only for two plain comparisons, whose words are known one by one. */
function tighten(success: LocatedCriterion, abort: LocatedCriterion): Fix[] {
  const [wide, limit] = [success.criterion, abort.criterion];
  if (wide.kind !== 'threshold' || limit.kind !== 'threshold' || limit.limit.kind !== 'absolute') return [];
  const text = rewritten(success.words.text, wide, `${OPPOSITE[limit.op]} ${limit.limit.text}`);
  return [
    {
      title: l10n.t`Tighten the success criterion to "${text}"`,
      edits: [{ kind: 'write', node: success.words, value: slot(text) }],
      preferred: true,
    },
  ];
}

function rewritten(text: string, { operator, limit }: ThresholdCriterion, comparison: string): string {
  return text.slice(0, operator.range.from) + comparison + text.slice(limit.range.to);
}
