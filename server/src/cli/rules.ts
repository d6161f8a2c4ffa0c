import { RULES } from '../rules/index.ts';
import { ruleInfo } from '../rules/info.ts';
import type { Output } from './program.ts';

/** The catalogue: ids, groups, default severities, and which have a quick fix. */
export function listRules(format: 'text' | 'json', output: Output): void {
  const rules = RULES.map(ruleInfo);
  if (format === 'json') {
    output.out(`${JSON.stringify(rules, undefined, 2)}\n`);
    return;
  }
  const width = Math.max(...rules.map(({ id }) => id.length));
  for (const { id, group, severity, fixable } of rules)
    output.out(`${id.padEnd(width)}  ${severity.padEnd(11)}  ${group}${fixable ? '  (quick fix)' : ''}\n`);
}
