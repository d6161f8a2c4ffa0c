/** Custom requests between the client and the server. Types and names only: the one file of the server that the client may import. */

/** The rule's page as Markdown, or nothing where there is no such rule. */
export const RULE_PAGE_REQUEST = 'rolloutPlan/rulePage';
export interface RulePageParams {
  readonly rule: string;
}

export const RULES_REQUEST = 'rolloutPlan/rules';

/** The files of a new bundle, made from answers; the client writes them, and never over a file that is there. */
export const NEW_PLAN_REQUEST = 'rolloutPlan/newPlan';
export interface NewPlanParams {
  /** Answers of the wizard. */
  readonly name: string;
  readonly title: string;
  readonly owner: string;
  /** Which of the five artifacts to write; `plan` is the YAML plan. */
  readonly files: readonly NewFileKind[];
  /** The URI of a YAML plan beside which they are made: what it says is written, and no stand-in for it. */
  readonly beside?: string;
}
export type NewFileKind = 'plan' | 'compatibility' | 'migration' | 'rollout' | 'rollback' | 'validation';
export interface NewFile {
  /** File name without folder: `rollout-plan.yaml`, `ROLLOUT_PLAN.md`. */
  readonly name: string;
  /** LSP snippet syntax: `${1:…}` for what the user fills in. Plain text beside it for writing to disk. */
  readonly text: string;
  readonly placeholders: readonly { readonly start: number; readonly end: number }[];
}
export interface NewPlanResult {
  readonly files: readonly NewFile[];
}

/** Commands that a client may have for the lenses; it says which in its initialization options, as `commands`. */
export const SHOW_REFERENCES_COMMAND = 'rolloutPlan.showReferences';
export interface ShowReferencesArgument {
  readonly uri: string;
  readonly position: PlainPosition;
  readonly locations: readonly {
    readonly uri: string;
    readonly range: { readonly start: PlainPosition; readonly end: PlainPosition };
  }[];
}
export interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

/** Its argument is the URI of the file with the rollback. */
export const START_REHEARSAL_COMMAND = 'rolloutPlan.startRehearsal';

/** The record of a rehearsal that was timed; nothing where the file holds no plan. */
export const NEW_REHEARSAL_REQUEST = 'rolloutPlan/newRehearsal';
export interface NewRehearsalParams {
  /** A file of the plan whose rollback was tried. */
  readonly uri: string;
  /** Local times with an offset: `2026-11-18T14:02:31+01:00`. */
  readonly started: string;
  readonly ended: string;
  readonly environment: string;
  readonly result: 'passed' | 'partial' | 'failed';
}
export interface NewRehearsalResult {
  /** Of the folder that the file is to be written to; it may not be there yet. */
  readonly folder: string;
  /** Its name is one that is free. */
  readonly file: NewFile;
}

/** Whether a policy makes a plan of a file that is none by its name: the client asks before it sends the text. */
export const IS_PLAN_REQUEST = 'rolloutPlan/isPlan';
export interface IsPlanParams {
  readonly uri: string;
}
export interface IsPlanResult {
  readonly isPlan: boolean;
}

/** A policy came, went or changed: what was asked with `IS_PLAN_REQUEST` may have another answer. */
export const POLICY_CHANGED_NOTIFICATION = 'rolloutPlan/policyChanged';
