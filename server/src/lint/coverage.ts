/** Whether a backup holds what a step destroys. Answers only where both are named plainly; everything else may well be covered. */
import { saysNone } from '../model/located.ts';
import type { Plan } from '../model/plan/plan.ts';
import { once, onceForEach } from '../model/plan/reads.ts';
import { spelling } from '../model/plan/view.ts';
import { matched } from '../util/matched.ts';
import { behindLast } from '../util/parts.ts';
import type { AnyBackup } from './step-backup.ts';
import { stepsOf } from './steps.ts';
import type { StepView } from './views.ts';

/** Names in lower case, without quotes: `public.orders.amount_cents` is three. */
type Path = readonly string[];

const NAME = String.raw`(?:["\x60\[]?\w+["\x60\]]?\.){0,3}["\x60\[]?\w+["\x60\]]?`;

/** The objects that a step says it touches; else those that its words or its SQL destroy by name. */
export const objectsOf = once((step: StepView): readonly string[] => {
  if (step.touches) return step.touches.flatMap((item) => (saysNone(item.node) ? [] : [item.value.trim()]));
  const destroyed = objectsDestroyedBy(step.up?.sql?.value ?? '');
  return destroyed.length > 0 ? destroyed : objectsInTitle(spelling(step.title));
});

const DROP_TABLE = new RegExp(
  String.raw`\b(?:DROP\s+TABLE|TRUNCATE(?:\s+TABLE)?|DELETE\s+FROM)\s+(?:IF\s+EXISTS\s+|ONLY\s+)?(${NAME})`,
  'gi',
);
const ALTER_TABLE = new RegExp(String.raw`\bALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?(${NAME})([^;]*)`, 'gi');
const DROP_COLUMN = new RegExp(String.raw`\bDROP\s+COLUMN\s+(?:IF\s+EXISTS\s+)?(${NAME})`, 'gi');
const NO_CODE = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g;
const LONGEST_SQL = 4000;

/** What a few plain statements name. Whatever is written otherwise is left to those who can read SQL. */
function objectsDestroyedBy(sql: string): readonly string[] {
  const code = sql.slice(0, LONGEST_SQL).replace(NO_CODE, ' ');
  const tables = Array.from(code.matchAll(DROP_TABLE), (drop) => bareName(matched(drop, 1)));
  const columns = Array.from(code.matchAll(ALTER_TABLE)).flatMap((alter) => {
    const table = bareName(matched(alter, 1));
    const columns = matched(alter, 2).matchAll(DROP_COLUMN);
    return Array.from(columns, (drop) => `${table}.${bareName(matched(drop, 1))}`);
  });
  return [...new Set([...tables, ...columns])];
}

/** `Drop users.email`: only what has a dot is surely a name. */
function objectsInTitle(title: string): readonly string[] {
  const named =
    /\b(?:drop|remove|delete|truncate|purge|erase|wipe)s?\s+(?:the\s+)?(?:old\s+|unused\s+)?(?:columns?\s+|tables?\s+|fields?\s+)?[`"]?(\w+(?:\.\w+)+)/gi;
  return Array.from(title.slice(0, 200).matchAll(named), ([, name]) => name as string);
}

export interface Coverage {
  /** The objects of the step that are surely not in the backup. */
  uncovered(step: StepView, backup: AnyBackup): readonly string[];
  /** Whether something that the step touches is surely in the backup. */
  covers(backup: AnyBackup, step: StepView): boolean;
}

export function coverageIn(plans: readonly Plan[]): Coverage {
  const tables = tablesNamed(plans);
  const former = formerNames(plans);
  /** A table that was put aside under another name is what the backup holds under the old one. */
  const isIn = (covered: Path, path: Path): boolean =>
    isRelated(covered, path) ||
    isRelated(
      covered,
      path.map((name) => former.get(name) ?? name),
    );
  return {
    uncovered(step, backup) {
      const inside = pathsIn(backup).map(({ name }) => comparable(name, tables));
      if (inside.length === 0 || inside.includes(undefined)) return [];
      return objectsOf(step).filter((name) => {
        const path = comparable(name, tables);
        return path !== undefined && !inside.some((covered) => covered && isIn(covered, path));
      });
    },
    covers(backup, step) {
      const inside = pathsIn(backup);
      return objectsOf(step).some((name) => inside.some(({ path }) => isIn(path, pathOf(name))));
    },
  };
}

function pathsIn(backup: AnyBackup): readonly { readonly name: string; readonly path: Path }[] {
  return (backup.covers ?? []).map(({ value }) => ({ name: value.trim(), path: pathOf(value) }));
}

/** A name that can be told from others: with its table, or a table. A column alone may be in anything, a phrase may be everything. */
function comparable(name: string, tables: ReadonlySet<string>): Path | undefined {
  if (!/^[\w."`[\]]+$/.test(name)) return undefined;
  const path = pathOf(name);
  return path.length > 1 || tables.has(path.join('.')) ? path : undefined;
}

