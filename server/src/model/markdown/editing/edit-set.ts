/** A new key of a map, in the style of the keys beside it. */
import type { MapNode } from '../../located.ts';
import { isPart } from '../reading/exempt.ts';
import type { Content, Field } from '../reading/fields.ts';
import { placeOf } from '../text/words.ts';
import type { Json } from '../writing/json.ts';
import { contentForms, inlineForms, keyForm } from '../writing/write-unit.ts';
import { indented } from '../writing/write-words.ts';
import { type Adding, frontMatterForms, sectionForms } from './edit-document.ts';
import { cellChanges } from './edit-row.ts';
import { wholeForms, writeForms } from './edit-write.ts';
import {
  blockAfter,
  blockBefore,
  type Editing,
  labelledKeys,
  lineAfter,
  lineEndOf,
  lineStartOf,
  markerAt,
  prefixAt,
  prefixed,
  quotesBefore,
  spotAt,
} from './editing.ts';
import type { Change } from './evolving.ts';

type Forms = Iterable<readonly Change[]>;

export function* setForms(parent: MapNode, key: string, value: Json, editing: Editing): Generator<readonly Change[]> {
  const entry = parent.entries.get(key);
  if (entry && !entry.inherited) {
    yield* writeForms(entry.value, value, { ...editing, path: [...editing.path, key] });
    return;
  }
  yield* newKeyForms(parent, key, value, editing);
}

/** The key under a label of its own, also where a heading or a name says it already. */
export function* newKeyForms(
  parent: MapNode,
  key: string,
  value: Json,
  editing: Editing,
): Generator<readonly Change[]> {
  const spot = spotAt(editing.path, editing);
  const unit = spot?.shape.unit;
  const property = unit?.properties.get(key);
  if (!spot || !unit || !property) return;
  const adding: Adding = { parent, property, unit, value, place: spot.place };
  const layout = editing.layouts.get(parent);
  yield* emptySection(adding, editing);
  if (layout?.kind === 'row') yield* cellChanges(layout, property, value);
  if (layout?.kind === 'item' && layout.item.task && property.checkbox && value === true) {
    const { from, to } = placeOf(layout.item.task.box);
    yield [{ from, to, text: '[x]' }];
  }
  const isDocument = editing.path.length === 0 || (editing.path.length === 1 && isPart(String(editing.path[0])));
  if (editing.path.length === 0) yield* frontMatterForms(adding, editing, false);
  // In a document a list is a section; a short value stands with the other short ones.
  if (isDocument && typeof value === 'object') yield* sectionForms(adding, editing);
  yield* besideLabels(adding, editing, true);
  yield* besideLabels(adding, editing, false);
  if (isDocument) yield* sectionForms(adding, editing);
  else if (layout?.kind === 'item') yield* belowItem(adding, editing, layout.item.span.to, layout.item.span.from);
  else if (layout?.kind === 'content') yield* insideContent(adding, layout.content, editing);
  if (editing.path.length === 0) yield* frontMatterForms(adding, editing, true);
  // Written in a form that takes no further key: the whole map is written anew.
  else yield* wholeForms(parent, key, value, editing);
}

/** The heading is there with nothing under it. */
function* emptySection({ property, value, place }: Adding, { document, path, text }: Editing): Forms {
  const wanted = [...path, property.key].join('/');
  const empty = document.emptySections.find((one) => one.path.join('/') === wanted);
  if (!empty) return;
  const at = empty.head.to;
  const isHeading =
    /^[ \t>]*#/.test(text.slice(lineStartOf(text, at), at)) || !/:/.test(text.slice(at, lineEndOf(text, at)));
  if (!isHeading)
    for (const line of inlineForms(property, value))
      yield [{ from: lineEndOf(text, at), to: lineEndOf(text, at), text: ` ${line}` }];
  for (const block of contentForms(property, value, place, { kind: 'labels' })) yield [blockAfter(text, at, block)];
}

/** Labels beside the new one, in the order of the text: all of them, or those whose values are written like the new value. */
function neighbours({ parent, property, unit }: Adding, editing: Editing, fits: (field: Field) => boolean) {
  const order = [...unit.properties.keys()];
  const own = order.indexOf(property.key);
  const labels = labelledKeys(parent, editing).filter(({ field }) => fits(field));
  const before = labels.filter(({ key }) => order.indexOf(key) < own).at(-1);
  const behind = labels.find(({ key }) => order.indexOf(key) > own);
  return { before: before?.field, behind: behind?.field };
}

/** On a line like those of the keys beside it: of those with a value of the same kind, or of the others. */
function* besideLabels(adding: Adding, editing: Editing, alike: boolean): Forms {
  const isLong = !fitsOnLine(adding);
  for (const form of ['item', 'bold', 'plain', 'row'] as const) {
    const fits = (field: Field) => field.form === form && (field.blocks.length > 0 === isLong) === alike;
    const { before, behind } = neighbours(adding, editing, fits);
    const beside = before ?? behind;
    if (beside) yield* likeField(beside, beside === before, adding, editing);
  }
}

function fitsOnLine({ property, value }: Adding): boolean {
  for (const _ of inlineForms(property, value)) return true;
  return false;
}

