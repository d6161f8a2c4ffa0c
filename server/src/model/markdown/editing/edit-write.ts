/** Another value in the place of one that is there. */
import type { LocatedNode, MapNode } from '../../located.ts';
import type { Property } from '../grammar/grammar.ts';
import type { Field } from '../reading/fields.ts';
import { yamlScalar } from '../reading/front-matter.ts';
import type { Item } from '../text/blocks.ts';
import { isObject, type Json, jsonOf } from '../writing/json.ts';
import type { Place } from '../writing/read-back.ts';
import { itemTexts } from '../writing/write-list.ts';
import { contentForms, inlineForms } from '../writing/write-unit.ts';
import { fenceForm, inCell, inCode, lineForms } from '../writing/write-words.ts';
import { cellChanges } from './edit-row.ts';
import { newKeyForms } from './edit-set.ts';
import { type Editing, lineEndOf, lineStartOf, prefixAt, prefixed, spotAt } from './editing.ts';
import type { Change } from './evolving.ts';

type Forms = Iterable<readonly Change[]>;

export function* writeForms(node: LocatedNode, value: Json, editing: Editing): Generator<readonly Change[]> {
  const { text, frontMatter, layouts, path } = editing;
  const { from, to } = node.span;
  if (frontMatter.body && from >= frontMatter.body.from && to <= frontMatter.body.to) {
    yield [{ from, to, text: typeof value === 'object' ? JSON.stringify(value) : yamlScalar(value) }];
    return;
  }
  const spot = spotAt(path, editing);
  const property = spot?.property;
  if (!spot || !property) return;
  const owner = spotAt(path.slice(0, -1), editing)?.place ?? spot.place;
  const layout = layouts.get(node);
  if (typeof value === 'boolean' && /^\[[ xX]\]$/.test(text.slice(from, to))) {
    yield [{ from, to, text: value ? '[x]' : '[ ]' }];
  }
  if (typeof value !== 'object' && node.kind === 'scalar')
    yield* scalarForms(node, value, property, spot.shape.scalar, editing);
  if (layout?.field) yield* fieldForms(layout.field, property, value, owner, editing);
  if (layout?.kind === 'item')
    yield* itemForms(layout.item, property, value, spotAt(path.slice(0, -2), editing)?.place ?? owner, editing);
  const parent = nodeOf(path.slice(0, -1), editing);
  const above = parent && layouts.get(parent);
  if (above?.kind === 'row') yield* cellChanges(above, property, value);
  const key = path.at(-1);
  if (parent?.kind !== 'map' || typeof key !== 'string') return;
  // A name gives several keys at once; to say one otherwise, it needs a label of its own.
  const around: Editing = { ...editing, path: path.slice(0, -1) };
  yield* newKeyForms(parent, key, value, around);
  yield* wholeForms(parent, key, value, around);
}

/** The map written anew with the key, where it was written as one piece: an item, or what stands under a label. */
export function* wholeForms(map: MapNode, key: string, value: Json, editing: Editing): Forms {
  const { layouts, path } = editing;
  const layout = layouts.get(map);
  const property = spotAt(path, editing)?.property;
  const owner = spotAt(path.slice(0, typeof path.at(-1) === 'number' ? -2 : -1), editing)?.place;
  const whole = jsonOf(map);
  if (!layout || !property || !owner || !isObject(whole)) return;
  const next = { ...whole, [key]: value };
  if (layout.kind === 'item') yield* itemForms(layout.item, property, next, owner, editing);
  else if (layout.field) yield* fieldForms(layout.field, property, next, owner, editing);
}

function nodeOf(path: readonly (string | number)[], { document }: Editing): LocatedNode | undefined {
  let at: LocatedNode | undefined = document.root;
  for (const step of path)
    at =
      at?.kind === 'map'
        ? at.entries.get(String(step))?.value
        : at?.kind === 'list'
          ? at.items[Number(step)]
          : undefined;
  return at;
}

