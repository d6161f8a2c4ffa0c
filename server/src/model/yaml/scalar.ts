/** Scalars of the tree, each with the way back from its words to the text. */
import type { Scalar } from 'yaml';
import type { ScalarNode, ScalarValue } from '../located.ts';
import { firstLine, type Span } from '../source.ts';
import { type Alignment, alignScalar, type ScalarStyle } from './align.ts';
import { type Building, isUnknown, spanAt } from './building.ts';

/** `head`: what to underline, where the text itself has no words for it. */
export function brokenNode(place: Span, head: Span = firstLine(place)): ScalarNode {
  return { kind: 'scalar', span: place, head, value: null, text: '', part: () => head, broken: true };
}

/** A value that is not written: nothing stands behind the key. */
export function emptyScalar(place: Span, key?: Span): ScalarNode {
  return { kind: 'scalar', span: place, head: key ?? place, value: null, text: '', part: () => place };
}

/** `start` and `end`: where it stands in the parsed text. */
export function buildScalar(node: Scalar, start: number, end: number, building: Building, key?: Span): ScalarNode {
  const place = spanAt(building, start, end);
  const raw = building.text.slice(start, end);
  if (raw === '' && node.value === null) return emptyScalar(place, key);
  const head = firstLine(spanAt(building, start + wordsStart(raw, node), end));
  if (isUnknown(building, place)) return brokenNode(place, head);
  const style = (node.type ?? 'PLAIN') as ScalarStyle;
  const text = style === 'PLAIN' && !/[\r\n]/.test(raw) ? raw : (node.source ?? String(node.value ?? ''));
  let alignment: Alignment | undefined | false;
  const part = (from: number, to: number): Span => {
    const [a, b] = [clip(from, text.length), clip(Math.max(from, to), text.length)];
    if (raw === text) return spanAt(building, start + a, start + b);
    alignment ??= alignScalar(raw, text, style) ?? false;
    if (!alignment) return head;
    const first = alignment.starts[a] ?? alignment.ends[a - 1] ?? 0;
    const last = b > a ? (alignment.ends[b - 1] ?? first) : first;
    return spanAt(building, start + first, start + last);
  };
  return { kind: 'scalar', span: place, head, value: scalarValue(node, text), text, part };
}

function clip(at: number, length: number): number {
  return Math.min(Math.max(at, 0), length);
}

/** A block scalar is named by its first words, not by the `|` above them. */
function wordsStart(raw: string, node: Scalar): number {
  if (!node.type?.startsWith('BLOCK')) return 0;
  const below = raw.indexOf('\n') + 1;
  const words = below > 0 ? raw.slice(below).search(/\S/) : -1;
  return words < 0 ? 0 : below + words;
}

/** Infinity, NaN, dates and binary data have no place in JSON Schema: the words as written stand for them. */
function scalarValue(node: Scalar, text: string): ScalarValue {
  const { value } = node;
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? value : text;
}