function* likeField(like: Field, after: boolean, { property, value, place }: Adding, { text }: Editing): Forms {
  const style = labelStyle(like, text);
  const prefix = prefixAt(text, like.span.from);
  for (const line of inlineForms(property, value)) {
    const label = `${style.before}${property.title}${style.after}${line}${style.end}`;
    if (like.form === 'item' || like.form === 'row') {
      yield [after ? lineAfter(text, like.span.to, label, prefix) : lineBefore(text, like.span.from, label, prefix)];
    } else yield [labelLine(like, after, label, text, prefix)];
  }
  if (like.form === 'row') return;
  for (const block of contentForms(property, value, place, { kind: 'list' })) {
    const label = `${style.before}${property.title}${style.after.trimEnd()}`;
    if (like.form === 'item') {
      const width = style.before.length - style.before.replace(/^(?:[-*+]|\d+[.)])\s+/, '').length;
      const item = `${label}\n${indented(block, width)}`;
      yield [after ? lineAfter(text, like.span.to, item, prefix) : lineBefore(text, like.span.from, item, prefix)];
    } else {
      const whole = `${label}\n\n${block}`;
      yield [after ? blockAfter(text, endOfField(like), whole, prefix) : blockBefore(text, like.span.from, whole)];
    }
  }
}

function lineBefore(text: string, at: number, line: string, prefix: string): Change {
  const start = text.slice(lineStartOf(text, at), at);
  return { from: at - start.length, to: at - start.length, text: `${start}${prefixed(line, prefix)}\n` };
}

/** A label in a paragraph of labels is a line of it; a label that is a paragraph gets one beside it. */
function labelLine(like: Field, after: boolean, label: string, text: string, prefix: string): Change {
  const alone =
    !isText(lineBelow(text, like.span.to)) &&
    !isText(lineAbove(text, like.span.from)) &&
    !like.words?.text.includes('\n');
  if (alone || (after && endOfField(like) > like.span.to))
    return after ? blockAfter(text, endOfField(like), label, prefix) : blockBefore(text, like.span.from, label);
  return after ? lineAfter(text, like.span.to, label, prefix) : lineBefore(text, like.span.from, label, prefix);
}

function endOfField({ span, blocks }: Field): number {
  return Math.max(span.to, blocks.at(-1)?.span.to ?? 0);
}

function lineBelow(text: string, at: number): string {
  const end = lineEndOf(text, at);
  return /^(?:\r\n|\n|\r)([^\r\n]*)/.exec(text.slice(end, end + 400))?.[1] ?? '';
}

function lineAbove(text: string, at: number): string {
  const start = lineStartOf(text, at);
  return /([^\r\n]*)(?:\r\n|\n|\r)$/.exec(text.slice(Math.max(0, start - 400), start))?.[1] ?? '';
}

function isText(line: string): boolean {
  return !/^[\s>]*(?:$|#|---|\*\*\*|```|~~~)/.test(line);
}

/** What stands around a label: `- **` and `**: `, `**` and `:** `, `| ` and ` | `. */
function labelStyle(field: Field, text: string) {
  const start = field.span.from;
  const before = text
    .slice(start, field.label.pieces[0].at)
    .replace(/^(\d+)([.)])/, (_, number: string, mark: string) => `${Number(number) + 1}${mark}`);
  if (field.form === 'row') return { before: '| ', after: ' | ', end: ' |' };
  const labelEnd = field.head.to;
  const value = field.words?.text ? field.words.pieces[0].at : undefined;
  const written =
    value === undefined ? text.slice(labelEnd, lineEndOf(text, labelEnd)).trimEnd() : text.slice(labelEnd, value);
  const closes = /[:?]\s*$/.test(field.label.text) ? ':' : '';
  const after = `${closes}${written}`;
  const usual = /^[:*_\s]*$/.test(after) && /:/.test(after);
  const bold = /\*\*|__/.test(before);
  return {
    before: before.replace(/[^\s*_`>\d.)+-]/g, ''),
    after: usual ? `${after.trimEnd()} ` : bold ? '**: ' : ': ',
    end: '',
  };
}

/** Below a heading or a label that has no keys to follow. */
function* insideContent(adding: Adding, content: Content, editing: Editing): Forms {
  const { text } = editing;
  const { property, value, place, parent } = adding;
  const headings = labelledKeys(parent, editing).filter(({ field }) => field.form === 'heading');
  const sections = content.blocks.filter((block) => block.kind === 'section');
  const direct = content.blocks.filter((block) => block.kind !== 'section' && block.kind !== 'comment');
  const end = Math.max(content.head.to, direct.at(-1)?.span.to ?? 0);
  const first = sections[0];
  if (headings.length > 0 && first?.kind === 'section' && typeof value === 'object') {
    const { before } = neighbours(adding, editing, (field) => field.form === 'heading');
    const { form } = keyForm(property, value, place, { kind: 'sections', level: first.level, headed: true });
    yield [blockAfter(text, before?.span.to ?? content.span.to, form)];
  }
  const prefix = quotesBefore(text, content.span.from);
  const { form } = keyForm(property, value, place, { kind: 'labels' });
  const list = direct.find((block) => block.kind === 'list');
  if (list && form.startsWith('- ')) yield [lineAfter(text, list.span.to, form, prefixAt(text, list.span.from))];
  if (form.startsWith('- ')) yield [blockAfter(text, content.head.to, form, prefix)];
  yield [blockAfter(text, end, form, prefix)];
  yield [blockAfter(text, content.head.to, form, prefix)];
  if (first) yield [blockBefore(text, first.span.from, form)];
}

/** A list of labels below the item. */
function* belowItem({ property, value, place }: Adding, { text }: Editing, end: number, start: number): Forms {
  const prefix = `${prefixAt(text, start)}${' '.repeat(markerAt(text, start).length)}`;
  const { form } = keyForm(property, value, place, { kind: 'list' });
  yield [lineAfter(text, end, form, prefix)];
  yield [blockAfter(text, end, form, prefix)];
}
