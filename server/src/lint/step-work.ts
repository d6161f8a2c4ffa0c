/** What steps do to data and schema, as far as their kind, their words and their SQL say. What may be something else is nothing. */

import type { Action, SqlName } from '../analysis/sql/index.ts';
import type { Step } from '../model/generated/plan-types.ts';
import { isEmpty, saysNone } from '../model/located.ts';
import { once, onceForEach } from '../model/plan/reads.ts';
import { entryOf, spelling, syntaxOf } from '../model/plan/view.ts';
import { type Span, textOf } from '../model/source.ts';
import { plansAround } from './bundle.ts';
import type { RuleContext } from './rule.ts';
import { type StepSql, sqlOfSteps } from './step-sql.ts';
import type { StepView } from './views.ts';

export interface StepWork extends StepSql {
  /** Fills the new shape for what is there already. */
  readonly isBackfill: boolean;
  /** Begins to write both shapes. */
  readonly isDualWrite: boolean;
  /** Reads both shapes and compares. */
  readonly isShadowRead: boolean;
  /** Changes rows that are there, by its SQL or by its own word. */
  readonly changesData: boolean;
  readonly changesSchema: boolean;
}

/** Of the plan's own steps, in the order of the text. */
export function workOfSteps(context: RuleContext): readonly StepWork[] {
  return gathered(context).own;
}

/** Of the steps of all plans around, the own ones first. */
export function workAround(context: RuleContext): readonly StepWork[] {
  return gathered(context).all;
}

/** The rules look at one context one after the other. */
const gathered = once((context: RuleContext) => {
  const { plan, bundle } = context;
  const all = plansAround(plan, bundle).map((other) => {
    const steps = sqlOfSteps(other === plan ? context : { ...context, plan: other });
    const added = new Set(addedByEach(steps).flat());
    const filled = filledByEach(steps);
    return steps.map((sql, at) =>
      filled[at]?.some((name) => added.has(name)) ? workOfFilling(sql) : workOfOther(sql),
    );
  });
  return { own: all.slice(0, 1).flat(), all: all.flat() };
});

/** The steps that fill what is new in the plan, and all others. */
const workOfFilling = once((sql: StepSql) => workOf(sql, true));
const workOfOther = once((sql: StepSql) => workOf(sql, false));

function workOf(sql: StepSql, fillsNew: boolean): StepWork {
  const { step } = sql;
  const isBackfill = backfills(sql, fillsNew);
  return {
    ...sql,
    isBackfill,
    isDualWrite: isA('dual-write', step, DUAL_WRITE),
    isShadowRead: isA('shadow-read', step, SHADOW_READ),
    changesData: isBackfill || step.kind?.value === 'data' || actionsOf(sql).some((one) => isBulk(one, sql)),
    changesSchema: step.kind?.value === 'schema' || actionsOf(sql).some(isDdl),
  };
}

/** Everything that the statements of a step do. */
export function actionsOf({ statements }: Pick<StepSql, 'statements'>): readonly Action[] {
  return statements.flatMap(({ statement }) => statement.actions);
}

const DDL =
  /^(?:create|alter|drop|add|rename|attach|detach|validate|convert|rebuild|enum|change)-|^set-(?:not-null|default|expression|identity|schema|logged|row-security)$/;

export function isDdl({ kind, facts }: Action): boolean {
  return DDL.test(kind) && facts.temporary !== true;
}

/** What is created with its rows, and what is dropped with them. */
const addedByEach = onceForEach((sql: StepSql): readonly string[] =>
  namesOf(
    actionsOf(sql).map(({ kind, column, table }) =>
      kind === 'add-column' ? column : kind === 'create-table' ? table : undefined,
    ),
  ),
);

/** The columns and tables that get many values at once. */
const filledByEach = onceForEach((sql: StepSql): readonly string[] =>
  actionsOf(sql).flatMap((action) => {
    if (!isBulk(action, sql)) return [];
    return namesOf([action.kind === 'update' ? action.columns : action.table].flat());
  }),
);

/** Half a statement may not name it yet. */
function namesOf(names: readonly (SqlName | undefined)[]): readonly string[] {
  return names.filter((name) => name !== undefined).map(({ name }) => name);
}

