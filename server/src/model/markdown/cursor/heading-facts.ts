/** Facts in the parentheses of an item's heading: `### Stage 2: canary (5%, 2h)`. */
import type { PlanDocument } from '../../plan-document.ts';
import { lineEndOf, spotAt } from '../editing/editing.ts';
import { type Path, pathsOf } from '../editing/paths.ts';
import type { Reading } from '../read.ts';
import { factsOf } from '../reading/facts.ts';
import { wordsAt } from '../text/words.ts';
import type { MarkedLine } from './marked-line.ts';

export interface FactAtCursor {
  /** Of the item. */
  readonly path: Path;
  /** What the heading can say and the item does not yet, most specific first. */
  readonly keys: readonly string[];
  readonly from: number;
  readonly to: number;
  /** The fact as far as it is written, and where the cursor is in it. */
  readonly text: string;
  readonly at: number;
  /** The heading around it. */
  readonly before: string;
  readonly behind: string;
}

/** From the last parenthesis on that the line leaves open. */
const GROUP = /\([^()]*$/;
const BEGUN = /(?:[(,;/·|]|\s[–—-]\s)[ \t]*([^(,;/·|]*)$/;
const END = /[),;/·|\r\n]|$/;

/** `line`: a heading, read with a mark in it, so that the fact at the cursor is none. */
export function factAt(
  line: MarkedLine,
  reading: Reading,
  document: PlanDocument,
  cursor: number,
): FactAtCursor | undefined {
  const { text } = document.source;
  const said = text.slice(line.from, cursor);
  const begun = GROUP.test(said) ? BEGUN.exec(said)?.[1] : undefined;
  const item = begun === undefined ? undefined : itemAt(line, reading);
  const facts = item && spotAt(item.path, { kind: document.kind, document })?.shape.unit?.facts;
  if (begun === undefined || !item || !facts) return undefined;
  const from = cursor - begun.length;
  const rest = text.slice(cursor);
  const to = cursor + rest.slice(0, rest.search(END)).trimEnd().length;
  const behind = text.slice(to, lineEndOf(text, to));
  return {
    path: item.path,
    keys: facts.map(({ key }) => key).filter((key) => !item.keys.has(key)),
    from,
    to,
    text: text.slice(from, to),
    at: begun.length,
    before: text.slice(line.from, from),
    behind: behind.includes(')') ? behind : `${behind})`,
  };
}

/** The item that begins with the heading. */
function itemAt(
  { from }: MarkedLine,
  { layouts, document: { root } }: Reading,
): { readonly path: Path; readonly keys: ReadonlySet<string> } | undefined {
  const pathOf = pathsOf(root);
  for (const [node, layout] of layouts) {
    if (node.kind !== 'map' || layout.kind !== 'content' || layout.content.head.from !== from) continue;
    const path = pathOf(node);
    if (typeof path?.at(-1) === 'number') return { path, keys: new Set(node.entries.keys()) };
  }
  return undefined;
}

/** Whether the heading with these words at the cursor says so of the key. */
export function isReadAs(
  value: string,
  key: string,
  { path, before, behind }: FactAtCursor,
  document: PlanDocument,
): boolean {
  const unit = spotAt(path, { kind: document.kind, document })?.shape.unit;
  const heading = wordsAt(document.root.span.segment, 0, before + value + behind);
  return unit !== undefined && factsOf(heading, unit).values.get(key)?.text === value;
}
