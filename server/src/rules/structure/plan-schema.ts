import { ruleFromSchema } from '../from-reading.ts';

/** A value that the schema does not allow at its place. */
export const planSchema = ruleFromSchema({ id: 'plan-schema', severity: 'error', fixable: true }, { safe: false });
