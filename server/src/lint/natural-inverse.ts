/**
 * What SQL drops on the way back, and whether the plan itself had made it. Reads a few plain statements; whatever is written otherwise
 * is unknown. The one place that is asked, so that a real parser can answer instead.
 */

import { spelling } from '../model/plan/view.ts';
import { matched } from '../util/matched.ts';
import { behindLast } from '../util/parts.ts';
import type { StepView } from './views.ts';

export interface Dropped {
  /** `orders` or `orders.amount`. */
  readonly name: string;
  /** UTF-16 offsets of the words in the text. */
  readonly from: number;
  readonly to: number;
}

const LONGEST = 8000;
const IDENTIFIER = String.raw`(?:"[^"\n]+"|\x60[^\x60\n]+\x60|\[[^\]\n]+\]|\w+)`;
const NAME = String.raw`${IDENTIFIER}(?:\.${IDENTIFIER}){0,3}`;
const DROP_TABLE = new RegExp(
  String.raw`\b(?:DROP\s+TABLE|TRUNCATE(?:\s+TABLE)?)\s+(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?(${NAME})`,
  'gi',
);
const ALTER_TABLE = new RegExp(String.raw`\bALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?(${NAME})([^;]*)`, 'gi');
const DROP_COLUMN = new RegExp(String.raw`\bDROP\s+COLUMN\s+(?:IF\s+EXISTS\s+)?(${NAME})`, 'gi');
const CREATE_TABLE = new RegExp(
  String.raw`\b(?:CREATE\s+(?:\w+\s+){0,2}TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?|RENAME\s+TO\s+|\bINTO\s+)(${NAME})`,
  'gi',
);

/** Tables and columns that the statements drop or empty by name. */
export function droppedBy(sql: string): readonly Dropped[] {
  const code = withoutWords(sql);
  const tables = Array.from(code.matchAll(DROP_TABLE), (match) => at(match, bare(matched(match, 1)), 0));
  const columns = Array.from(code.matchAll(ALTER_TABLE)).flatMap((alter) => {
    const rest = matched(alter, 2);
    const start = alter.index + alter[0].length - rest.length;
    const table = bare(matched(alter, 1));
    return Array.from(rest.matchAll(DROP_COLUMN), (match) => at(match, `${table}.${bare(matched(match, 1))}`, start));
  });
  return [...tables, ...columns].sort((a, b) => a.from - b.from);
}

/** A file, or a command that may well change a schema: what it makes is not known here. */
const MAY_MAKE = /sql|migrat|flyway|liquibase|alembic|schema|ddl|rake|rails|prisma|knex|gh-ost|alter/i;

/** Of a command that no step answers for. */
export function mayMake(command: string): boolean {
  return MAY_MAKE.test(command);
}

export interface Made {
  has(name: string): boolean;
}

/** What the statements of the steps bring into being. Steps whose statements are not here may have made anything. */
export function madeBy(steps: readonly StepView[]): Made {
  const tables = new Set<string>();
  const words = new Set<string>();
  let isUnknown = false;
  for (const { up } of steps) {
    if (up?.file || (!up?.sql && MAY_MAKE.test(`${up?.command ?? ''} ${up?.description ?? ''}`))) isUnknown = true;
    const code = withoutWords(spelling(up?.sql));
    for (const making of code.matchAll(CREATE_TABLE)) tables.add(bare(matched(making, 1)));
    for (const word of wordsThatMake(code)) words.add(word);
  }
  return {
    has(name) {
      return isUnknown || (name.includes('.') ? words.has(behindLast(name, '.')) : tables.has(name));
    },
  };
}

/** All words of statements that change a table, but for the columns that they drop: some of them are new columns. */
function wordsThatMake(code: string): readonly string[] {
  const kept = code.replace(DROP_COLUMN, ' ').split(';');
  const making = kept.filter((statement) => /\b(?:ALTER|CREATE|RENAME)\b/i.test(statement)).join(' ');
  return making.toLowerCase().split(/[^\w]+/);
}

function at(match: RegExpExecArray, name: string, start: number): Dropped {
  const from = start + match.index;
  return { name, from, to: from + match[0].length };
}

/** Comments and strings as blanks, so that every offset stays. */
function withoutWords(sql: string): string {
  return sql
    .slice(0, LONGEST)
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, (words) => ' '.repeat(words.length));
}

/** Without its schema and quotes, in lower case. */
function bare(name: string): string {
  return behindLast(name, '.').replace(/\W/g, '').toLowerCase();
}
