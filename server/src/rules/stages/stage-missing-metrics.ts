import * as l10n from '@vscode/l10n';
import { whereToLook } from '../../lint/observability.ts';
import { proposeMetrics } from '../../lint/stage-proposals.ts';
import { everyStageSays } from './stage-lacks.ts';

/** A stage says which metrics are watched while it runs. */
export const stageMissingMetrics = everyStageSays({
  id: 'stage-missing-metrics',
  key: 'metrics',
  one: 'names no metrics to watch',
  none: 'names metrics to watch',
  advice: l10n.t(
    'Everybody then looks at another graph, and what no criterion thought of is seen by nobody. Name them: one for errors, one for latency, one for what the change could break.',
  ),
  fix: l10n.t('Name the metrics to watch'),
  propose(stages, context) {
    const { value, edits } = proposeMetrics(stages, context);
    return { value, edits: [...edits, ...whereToLook(context)] };
  },
});