const ONE_ROW = /\bwhere\s+[\w."`[\]]*(?:id|key|code|name|slug)["`\]]?\s*=\s*(?:'[^']*'|\d+)\s*;?\s*$/i;

/** Writes many rows, as far as can be told: not the one that it finds by its key. */
function isBulk(action: Action, sql: StepSql): boolean {
  const words = textOfAction(action, sql);
  if (action.kind === 'insert') return /\bselect\b/i.test(words);
  return /^(?:update|delete|merge)$/.test(action.kind) && !ONE_ROW.test(words);
}

/** The words of an action as they stand in the document. */
export function textOfAction(action: Action, { statements }: Pick<StepSql, 'statements'>): string {
  const own = statementsByAction(statements).get(action);
  /* istanbul ignore next -- the action is one of these statements */
  return own ? textOf(own.spanOf(action.range)) : '';
}

const statementsByAction = once(
  (statements: StepSql['statements']) =>
    new Map(statements.flatMap((own) => own.statement.actions.map((action) => [action, own] as const))),
);

function backfills({ step }: StepSql, fillsNew: boolean): boolean {
  const said = entryOf(step, 'backfill')?.value;
  if (step.kind?.value === 'backfill' || (said && !isEmpty(said) && !saysNone(said))) return true;
  if ((step.kind && step.kind.value !== 'data') || step.phase?.value === 'contract') return false;
  if (BACKFILL.test(wordsNaming(step))) return isNamed(step, BACKFILL);
  return fillsNew;
}

const BACKFILL = /\bback-?fill(?:s|ed|ing)?\b/i;
const DUAL_WRITE =
  /\b(?:dual|double)[- ]?writ(?:e|es|ing)\b|\bwrit(?:e|es|ing)\s+(?:to\s+)?both\b|\bwrit(?:e|es|ing)\b.*\b(?:old and new|new and old)\b/i;
const SHADOW_READ = /\b(?:shadow|dark|dual)[- ]?reads?\b|\bcompar(?:e|es|ing) reads\b/i;
/** In front of it: the step comes after it, ends it or looks at it. */
const NOT_YET_OR_NO_MORE =
  /\b(?:stop(?:s|ped|ping)?|ends?|remov(?:e|es|ing|al)|disabl(?:e|es|ing)|drop(?:s|ping)?|turn(?:s|ing)? off|retir(?:e|es|ing)|delet(?:e|es|ing)|verif(?:y|ies|ication)|after|without|finish(?:ed)?|checks?|before|until|clean(?:s|ing|up)?|monitor(?:s|ing)?|rehears(?:e|al)|tests?|no)\b/i;
const ITS_END = /^\s*(?:verification|checks?|clean-?up|removal|tests?|rehearsal|off|done|complete|flag)\b/i;

const MAY_BE: ReadonlySet<string | undefined> = new Set([undefined, 'flag', 'code', 'config', 'data', 'manual']);

function isA(kind: Step['kind'], step: StepView, words: RegExp): boolean {
  if (step.kind?.value === kind) return true;
  return MAY_BE.has(step.kind?.value) && step.phase?.value !== 'contract' && isNamed(step, words);
}

function isNamed({ id, title }: StepView, words: RegExp): boolean {
  const names = [spelling(title), id?.value.replaceAll('-', ' ') ?? ''];
  const found = names.flatMap((name) => {
    const match = words.exec(name);
    if (!match) return [];
    const before = name.slice(0, match.index);
    const behind = name.slice(match.index + match[0].length);
    return [!NOT_YET_OR_NO_MORE.test(before) && !ITS_END.test(behind)];
  });
  return found.length > 0 && found.every((is) => is);
}

/** Its title, and its id as words. */
export function wordsNaming({ id, title }: StepView): string {
  return `${title ?? ''} ${id?.value.replaceAll('-', ' ') ?? ''}`;
}

/** Whatever a step says of itself in sentences: in Markdown also the prose of its section. */
export function remarksOf(step: StepView): string {
  const { title, description, notes, up } = step;
  const said = [title, description, notes, up?.description].map((words) => spelling(words));
  return [...said, syntaxOf(step) === 'markdown' ? proseIn(step.node.span) : ''].join('\n');
}

const LONGEST_PROSE = 4000;
const FENCES = /^\s*(`{3,}|~{3,})[\s\S]*?(?:^\s*\1|(?![\s\S]))/gm;
const COMMENTS = /<!--[\s\S]*?-->/g;
const ITEM = /^\s*(?:[-*+]|\d+[.)])\s/;
/** `Verify:` and `- **Id**: drop-cents`: what stands there, or in the list below, has a key. */
const LABEL = /^\s*(?:[-*+]\s+|\d+[.)]\s+)?\*{0,2}[A-Z][\w -]{0,30}\*{0,2}\s*:/;

/** The sentences between the heading of a section and the headings in it. */
function proseIn(place: Span): string {
  const [, ...lines] = textOf(place).slice(0, LONGEST_PROSE).replace(FENCES, '').replace(COMMENTS, '').split(/\r?\n/);
  const end = lines.findIndex((line) => /^#+\s/.test(line));
  let isLabelled = false;
  const sentences = lines.slice(0, end < 0 ? undefined : end).filter((line) => {
    if (LABEL.test(line)) isLabelled = true;
    else if (line.trim() !== '' && !ITEM.test(line)) isLabelled = false;
    return !isLabelled && !line.startsWith('|');
  });
  return sentences.join('\n');
}
