import * as l10n from '@vscode/l10n';
import { signalOf } from '../../analysis/metrics.ts';
import { declarationsFor } from '../../lint/bundle.ts';
import { signalsOfStage } from '../../lint/metrics.ts';
import { addTo, NEW_LATENCY } from '../../lint/proposals.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { isProduction, nameOfStage, stagesOf } from '../../lint/stages.ts';
import type { ListNode } from '../../model/located.ts';

/** A stage in production watches more than errors: what is slow or wrong returns 200. */
export const onlyErrorRate = defineRule({
  id: 'only-error-rate',
  group: 'abort-criteria',
  severity: 'information',
  fixable: true,
  *check(context) {
    for (const stage of stagesOf(context.plan)) {
      const signals = signalsOfStage(stage, context);
      if (
        !isProduction(stage) ||
        !stage.metrics ||
        signals.length === 0 ||
        signals.some((signal) => signal !== 'errors')
      )
        continue;
      const message = l10n.t`Stage "${nameOfStage(stage)}" watches nothing but errors. What is slow, or wrong and answers 200, passes: watch latency too, and what the service is for.`;
      yield finding(stage.metrics.node.head, message, [watchLatency(stage.metrics.node, context)]);
    }
  },
});

function watchLatency(list: ListNode, context: RuleContext): Fix {
  const declared = declarationsFor(context.plan, context.bundle, 'metric');
  const known = [...declared.keys()].find((id) => signalOf(id) === 'latency');
  const id = known ?? 'p99-latency';
  const declare = known || declared.size === 0 ? [] : [addTo(context, 'metrics', NEW_LATENCY)];
  return {
    title: l10n.t`Watch "${id}" too`,
    edits: [{ kind: 'append', list, value: id }, ...declare],
    preferred: true,
  };
}
