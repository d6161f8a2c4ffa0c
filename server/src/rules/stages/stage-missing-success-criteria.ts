import * as l10n from '@vscode/l10n';
import { proposeSuccess } from '../../lint/stage-proposals.ts';
import { everyStageSays } from './stage-lacks.ts';

/** A stage says what it has to show before the next one may start. */
export const stageMissingSuccessCriteria = everyStageSays({
  id: 'stage-missing-success-criteria',
  key: 'successCriteria',
  one: 'has no success criteria',
  none: 'has success criteria',
  advice: l10n.t(
    'It then passes because nothing was heard, and at a small share nothing is heard of most faults. Write what must hold, with a number and for how long.',
  ),
  fix: l10n.t('Write success criteria'),
  propose: proposeSuccess,
});
