import * as l10n from '@vscode/l10n';
import { proposeSoak } from '../../lint/stage-proposals.ts';
import type { StageView } from '../../lint/views.ts';
import { slot } from '../../model/edit.ts';
import { entryOf } from '../../model/plan/view.ts';
import { textOf } from '../../model/source.ts';
import { everyStageSays } from './stage-lacks.ts';

/** A stage says how long it is watched before it widens. */
export const stageMissingSoak = everyStageSays({
  id: 'stage-missing-soak',
  key: 'soak',
  one: 'does not say how long it soaks',
  none: 'says how long it soaks',
  advice: l10n.t(
    'It then ends when somebody is impatient, before leaks, caches and daily jobs have had their time. Write `soak`, at least as long as the slowest criterion takes.',
  ),
  fix: l10n.t('Write a soak'),
  isImplied: hasDates,
  propose: (stages, context) => ({ value: slot(proposeSoak(stages, context)), edits: [] }),
});

/** "Week 1", or a first and a last day. */
function hasDates(stage: StageView): boolean {
  if (entryOf(stage, 'starts') && entryOf(stage, 'ends')) return true;
  return /\b(?:days?|weeks?|months?)[ -]?\d/i.test(textOf(stage.node.head));
}
