/** Scalars of the tree, each with the way back from its words to the text. */
import type { ScalarNode, ScalarValue } from '../located.ts';
import { firstLine, type Span, span, textOf } from '../source.ts';
import { type Alignment, alignScalar, styleOf } from './align.ts';
import { type Building, isUnknown, spanAt } from './building.ts';
import { asWritten } from './lexemes.ts';
import type { ReadScalar } from './parse.ts';

/** `head`: what to underline, where the text itself has no words for it. */
export function brokenNode(place: Span, head: Span = firstLine(place)): ScalarNode {
  return { kind: 'scalar', span: place, head, value: null, text: '', part: () => head, broken: true };
}

/** A value that is not written: nothing stands behind the key. */
export function emptyScalar(place: Span, key?: Span): ScalarNode {
  return { kind: 'scalar', span: place, head: key ?? place, value: null, text: '', part: () => place };
}

/** `start` and `end`: where it stands in the parsed text. */
export function buildScalar(node: ReadScalar, start: number, end: number, building: Building, key?: Span): ScalarNode {
  const place = spanAt(building, start, end);
  const raw = building.text.slice(start, end);
  if (raw === '' && node.value === null) return emptyScalar(place, key);
  const style = styleOf(raw);
  const words = style === 'block' ? wordsStart(raw) : 0;
  const head = firstLine(words === 0 ? place : spanAt(building, start + words, end));
  if (isUnknown(building, place)) return brokenNode(place, head);
  const text = style === 'plain' && !/[\r\n]/.test(raw) ? raw : asWritten(node.source);
  const value = scalarValue(node, text);
  if (!building.origin) return new WrittenScalar(place, head, value, text);
  return new MendedScalar(place, head, value, text, { building, start, raw });
}

/** Of these there are many, so each keeps no more than it has to: how it is written can be seen in the text. */
class WrittenScalar implements ScalarNode {
  readonly kind = 'scalar';
  constructor(
    readonly span: Span,
    readonly head: Span,
    readonly value: ScalarValue,
    readonly text: string,
  ) {}

  part(from: number, to: number): Span {
    const found = partOf(this, this.raw(), this.text, from, to);
    return found ? this.at(found.from, found.to) : this.head;
  }

  protected raw(): string {
    return textOf(this.span);
  }

  protected at(from: number, to: number): Span {
    const { segment, from: start } = this.span;
    return span(segment, start + from, start + to);
  }
}

/** In a text that had to be mended: what was read of it is not what stands there. */
class MendedScalar extends WrittenScalar {
  constructor(
    place: Span,
    head: Span,
    value: ScalarValue,
    text: string,
    private readonly read: { readonly building: Building; readonly start: number; readonly raw: string },
  ) {
    super(place, head, value, text);
  }

  protected override raw(): string {
    return this.read.raw;
  }

  protected override at(from: number, to: number): Span {
    const { building, start } = this.read;
    return spanAt(building, start + from, start + to);
  }
}

/** Where a part of the text of a scalar stands in the scalar as it is written. `owner` is one and the same for a scalar. */
function partOf(owner: object, raw: string, text: string, from: number, to: number) {
  const [a, b] = [clip(from, text.length), clip(Math.max(from, to), text.length)];
  if (raw === text) return { from: a, to: b };
  // Quotes around it, and nothing in them that is written otherwise.
  if (text !== '' && raw.length === text.length + 2 && raw.startsWith(text, 1)) return { from: a + 1, to: b + 1 };
  if (last?.owner !== owner) last = { owner, alignment: alignScalar(raw, text) };
  const { alignment } = last;
  if (!alignment) return undefined;
  const first = alignment.starts[a] ?? alignment.ends[a - 1] ?? 0;
  return { from: first, to: Math.max(first, alignment.ends[b - 1] ?? 0) };
}

/** Who asks for one part of a scalar asks for the others next: of thousands of statements in one text, each. */
let last: { readonly owner: object; readonly alignment: Alignment | undefined } | undefined;

function clip(at: number, length: number): number {
  return Math.min(Math.max(at, 0), length);
}

/** A block scalar is named by its first words, not by the `|` above them. */
function wordsStart(raw: string): number {
  const below = raw.indexOf('\n') + 1;
  const words = below > 0 ? raw.slice(below).search(/\S/) : -1;
  return words < 0 ? 0 : below + words;
}

/** Infinity, NaN, dates and binary data have no place in JSON Schema: the words as written stand for them. */
function scalarValue(node: ReadScalar, text: string): ScalarValue {
  const { value } = node;
  if (value === null || typeof value === 'boolean') return value;
  return typeof value === 'number' && Number.isFinite(value) ? value : text;
}
