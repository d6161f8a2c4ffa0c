import * as l10n from '@vscode/l10n';
import { defineRule, finding } from '../../lint/rule.ts';
import { slot } from '../../model/edit.ts';
import { isAbsent } from '../../model/plan/view.ts';

/** A declared metric says where it is read. */
export const metricWithoutSource = defineRule({
  id: 'metric-without-source',
  group: 'abort-criteria',
  severity: 'warning',
  fixable: true,
  *check({ plan }) {
    for (const metric of plan.view.metrics ?? []) {
      const sources = ['query', 'dashboard', 'source', 'alert'] as const;
      if (!metric.id || sources.some((key) => !isAbsent(metric, key))) continue;
      const name = metric.id.value.replaceAll('-', '_');
      const message = l10n.t`The metric "${String(metric.id)}" has neither a query nor a dashboard, so everybody who watches it watches something else. Write where it is read.`;
      const edit = {
        kind: 'set',
        parent: metric.node,
        key: 'query',
        value: slot(`sum(rate(${name}_total[5m]))`),
      } as const;
      yield finding(metric.id.node.head, message, [{ title: l10n.t('Write a query'), edits: [edit], preferred: true }]);
    }
  },
});
