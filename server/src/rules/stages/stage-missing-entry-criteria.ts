import * as l10n from '@vscode/l10n';
import { proposeEntry } from '../../lint/stage-proposals.ts';
import { everyStageSays } from './stage-lacks.ts';

/** A stage says what must be true before it starts. */
export const stageMissingEntryCriteria = everyStageSays({
  id: 'stage-missing-entry-criteria',
  key: 'entryCriteria',
  one: 'has no entry criteria',
  none: 'has entry criteria',
  advice: l10n.t(
    'It then starts because it is its turn, with a red test or nobody on call. Write what must be true before it starts: what has succeeded, and who is awake.',
  ),
  fix: l10n.t('Write entry criteria'),
  propose: proposeEntry,
});
