/** What a criterion says. Every part knows where it stands: UTF-16 offsets in the text that was parsed. */

/** Half-open range in the text of one criterion. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** Some words of a criterion. `text` has no backticks and no emphasis; `range` covers the words as written. */
export interface Phrase {
  readonly text: string;
  readonly range: TextRange;
}

export type Criterion = SimpleCriterion | CompoundCriterion;
export type SimpleCriterion = ThresholdCriterion | EventCriterion | VagueCriterion | UnknownCriterion;

interface CriterionBase extends Phrase {
  /** Without what happens: "smoke test fails" of "if smoke test fails, roll back". */
  readonly condition: Phrase;
  /** What happens, in the order of the text. Only the outermost criterion of a compound has any. */
  readonly actions: readonly Action[];
}

/** A metric compared with a limit. */
export interface ThresholdCriterion extends CriterionBase {
  readonly kind: 'threshold';
  readonly metric: Metric;
  readonly op: Operator;
  /** The words that stand for `op`. */
  readonly operator: Phrase;
  readonly limit: Limit;
  readonly window?: Window;
  /** Words that say where or of what, and leave the comparison as it is: "of requests", "on checkout". */
  readonly qualifier?: Phrase;
}

/** Something that is seen to happen, or seen to be so. */
export interface EventCriterion extends CriterionBase {
  readonly kind: 'event';
  /** Named by a noun, "any data loss report", and not told by a verb, "an alert fires". In doubt, told. */
  readonly isNamed?: boolean;
  readonly evidence: readonly Phrase[];
  readonly window?: Window;
}

/** Words that nobody can measure. `evidence` are the words that say so; never empty. */
export interface VagueCriterion extends CriterionBase {
  readonly kind: 'vague';
  readonly isNamed?: boolean;
  readonly evidence: readonly Phrase[];
}

/** Not understood. Nothing may be concluded from it. */
export interface UnknownCriterion extends CriterionBase {
  readonly kind: 'unknown';
}

/** Several criteria in one sentence. `list`: side by side, joined by a comma or a semicolon alone. */
export interface CompoundCriterion extends CriterionBase {
  readonly kind: 'compound';
  readonly join: 'and' | 'or' | 'list';
  readonly parts: readonly Criterion[];
}

export type Operator = '<' | '<=' | '>' | '>=' | '=' | '!=';

export interface Metric extends Phrase {
  /** As an id would be written: `error-rate` for "Error rate (5xx)". Never empty. */
  readonly slug: string;
  /** One word that can only be a name, several words of prose, or a query. */
  readonly written: 'id' | 'words' | 'query';
}

export type Limit = AbsoluteLimit | RelativeLimit;

export interface AbsoluteLimit extends Phrase, Quantity {
  readonly kind: 'absolute';
}

/** A number and its unit as written: `0.5` and `%`. */
export interface Quantity {
  readonly value: number;
  readonly unit: Unit;
}

/** `percent` is 1 for 1 %; `unknown` where one spelling has two meanings (`mb`, `M`): equal spellings alone compare. */
export type Dimension =
  | 'plain'
  | 'percent'
  | 'time'
  | 'bytes'
  | 'bits'
  | 'unknown'
  | `${'plain' | 'percent' | 'bytes' | 'bits'}/s`;

export interface Unit {
  /** As written, empty for a plain number. */
  readonly text: string;
  readonly dimension: Dimension;
  /** Times this, a value is in the dimension's base: ms, percent, byte, bit, per second. */
  readonly scale: number;
}

export type RelativeLimit = Phrase & { readonly kind: 'relative' } & Beside;

export type Beside =
  /** The metric's own baseline, or something else that is named: the stable version. */
  | { readonly to: 'baseline' | 'other'; readonly change: Change }
  /** Nothing that is named: "rises by 10%". */
  | { readonly to: 'unstated'; readonly change: Step };

export type Change =
  /** `2x baseline` is 2, `80% of baseline` is 0.8. */
  { readonly kind: 'factor'; readonly factor: number } | Step;

export type Step =
  /** `baseline +10%` is 10, `5% below baseline` is -5. */
  | { readonly kind: 'percent'; readonly percent: number }
  /** `baseline + 50ms`. */
  | { readonly kind: 'offset'; readonly offset: Quantity };

export interface Window extends Phrase {
  /** Undefined for a window whose length is not said in time: "for several minutes", "for 3 consecutive checks". */
  readonly ms: number | undefined;
}

export interface Action extends Phrase {
  readonly kind: ActionKind;
}

export type ActionKind = 'rollback' | 'pause' | 'page' | 'unknown';
