/** Runs the rules over a plan. A rule that throws is told once; the others still speak. */
import * as l10n from '@vscode/l10n';
import { noReads, once, recording } from '../model/plan/reads.ts';
import { offsets } from '../model/source.ts';
import type { LintMemory } from './memory.ts';
import type { Finding, Problem, Rule, RuleContext, Severity } from './rule.ts';

export interface LintOptions {
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** `offered`: a Markdown file that is only perhaps an artifact, of which little is said, and softly. */
  readonly adoption: 'adopted' | 'offered';
  readonly maxProblems: number;
  readonly onRuleError?: (rule: string, error: unknown) => void;
  /** What is known from the reading before. */
  readonly memory?: LintMemory;
}

/**
 * All problems of one plan, in the order of the text. A generator, so that the caller decides when to pause and when to give up: it
 * yields after every finding and every rule, and returns the problems.
 */
export function* lint(context: RuleContext, rules: readonly Rule[], options: LintOptions): Generator<void, Problem[]> {
  const problems = new Map<string, Problem>();
  const taken = new Set<number>();
  const { memory } = options;
  memory?.turnTo(context);
  for (const rule of inTurn(rules)) {
    const known = memory?.recall(rule)?.findings;
    if (known?.length === 0) continue;
    const severity = severityOf(rule, options);
    if (severity === 'off') continue;
    try {
      for (const found of known ?? (memory ? askedAnew(rule, context, memory) : rule.check(context))) {
        const place = offsets(found.span).start;
        if (!(rule.givesWay && taken.has(place))) {
          keep(problems, { ...found, rule: rule.id, severity });
          taken.add(place);
        }
        if (problems.size > options.maxProblems) break;
        yield;
      }
    } catch (error) {
      options.onRuleError?.(rule.id, error);
      keep(problems, internalError(rule, context));
    }
    yield;
  }
  return [...problems.values()].sort(byPlace);
}

/** What a rule is stopped at is not kept. */
function* askedAnew(rule: Rule, context: RuleContext, memory: LintMemory): Generator<Finding> {
  const reads = noReads();
  const findings: Finding[] = [];
  const checking = recording(reads, () => rule.check(context)[Symbol.iterator]());
  for (let next = recording(reads, () => checking.next()); !next.done; next = recording(reads, () => checking.next())) {
    findings.push(next.value);
    yield next.value;
  }
  memory.keep(rule, context, { findings, reads });
}

/** Rules that give way speak last. */
const inTurn = once((rules: readonly Rule[]): readonly Rule[] => [
  ...rules.filter((rule) => !rule.givesWay),
  ...rules.filter((rule) => rule.givesWay),
]);

function severityOf(rule: Rule, options: LintOptions): Severity | 'off' {
  const wanted = options.severities[rule.id] ?? rule.severity;
  if (options.adoption === 'adopted' || wanted === 'off') return wanted;
  return rule.beforeAdoption ? 'information' : 'off';
}

/** An inherited value is judged for every stage that has it, and told once, where it was written. */
function keep(problems: Map<string, Problem>, problem: Problem): void {
  const { start, end } = offsets(problem.span);
  const key = `${problem.rule} ${problem.span.segment.source.uri} ${start} ${end} ${problem.about ?? ''}`;
  if (!problems.has(key)) problems.set(key, problem);
}

function internalError(rule: Rule, { plan }: RuleContext): Problem {
  return {
    rule: 'internal-error',
    severity: 'information',
    span: plan.document.root.head,
    message: l10n.t`The rule "${rule.id}" failed on this plan and said nothing; the other rules are not affected. The log has the details, and a report of it is welcome.`,
    fixes: [],
    related: [],
  };
}

export function byPlace(a: Problem, b: Problem): number {
  const [left, right] = [offsets(a.span), offsets(b.span)];
  return left.start - right.start || left.end - right.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
