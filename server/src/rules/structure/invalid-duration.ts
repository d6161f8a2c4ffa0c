import { ruleFromSchema } from '../from-reading.ts';

/** A duration in another notation than `30s`, `5m`, `1h30m`, `7d`, `2w`. */
export const invalidDuration = ruleFromSchema(
  { id: 'invalid-duration', severity: 'error', fixable: true },
  { safe: true },
);
