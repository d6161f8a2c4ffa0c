/** Another value in the place of one that is there. */
import { descend, type LocatedNode, type MapNode } from '../../located.ts';
import type { ItemShape, Property } from '../grammar/grammar.ts';
import type { Field } from '../reading/fields.ts';
import { yamlScalar } from '../reading/front-matter.ts';
import type { Item } from '../text/blocks.ts';
import { placeOf } from '../text/words.ts';
import { isObject, type Json, jsonOf } from '../writing/json.ts';
import type { Place } from '../writing/read-back.ts';
import { itemTexts } from '../writing/write-list.ts';
import { contentForms, inlineForms } from '../writing/write-unit.ts';
import { fenceForm, inCell, inCode, lineForms } from '../writing/write-words.ts';
import { cellChanges } from './edit-row.ts';
import { newKeyForms } from './edit-set.ts';
import { type Editing, lineEndOf, markerAt, prefixAt, prefixed, quotesBefore, spotAt, withMarker } from './editing.ts';
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
  const owner = spotAt(path.slice(0, -1), editing)?.place;
  const property = spot?.property;
  if (!spot || !property || !owner) return;
  const layout = layouts.get(node);
  if (typeof value === 'boolean' && /^\[[ xX]\]$/.test(text.slice(from, to))) {
    yield [{ from, to, text: value ? '[x]' : '[ ]' }];
  }
  if (typeof value !== 'object' && node.kind === 'scalar')
    yield* scalarForms(node, value, property, spot.shape.scalar, editing);
  if (layout?.field) yield* fieldForms(layout.field, property, value, owner, editing);
  const { item } = property.shape;
  if (layout?.kind === 'item' && item) yield* itemForms(layout.item, property, item, value, owner, editing);
  const parent = descend(editing.document.root, path.slice(0, -1));
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
  const owner = spotAt(path.slice(0, -1), editing)?.place;
  const whole = jsonOf(map);
  if (!layout || !property || !owner || !isObject(whole)) return;
  const next = { ...whole, [key]: value };
  const { item } = property.shape;
  if (layout.kind === 'item' && item) yield* itemForms(layout.item, property, item, next, owner, editing);
  else if (layout.field) yield* fieldForms(layout.field, property, next, owner, editing);
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
  const scalar = shape ?? property.shape.item?.scalar;
  const forms = scalar ? lineForms(value, property, scalar) : [];
  // Between marks that stay, such as backticks, the bare words are the closest.
  if (typeof value === 'string' && !/[\r\n]/.test(value)) yield [{ from, to, text: value }];
  // Behind `Irreversible:` a yes is a no.
  else if (typeof value === 'boolean')
    for (const word of value ? ['yes', 'no'] : ['no', 'yes']) yield [{ from, to, text: word }];
  else if (typeof value === 'number') yield [{ from, to, text: String(value) }];
  if (layout?.kind === 'content' && typeof value === 'string' && value.includes('\n')) {
    yield [{ from, to, text: prefixed(value.replace(/\n$/, ''), quotesBefore(text, from)) }];
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
  const place = placeOf(raw);
  for (const form of [...forms, ...(typeof value === 'string' ? [inCode(value)] : [])]) {
    yield [{ from: place.from, to: place.to, text: form }];
    yield [{ from: place.from, to: place.to, text: inCell(form) }];
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
  const { section } = field;
  const words = field.words?.text ? field.words : undefined;
  const labelEnd = words ? words.pieces[0].at : lineEndOf(text, field.head.to);
  const closeLabel = field.head.to + text.slice(field.head.to, labelEnd).trimEnd().length;
  if (!section) {
    const from = words ? labelEnd : closeLabel;
    // "None" in the place of a list.
    const lines = typeof value === 'string' && !property.shape.scalar ? [value] : inlineForms(property, value);
    for (const line of lines) yield [{ from, to: Math.max(from, end), text: words ? line : ` ${line}` }];
  }
  if (field.form === 'row') return;
  const isItem = field.form === 'item';
  const marker = isItem ? markerAt(text, field.span.from).length : 0;
  const prefix = `${prefixAt(text, field.span.from)}${' '.repeat(marker)}`;
  const list = { kind: 'list' } as const;
  for (const manner of section ? [{ kind: 'sections', level: section.level + 1 } as const, list] : [list]) {
    for (const block of contentForms(property, value, place, manner)) {
      const gap = isItem ? `\n${prefix}` : `\n${prefix.trimEnd()}\n${prefix}`;
      yield [{ from: closeLabel, to: Math.max(end, closeLabel), text: `${gap}${prefixed(block, prefix)}` }];
    }
  }
}

function* itemForms(
  own: Item,
  property: Property,
  item: ItemShape,
  value: Json,
  owner: Place,
  { text }: Editing,
): Forms {
  const { from, to } = own.span;
  const marker = markerAt(text, from);
  const prefix = prefixAt(text, from);
  for (const form of itemTexts(value, property, item, owner, own.task !== undefined))
    yield [{ from, to, text: prefixed(withMarker(form, marker), prefix) }];
}
