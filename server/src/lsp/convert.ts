/** Plain data of the features into the protocol's types, as far as the client can take them. */
import { DiagnosticSeverity, type Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import type { Diagnostic, RuleInfo } from '../features/types.ts';
import type { Severity } from '../workspace/host.ts';
import type { ClientAbilities } from './client-abilities.ts';

/** The name under which problems stand in the editor's list. */
export const SOURCE = 'rollout-plan';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Where a rule is explained, or nothing for a code that is no rule. */
export type RulePage = (rule: string) => string | undefined;

export function rulePages(base: string | undefined, rules: () => readonly RuleInfo[]): RulePage {
  if (base === undefined) return () => undefined;
  const folder = base.endsWith('/') ? base : `${base}/`;
  let groups: ReadonlyMap<string, string> | undefined;
  return (rule) => {
    groups ??= new Map(rules().map(({ id, group }) => [id, group]));
    const group = groups.get(rule);
    return group === undefined ? undefined : `${folder}${group}/${rule}.md`;
  };
}

export type ToLspDiagnostic = (diagnostic: Diagnostic) => LspDiagnostic;

export function diagnosticConverter(
  abilities: Pick<ClientAbilities, 'codeDescription' | 'relatedInformation'>,
  page: RulePage,
): ToLspDiagnostic {
  return ({ range, severity, code, message, related }) => {
    const href = abilities.codeDescription ? page(code) : undefined;
    return {
      range,
      severity: SEVERITIES[severity],
      code,
      ...(href === undefined ? {} : { codeDescription: { href } }),
      source: SOURCE,
      message,
      ...(abilities.relatedInformation && related.length > 0
        ? {
            relatedInformation: related.map((other) => ({
              location: { uri: other.uri, range: other.range },
              message: other.message,
            })),
          }
        : {}),
    };
  };
}
