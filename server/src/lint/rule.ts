/** What a rule is. One file a rule, registered in `rules/index.ts`, tested and documented under the same name. */
import type { PlanEdit } from '../model/edit.ts';
import type { Plan } from '../model/plan/plan.ts';
import type { PartName } from '../model/plan-document.ts';
import type { Span } from '../model/source.ts';
import type { Bundle } from './bundle.ts';
import type { OptionValues, RuleOption } from './options.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export type RuleGroup =
  | 'structure'
  | 'compatibility'
  | 'migration'
  | 'locks'
  | 'stages'
  | 'abort-criteria'
  | 'rollback'
  | 'irreversible'
  | 'rehearsal'
  | 'flags'
  | 'checklist'
  | 'bundle'
  | 'sql'
  | 'commands'
  | 'engine';

/** A quick fix as data. Its result is clean under this rule and all others. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly PlanEdit[];
  /** The one that most people want. At most one of a finding. */
  readonly preferred?: boolean;
  /** Keeps what is meant and needs nobody's judgement, such as another notation of the same value: part of "fix all". */
  readonly safe?: boolean;
  /** Words to select instead of an edit: the user fills them in. */
  readonly select?: Span;
  /** An artifact to write instead of an edit. */
  readonly creates?: NewArtifact;
}

/** The file that holds a part of a plan, beside that plan. */
export interface NewArtifact {
  readonly name: string;
  readonly part: PartName;
  readonly plan: Plan;
}

export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** What a rule has found, at the exact words. */
export interface Finding {
  readonly span: Span;
  /** What is wrong, why it matters, what to write: one or two plain sentences. */
  readonly message: string;
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
  /** Tells findings of one rule at the same words apart. Without it they are one: an inherited value is found for each heir. */
  readonly about?: string;
}

export interface Problem extends Finding {
  readonly rule: string;
  readonly severity: Severity;
}

export interface RuleContext {
  readonly plan: Plan;
  /** The other plans that belong to this one; itself included. */
  readonly bundle: Bundle;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What the policy sets; read with `optionOf`. */
  readonly options: OptionValues;
}

export interface Rule {
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** Whether it ever offers a quick fix. */
  readonly fixable: boolean;
  /** Also speaks, as information, about a Markdown file that is only perhaps an artifact. */
  readonly beforeAdoption?: boolean;
  /** Says nothing where another rule speaks of the same words. */
  readonly givesWay?: boolean;
  /** Limits that a policy may set. */
  readonly options?: readonly RuleOption[];
  check(context: RuleContext): Iterable<Finding>;
}

/** Gives a rule its type. */
export function defineRule(rule: Rule): Rule {
  return rule;
}

export function finding(
  span: Span,
  message: string,
  fixes: readonly Fix[] = [],
  related: readonly Related[] = [],
): Finding {
  return { span, message, fixes, related };
}
