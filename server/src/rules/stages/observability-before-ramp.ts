import * as l10n from '@vscode/l10n';
import { dashboardOf, isBlind } from '../../lint/observability.ts';
import { isSurelyProduction } from '../../lint/ramp.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { nameOfStage, stagesOf } from '../../lint/stages.ts';

/** What a stage in production watches can be seen before users are in it. */
export const observabilityBeforeRamp = defineRule({
  id: 'observability-before-ramp',
  group: 'stages',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const { plan } = context;
    const { rollout } = plan.view;
    const blind = stagesOf(plan).find((stage) => isSurelyProduction(stage, plan) && isBlind(stage, context));
    if (!rollout || !blind?.metrics) return;
    const message = l10n.t`Stage "${nameOfStage(blind)}" is in production, and none of its metrics has a query, a dashboard or an alert. Nobody can then see what it does to users: say where to look before it starts.`;
    yield finding(blind.metrics.node.head, message, [
      { title: l10n.t('Say where to look'), edits: [dashboardOf(rollout.node)], preferred: true },
    ]);
  },
});