/** The words themselves, where they stand: a value behind a label, a cell, a fact of a heading. */
function* scalarForms(
  node: LocatedNode,
  value: Json,
  property: Property,
  shape: Property['shape']['scalar'],
  editing: Editing,
): Forms {
  const { text, layouts } = editing;
  const layout = layouts.get(node);
  const { from, to } = node.span;
  const scalar = shape ?? property.shape.item?.scalar ?? property.shape.scalar;
  const forms = scalar ? lineForms(value, property, scalar) : [];
  // Between marks that stay, such as backticks, the bare words are the closest.
  if (typeof value === 'string' && !/[\r\n]/.test(value)) yield [{ from, to, text: value }];
  // Behind `Irreversible:` a yes is a no.
  else if (typeof value === 'boolean')
    for (const word of value ? ['yes', 'no'] : ['no', 'yes']) yield [{ from, to, text: word }];
  else if (typeof value === 'number') yield [{ from, to, text: String(value) }];
  if (layout?.kind === 'content' && typeof value === 'string' && value.includes('\n')) {
    const prefix = prefixAt(
      text,
      lineStartOf(text, from) + (/^[\s>]*/.exec(text.slice(lineStartOf(text, from), from))?.[0].length ?? 0),
    );
    yield [{ from, to, text: prefixed(value.replace(/\n$/, ''), prefix) }];
  }
  if (layout?.kind === 'content' && typeof value === 'string' && property.fences.length > 0) {
    const { from: start, to: end } = layout.content.span;
    yield [{ from: start, to: end, text: prefixed(fenceForm(value, property), prefixAt(text, start)) }];
  }
  const raw = layout?.kind === 'words' ? layout.raw : undefined;
  if (!raw) {
    const marked = withMarks(text, from, to);
    for (const form of typeof value === 'string' ? [value, ...forms, inCode(value)] : forms) {
      yield [{ ...marked, text: form }];
      yield [{ ...marked, text: inCell(form) }];
    }
    return;
  }
  const first = raw.pieces[0];
  const last = raw.pieces[raw.pieces.length - 1] ?? first;
  for (const form of [...forms, ...(typeof value === 'string' ? [inCode(value)] : [])]) {
    yield [{ from: first.at, to: last.at + last.width, text: form }];
    yield [{ from: first.at, to: last.at + last.width, text: inCell(form) }];
  }
}

/** A name with the marks around it: `**canary**`. */
function withMarks(text: string, from: number, to: number): { from: number; to: number } {
  for (const mark of ['**`', '`', '**', '__', '*', '_']) {
    const close = [...mark].reverse().join('');
    if (text.slice(from - mark.length, from) === mark && text.slice(to, to + mark.length) === close) {
      return { from: from - mark.length, to: to + mark.length };
    }
  }
  return { from, to };
}

/** Everything behind the label. */
function* fieldForms(field: Field, property: Property, value: Json, place: Place, { text }: Editing): Forms {
  const end = Math.max(field.span.to, field.blocks.at(-1)?.span.to ?? 0);
  const isHeading = field.form === 'heading';
  const words = field.words?.text ? field.words : undefined;
  const labelEnd = words ? words.pieces[0].at : lineEndOf(text, field.head.to);
  if (!isHeading) {
    const from = words ? labelEnd : labelEnd - (/[ \t]*$/.exec(text.slice(field.head.to, labelEnd))?.[0].length ?? 0);
    for (const line of inlineForms(property, value, place))
      yield [{ from, to: Math.max(from, end), text: words ? line : ` ${line}` }];
  }
  if (field.form === 'row') return;
  const isItem = field.form === 'item';
  const start = lineStartOf(text, field.span.from);
  const marker = isItem
    ? (/^(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(text.slice(field.span.from, field.span.from + 20))?.[0].length ?? 2)
    : 0;
  const prefix = `${text.slice(start, field.span.from).replace(/[^>\s]/g, ' ')}${' '.repeat(marker)}`;
  const closeLabel = words
    ? labelEnd - (/[ \t]*$/.exec(text.slice(0, labelEnd).slice(-20))?.[0].length ?? 0)
    : labelEnd;
  for (const manner of isHeading
    ? [sectionManner(text, field), { kind: 'list' } as const]
    : [{ kind: 'list' } as const]) {
    for (const block of contentForms(property, value, place, manner)) {
      const gap = isItem ? `\n${prefix}` : `\n${prefix.trimEnd()}\n${prefix}`;
      yield [{ from: closeLabel, to: Math.max(end, closeLabel), text: `${gap}${prefixed(block, prefix)}` }];
    }
  }
}

function sectionManner(text: string, field: Field) {
  const start = lineStartOf(text, field.span.from);
  const level = /#{1,6}/.exec(text.slice(start, field.head.from))?.[0].length ?? 2;
  return { kind: 'sections', level: level + 1 } as const;
}

function* itemForms(own: Item, property: Property, value: Json, owner: Place, { text }: Editing): Forms {
  const { item } = property.shape;
  if (!item) return;
  const { from, to } = own.span;
  const marker = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(text.slice(from, from + 20))?.[0] ?? '- ';
  const prefix = prefixAt(text, from);
  for (const form of itemTexts(value, property, item, owner, own.task !== undefined)) {
    const lines = form.replace(/^- /, marker).replace(/\n {2}/g, `\n${' '.repeat(marker.length)}`);
    yield [{ from, to, text: prefixed(lines, prefix) }];
  }
}
