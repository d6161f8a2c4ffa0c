/** What is told of a rule to those who do not run it: lists, pages, completion. */
import type { RuleOption } from '../lint/options.ts';
import type { Rule, RuleGroup, Severity } from '../lint/rule.ts';

export interface RuleInfo {
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  readonly fixable: boolean;
  readonly options: readonly RuleOption[];
}

export function ruleInfo({ id, group, severity, fixable, options }: Rule): RuleInfo {
  return { id, group, severity, fixable, options: options ?? [] };
}