/** Names that the plan uses as tables. */
function tablesNamed(plans: readonly Plan[]): ReadonlySet<string> {
  const tables = new Set<string>();
  for (const plan of plans) {
    for (const table of plan.view.change?.data?.tables ?? []) tables.add(lastName(table.value));
    for (const named of tablesOfEach(stepsOf(plan))) for (const name of named) tables.add(name);
  }
  return tables;
}

const tablesOfEach = onceForEach((step: StepView): readonly string[] => {
  const sql = (step.up?.sql?.value ?? '').slice(0, LONGEST_SQL);
  const named = sql.matchAll(/\bTABLE\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?(?:ONLY\s+)?([\w."`]+)/gi);
  return Array.from(named, (match) => lastName(matched(match, 1)));
});

/** What the tables that the plans rename were called before, by their new names. */
function formerNames(plans: readonly Plan[]): ReadonlyMap<string, string> {
  return new Map(plans.flatMap((plan) => renamesOfEach(stepsOf(plan)).flat()));
}

const RENAME_TO = new RegExp(
  String.raw`\bALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?(${NAME})\s+RENAME\s+(?:TO|AS)\s+(${NAME})`,
  'gi',
);
const TO = new RegExp(String.raw`(${NAME})\s+TO\s+(${NAME})`, 'gi');

const renamesOfEach = onceForEach((step: StepView): readonly (readonly [to: string, from: string])[] => {
  const code = (step.up?.sql?.value ?? '').slice(0, LONGEST_SQL).replace(NO_CODE, ' ');
  // MySQL: RENAME TABLE a TO b, c TO d.
  const lists = Array.from(code.matchAll(/\bRENAME\s+TABLES?\s+([^;]*)/gi), (list) => matched(list, 1));
  const pairs = [...code.matchAll(RENAME_TO), ...lists.flatMap((list) => [...list.matchAll(TO)])];
  return pairs.map((pair) => [lastName(matched(pair, 2)), lastName(matched(pair, 1))]);
});

/** One is the other, or lies in it. */
function isRelated(one: Path, other: Path): boolean {
  const [a, b] = [one.at(-1), other.at(-1)];
  if (one.length === 1 || other.length === 1) return other.some((name) => name === a) || one.some((name) => name === b);
  return (a === b && one.at(-2) === other.at(-2)) || a === other.at(-2) || b === one.at(-2);
}

/** `orders.amount` and `public.orders.amount` are of `orders`; a bare name may be a column. */
export function tableIn(name: string): string {
  return pathOf(name).slice(-2, -1).join('');
}

function pathOf(name: string): Path {
  return bareName(name).toLowerCase().split('.');
}

/** `public.orders` is called `orders`. */
function lastName(name: string): string {
  return behindLast(bareName(name).toLowerCase(), '.');
}

function bareName(name: string): string {
  return name.replace(/["`[\]]/g, '').trim();
}
