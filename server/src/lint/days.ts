import * as l10n from '@vscode/l10n';
import { formatDuration } from '../model/notation.ts';

export const DAY_MS = 86_400_000;

/** As people say it: `1 day`, `90 days`; what is no number of whole days, in the format's notation. */
export function daysOf(ms: number): string {
  if (ms % DAY_MS !== 0) return formatDuration(ms);
  return ms === DAY_MS ? l10n.t('1 day') : l10n.t`${ms / DAY_MS} days`;
}
