/** Time budgets to propose. */
import { formatDuration } from '../../model/notation.ts';

const MINUTE = 60_000;
const BUDGETS = [10, 15, 20, 30, 45, 60, 90, 120, 180, 240].map((minutes) => minutes * MINUTE);

/** A usual length that is enough. */
export function budgetFor(least: number): string {
  return formatDuration(BUDGETS.find((ms) => ms >= least) ?? Math.ceil(least / (60 * MINUTE)) * 60 * MINUTE);
}
