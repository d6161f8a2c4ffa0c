import * as l10n from '@vscode/l10n';
import { thresholdsOf } from '../../analysis/criteria/index.ts';
import { windowOf } from '../../lint/proposals.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { criteriaOf, stagesOf } from '../../lint/stages.ts';
import { slot } from '../../model/edit.ts';
import { code } from '../../util/code.ts';

/** "The pod restarts more than 3 times": each of them is seen once, and none is a sample. */
const COUNTED = /\b(?:times|once|twice)\b/i;

/** A limit says for how long it must be broken. */
export const abortCriterionWithoutWindow = defineRule({
  id: 'abort-criterion-without-window',
  group: 'abort-criteria',
  severity: 'warning',
  fixable: true,
  *check({ plan }) {
    for (const stage of stagesOf(plan))
      for (const { criterion, words, spanOf } of criteriaOf(stage, 'abortCriteria')) {
        const thresholds = thresholdsOf(criterion);
        const last = thresholds.at(-1);
        if (!last || thresholds.some(({ window }) => window) || COUNTED.test(last.condition.text)) continue;
        const window = windowOf(stage);
        const at = last.condition.range.to;
        const text = `${words.text.slice(0, at)} for ${window}${words.text.slice(at)}`;
        const message = l10n.t`"${last.condition.text}" does not say for how long, so one noisy sample aborts the stage, or nobody dares to. Write the window, such as ${code(`for ${window}`)}.`;
        yield finding(spanOf(last.condition), message, [
          {
            title: l10n.t`Add "for ${window}"`,
            edits: [{ kind: 'write', node: words, value: slot(text) }],
            preferred: true,
          },
        ]);
      }
  },
});
