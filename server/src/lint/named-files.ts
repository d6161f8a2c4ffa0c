/** Files that plans name by path: what is known of them, and where they are named. */

import type { ScalarNode } from '../model/located.ts';
import { collector, NOTHING } from '../model/plan/gather.ts';
import { gather, type Plan } from '../model/plan/plan.ts';
import type { Visit } from '../model/plan/walk.ts';
import { propertySchema, type SchemaNode } from '../model/schema/schema.ts';
import { offsets, type Source, type Span } from '../model/source.ts';

export interface NamedFile {
  /** A folder exists too. */
  readonly exists: boolean;
  /** Where it is, if it is there and no folder. */
  readonly uri?: string;
  /** What it says, where it is a text that rules read (SQL, YAML, Markdown) and not too large. */
  readonly source?: Source;
  /** Where it does not exist: the path of a file that does, and that was probably meant. */
  readonly meant?: string;
}

export interface NamedFiles {
  /** `path` as the plan writes it. Nothing where the workspace cannot tell: a URL, a place outside of it, a folder that may not be read. */
  find(path: string, plan: Plan, manner?: Manner): NamedFile | undefined;
}

/**
 * How a path is meant. A `link` of Markdown is relative to its file, or to the root with a slash in front. A `value` may also start
 * from any folder above, as commands and build tools have it.
 */
export type Manner = 'link' | 'value';

export interface NamedPath {
  readonly path: string;
  readonly manner: Manner;
  readonly span: Span;
  /** Set where the path is a whole value. */
  readonly node?: ScalarNode;
}

export const NO_FILES: NamedFiles = { find: () => undefined };

/** All that a plan names by path, its SQL files in commands among them. */
export function namedPaths(plan: Plan): NamedPath[] {
  return [...addressesIn(plan), ...sqlFilesIn(plan)];
}

/** The links of a plan and the values that the schema calls a URL or a path, as they are written. */
export function addressesIn(plan: Plan): NamedPath[] {
  const { links } = plan.document;
  const found: NamedPath[] = links.map(({ address, span }) => ({ path: address, manner: 'link', span }));
  const starts = new Set(links.map(({ span }) => offsets(span).start));
  for (const node of gather(plan, addresses))
    if (!starts.has(offsets(node.span).start)) found.push({ path: node.text, manner: 'value', span: node.span, node });
  return found;
}

const addresses = collector(({ node, schema }: Visit): readonly ScalarNode[] => {
  if (node.kind !== 'scalar' || node.broken || typeof node.value !== 'string') return NOTHING;
  return isAddress(schema) && isOneWord(node.text) ? [node] : NOTHING;
});

const SQL_FILE = /(?<![\w./:-])[\w./-]{1,200}\.sql(?![\w.-])/g;

/** SQL files that the commands of a plan name, as `psql -f db/V113.sql` does. */
export function sqlFilesIn(plan: Plan): NamedPath[] {
  const found: NamedPath[] = [];
  for (const node of gather(plan, namingSql)) {
    for (const { 0: path, index } of node.text.matchAll(SQL_FILE))
      found.push({ path, manner: 'value', span: node.part(index, index + path.length) });
  }
  return found;
}

const namingSql = collector(({ node, isCode }: Visit): readonly ScalarNode[] => {
  return isCode && node.kind === 'scalar' && node.text.includes('.sql') ? [node] : NOTHING;
});

const FILE =
  /(?<![\w./:@~$%=-])(?:\.{1,2}\/){0,8}(?:[\w.-]{1,100}\/){1,20}[\w.-]{0,100}\.[a-z]\w{0,7}(?:#[\w-]+)?(?![\w./:@-])/gi;
/** A longer text is data, in which nobody follows a path. */
const LONGEST_TEXT = 10_000;

/** Words anywhere that are formed like the path of a file below a folder: tests, scripts, contracts. Whether one is there decides; no rule asks. */
export function pathsIn(plan: Plan): NamedPath[] {
  return [...gather(plan, paths)];
}

const paths = collector(({ node }: Visit): readonly NamedPath[] => {
  if (node.kind !== 'scalar' || node.text.length > LONGEST_TEXT || !node.text.includes('/')) return NOTHING;
  return Array.from(node.text.matchAll(FILE), ({ 0: path, index }) => {
    return { path, manner: 'value', span: node.part(index, index + path.length) };
  });
});

function isAddress(schema: SchemaNode): boolean {
  return schema.link || (schema.text !== undefined && propertySchema(schema, schema.text)?.link === true);
}

/** A path that means something on one machine alone: absolute, or in somebody's home. */
export function isOnOneMachine(path: string): boolean {
  return /^(?:file:|~[/\\]|\/(?:home|Users)\/[^/]+\/|[a-z]:[/\\])/i.test(path);
}

/** A path that people can follow; "see the wiki" names nothing. */
function isOneWord(text: string): boolean {
  return text !== '' && text.length < 500 && !/\s/.test(text);
}
