import { ruleFromSchema } from '../from-reading.ts';

/** A date in another notation than `2026-12-01`, or one that no calendar has. */
export const invalidDate = ruleFromSchema({ id: 'invalid-date', severity: 'error', fixable: true }, { safe: true });
