import * as l10n from '@vscode/l10n';
import { declarationsFor } from '../../lint/bundle.ts';
import { metricsOfAborts } from '../../lint/metrics.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import type { MetricView } from '../../lint/views.ts';
import { isAbsent, placeOfMissing } from '../../model/plan/view.ts';

/** A metric that can abort says what silence means: the worst outages take the monitoring with them. */
export const noDataPolicyMissing = defineRule({
  id: 'no-data-policy-missing',
  group: 'abort-criteria',
  severity: 'information',
  fixable: true,
  *check({ plan, bundle }) {
    const aborting = metricsOfAborts(bundle.plans);
    for (const { id, item, plan: declaring } of declarationsFor(plan, bundle, 'metric').values()) {
      const metric = item as MetricView;
      if (declaring !== plan || !aborting.has(id.value) || !isAbsent(metric, 'onNoData')) continue;
      const message = l10n.t`An abort criterion reads "${String(id)}", and nothing says what no data means. An outage that takes the metric with it then looks like health: write \`onNoData\`.`;
      const edit = { kind: 'set', parent: metric.node, key: 'onNoData', value: 'abort' } as const;
      yield finding(placeOfMissing(metric, 'onNoData'), message, [
        { title: l10n.t('Abort when there is no data'), edits: [edit], preferred: true },
      ]);
    }
  },
});
