import * as l10n from '@vscode/l10n';
import { signalOf } from '../../analysis/metrics.ts';
import { declarationsFor } from '../../lint/bundle.ts';
import { metricMentions } from '../../lint/metrics.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import type { MetricView } from '../../lint/views.ts';
import { slot } from '../../model/edit.ts';
import { isAbsent } from '../../model/plan/view.ts';

/** A limit relative to the baseline needs one that is written down: after the rollout nobody can measure it. */
export const metricWithoutBaseline = defineRule({
  id: 'metric-without-baseline',
  group: 'abort-criteria',
  severity: 'warning',
  fixable: true,
  *check({ plan, bundle }) {
    const declared = declarationsFor(plan, bundle, 'metric');
    const told = new Set<string>();
    for (const { id, threshold, spanOfLimit } of metricMentions(plan)) {
      const metric = declared.get(id)?.item as MetricView | undefined;
      const isRelative = threshold?.limit.kind === 'relative' && threshold.limit.to === 'baseline';
      if (!metric || !isRelative || !spanOfLimit || told.has(id) || !isAbsent(metric, 'baseline')) continue;
      told.add(id);
      const message = l10n.t`"${threshold.limit.text}" is relative to the baseline of "${id}", and none is written down: once the rollout runs, nobody can tell what normal was. Write \`baseline\` at the metric.`;
      const value = slot(signalOf(id) === 'latency' ? '180ms' : signalOf(id) === 'errors' ? '0.1%' : '100');
      yield finding(spanOfLimit, message, [
        {
          title: l10n.t`Write a baseline for "${id}"`,
          edits: [{ kind: 'set', parent: metric.node, key: 'baseline', value }],
          preferred: true,
        },
      ]);
    }
  },
});
