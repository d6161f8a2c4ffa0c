import { ruleFromSchema } from '../from-reading.ts';

/** A share in another notation than `5%` or `5`, or outside of 0 to 100. */
export const invalidPercentage = ruleFromSchema(
  { id: 'invalid-percentage', severity: 'error', fixable: true },
  { safe: true },
);
