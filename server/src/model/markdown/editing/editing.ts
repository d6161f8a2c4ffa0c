/** What the edits share: the text as lines, its style, and where in the schema a path is. */
import type { MapNode } from '../../located.ts';
import type { DocumentKind } from '../../plan-document.ts';
import type { Property, ValueShape } from '../grammar/grammar.ts';
import { documentUnit, planUnit } from '../grammar/grammar-of.ts';
import type { Reading } from '../read.ts';
import type { Scope } from '../reading/context.ts';
import { isPart } from '../reading/exempt.ts';
import type { Field } from '../reading/fields.ts';
import type { Place } from '../writing/read-back.ts';
import type { Change } from './evolving.ts';
import type { Path } from './paths.ts';

export interface Editing extends Reading {
  readonly text: string;
  readonly kind: DocumentKind;
  readonly path: Path;
}

/** New text is made with LF, and gets the line ends of the file. */
export function fromLf(text: string, like: string): string {
  const end = /\r\n|\n|\r/.exec(like)?.[0] ?? '\n';
  return end === '\n' ? text : text.replace(/\r\n|\n/g, end);
}

export interface Spot {
  readonly place: Place;
  readonly property?: Property;
  /** What the schema takes at the path. */
  readonly shape: ValueShape;
}

/** The unit that a path leads into, with those around it as the reader would have them. */
export function spotAt(path: Path, { kind, document }: Pick<Editing, 'kind' | 'document'>): Spot | undefined {
  const { headings } = document.source;
  const plan = planUnit(headings);
  const given = new Set(document.root.entries.keys());
  const top: Scope =
    kind === 'plan' || isPart(kind)
      ? { unit: plan, kind: 'plan' }
      : { unit: documentUnit(kind, headings), kind: 'part' };
  let scopes: readonly Scope[] = [top];
  let shape: ValueShape = { unit: top.unit };
  let property: Property | undefined;
  for (const [at, step] of path.entries()) {
    if (typeof step === 'number') {
      shape = shape.item ?? {};
      if (shape.unit) scopes = [{ unit: shape.unit, kind: 'item' }, ...scopes];
      continue;
    }
    property = shape.unit?.properties.get(step);
    if (!property) return undefined;
    shape = property.shape;
    if (shape.unit) scopes = [{ unit: shape.unit, kind: at === 0 && step === kind ? 'part' : 'object' }, ...scopes];
  }
  return { place: { scopes, given }, shape, ...(property ? { property } : {}) };
}

/** The keys of a map that stand under labels of their own, in the order of the text. */
export function labelledKeys(
  { entries }: MapNode,
  { layouts }: Editing,
): { readonly key: string; readonly field: Field }[] {
  const keys = Array.from(entries).flatMap(([key, { value, inherited }]) => {
    const field = inherited ? undefined : layouts.get(value)?.field;
    return field ? [{ key, field }] : [];
  });
  return keys.sort((a, b) => a.field.span.from - b.field.span.from);
}

export function lineStartOf(text: string, at: number): number {
  let start = at;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

export function lineEndOf(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

/** What stands before a block on its line, with list markers as the spaces that they take. Quotes stay. */
export function prefixAt(text: string, at: number): string {
  return text.slice(lineStartOf(text, at), at).replace(/[^>\s]/g, ' ');
}

/** The quotes and the indentation that a line begins with, no further than `at`. */
export function quotesBefore(text: string, at: number): string {
  return text.slice(lineStartOf(text, at), at).replace(/[^>\s].*/, '');
}

/** The dash or number that an item begins with. Words of a line that are read as items have none. */
export function markerAt(text: string, at: number): string {
  return /^(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(text.slice(at, at + 20))?.[0] ?? '- ';
}

/** An item as the writer makes it, behind another marker. */
export function withMarker(item: string, marker: string): string {
  return item.replace(/^- /, marker).replace(/\n {2}/g, `\n${' '.repeat(marker.length)}`);
}

/** Every line but the first behind a prefix. */
export function prefixed(block: string, prefix: string): string {
  return block.replace(/\n(?=[^\n])/g, `\n${prefix}`).replace(/\n(?=\n)/g, `\n${prefix.trimEnd()}`);
}

/** A block of its own below what ends at `at`, with an empty line on both sides. */
export function blockAfter(text: string, at: number, block: string, prefix = ''): Change {
  const end = lineEndOf(text, at);
  const gap = `\n${prefix.trimEnd()}\n${prefix}`;
  const next = /^(?:\r\n|\n|\r)([^\r\n]*)/.exec(text.slice(end, end + 2000));
  const close = next && next[1]?.replace(/[>\s]/g, '') !== '' ? `\n${prefix.trimEnd()}` : '';
  const last = end === text.length ? '\n' : '';
  return { from: end, to: end, text: `${gap}${prefixed(block, prefix)}${close}${last}` };
}

/** A block of its own above what begins at `at`. */
export function blockBefore(text: string, at: number, block: string): Change {
  const start = lineStartOf(text, at);
  const prefix = text.slice(start, at);
  const quoted = prefix.replace(/[^>\s]/g, ' ');
  return { from: at, to: at, text: `${prefixed(block, quoted)}\n${quoted.trimEnd()}\n${quoted}` };
}

/** A line right below what ends at `at`. */
export function lineAfter(text: string, at: number, line: string, prefix = ''): Change {
  const end = lineEndOf(text, at);
  return { from: end, to: end, text: `\n${prefix}${prefixed(line, prefix)}` };
}
