import { ruleFromReader } from '../from-reading.ts';

/** Text that is not YAML; one problem for each broken place. */
export const yamlSyntax = ruleFromReader({ id: 'yaml-syntax', severity: 'error', fixable: true });
