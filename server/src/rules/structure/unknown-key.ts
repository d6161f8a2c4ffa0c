import { ruleFromSchema } from '../from-reading.ts';

/** A key that no tool will read: mostly a known one, misspelt. */
export const unknownKey = ruleFromSchema({ id: 'unknown-key', severity: 'warning', fixable: true }, { safe: false });
