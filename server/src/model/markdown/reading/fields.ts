/** Blocks seen as labels with what stands under each: headings, bold labels, `Label:` lines, list labels, rows of a two-column table. */
import type { Span } from '../../source.ts';
import { span } from '../../source.ts';
import type { Block, Item, List, Paragraph, Section, Table } from '../text/blocks.ts';
import { labelOf } from '../text/labels.ts';
import { joinLines, placeOf, sliceWords, type Words } from '../text/words.ts';

/** What stands under a label: words on its own line, blocks below, or both. */
export interface Content {
  readonly words?: Words | undefined;
  readonly blocks: readonly Block[];
  /** Blocks that follow a label whose value stands on its line. Its own only where the value needs them. */
  readonly tail?: readonly Block[];
  /** One line that names the content. */
  readonly head: Span;
  readonly span: Span;
}

export function tailOf({ tail }: Content): readonly Block[] {
  return tail ?? [];
}

export type FieldForm = 'heading' | 'bold' | 'plain' | 'item' | 'row';

export interface Field extends Content {
  readonly kind: 'field';
  readonly form: FieldForm;
  readonly label: Words;
  readonly item?: Item;
  /** Of a heading: all that stands under it. */
  readonly section?: Section;
  /** The label and its value, as one run of words. */
  readonly line?: Words | undefined;
}

export interface Loose {
  readonly kind: 'loose';
  readonly block: Block;
}

export type Part = Field | Loose;

/** Whether the schema knows a label here. A plain line is a label only then. */
export type Knows = (label: Words) => boolean;

export interface Wanted {
  /** Whether items of a list and rows of a table may be labels. In a list of values they are values. */
  readonly lists: boolean;
  readonly tables: boolean;
}

export function partsOf(
  blocks: readonly Block[],
  knows: Knows,
  wanted: Wanted = { lists: true, tables: true },
): readonly Part[] {
  const collector = new Collector(knows, wanted);
  for (const block of blocks) collector.add(block);
  return collector.finish();
}

interface OpenField {
  readonly label: Words;
  readonly form: FieldForm;
  readonly start: number;
  /** The lines that the field was read from, the first one with its label. */
  readonly lines: Words[];
  readonly values: Words[];
  readonly blocks: Block[];
}

const BEFORE_LABEL = /(?:[.);]|\s[·|•–—])\s+(?=(\*\*|__)[^\s*_][^*_]{0,60}(?::\1|\1\s?:))/g;

class Collector {
  readonly #knows: Knows;
  readonly #parts: Part[] = [];
  readonly #wanted: Wanted;
  #open: OpenField | undefined;

  constructor(knows: Knows, wanted: Wanted) {
    this.#knows = knows;
    this.#wanted = wanted;
  }

  add(block: Block): void {
    if (block.kind === 'section') {
      this.#close();
      this.#parts.push(sectionField(block));
    } else if (block.kind === 'paragraph') this.#addParagraph(block);
    else if (this.#open) this.#open.blocks.push(block);
    else this.#addLoose(block);
  }

  finish(): readonly Part[] {
    this.#close();
    return this.#parts;
  }

  #addParagraph(paragraph: Paragraph): void {
    const rest: Words[] = [];
    let begun = false;
    for (const line of paragraph.lines.flatMap((line) => this.#byLabels(line))) {
      const found = labelOf(line);
      if (found && (found.sure || this.#knows(found.label))) {
        this.#flush(rest);
        this.#close();
        begun = true;
        const form = found.sure ? 'bold' : 'plain';
        this.#open = {
          label: found.label,
          form,
          start: placeOf(line).from,
          lines: [line],
          values: [found.value],
          blocks: [],
        };
      } else if (begun && this.#open) {
        this.#open.values.push(line);
        this.#open.lines.push(line);
      } else rest.push(line);
    }
    this.#flush(rest);
  }

  /** A line that goes on with another label, cut before it: `**RTO**: 20m · **RPO**: 0`, "Irreversible. **Backup**: orders". */
  #byLabels(line: Words): readonly Words[] {
    const parts: Words[] = [];
    let from = 0;
    for (const { 0: between, index } of line.text.matchAll(BEFORE_LABEL)) {
      const start = index + between.length;
      const found = labelOf(sliceWords(line, start));
      if (!found || !this.#knows(found.label)) continue;
      parts.push(sliceWords(line, from, /^[.)]/.test(between) ? index + 1 : index));
      from = start;
    }
    return from === 0 ? [line] : [...parts, sliceWords(line, from)];
  }

  /** Lines of a paragraph that no label of the same paragraph claims. */
  #flush(lines: Words[]): void {
    const block = paragraphOf(lines);
    lines.length = 0;
    if (!block) return;
    if (this.#open) this.#open.blocks.push(block);
    else this.#addLoose(block);
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (!open) return;
    const field = closedField(open);
    this.#parts.push(field);
    for (const block of tailOf(field)) this.#addLoose(block);
  }

  #addLoose(block: Block): void {
    if (block.kind === 'list' && this.#wanted.lists) this.#addList(block);
    else if (block.kind === 'table' && this.#wanted.tables) this.#addTable(block);
    else this.#parts.push({ kind: 'loose', block });
  }

  /** `- **Owner**: payments` is a label; what the schema does not know stays a list. */
  #addList(list: List): void {
    const others: Item[] = [];
    for (const item of list.items) {
      const field = itemField(item, this.#knows);
      if (field) this.#parts.push(field);
      else others.push(item);
    }
    if (others.length > 0) this.#parts.push({ kind: 'loose', block: { ...list, items: others } });
  }

  #addTable(table: Table): void {
    const fields = rowFields(table, this.#knows);
    if (fields.length > 0) this.#parts.push(...fields);
    else this.#parts.push({ kind: 'loose', block: table });
  }
}

export function paragraphOf(lines: readonly Words[]): Paragraph | undefined {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return undefined;
  const place = span(first.segment, placeOf(first).from, placeOf(last).to);
  return { kind: 'paragraph', span: place, lines: [...lines] };
}

export function sectionField(section: Section): Field {
  return {
    kind: 'field',
    form: 'heading',
    label: section.heading,
    head: placeOf(section.heading),
    span: section.span,
    blocks: section.blocks,
    section,
  };
}

/** A value on the label's line is the whole value, unless it ends in a colon: then it announces what follows. */
function closedField({ label, form, start, lines, values, blocks }: OpenField): Field {
  const words = joinLines(values.filter((line, index) => index > 0 || line.text !== ''));
  const announces = words === undefined || words.text.endsWith(':');
  const own = announces ? blocks : [];
  const end = Math.max(placeOf(words ?? label).to, placeOf(label).to, own.at(-1)?.span.to ?? 0);
  const place = span(label.segment, start, end);
  const line = joinLines(lines);
  const field: Field = {
    kind: 'field',
    form,
    label,
    head: placeOf(label),
    span: place,
    blocks: own,
    words,
    line,
  };
  return announces ? { ...field, words: undefined } : { ...field, tail: blocks };
}

export function itemField(item: Item, knows: Knows): Field | undefined {
  const [first, ...rest] = item.lines;
  const found = first && !item.task && labelOf(first);
  if (!found || !knows(found.label)) return undefined;
  const words = joinLines([found.value, ...rest].filter((line) => line.text !== ''));
  return {
    kind: 'field',
    form: 'item',
    label: found.label,
    head: placeOf(found.label),
    span: item.span,
    words,
    blocks: item.blocks,
    item,
  };
}

/** A table of two columns whose first one holds labels. Its header may be such a row too. */
function rowFields(table: Table, knows: Knows): Field[] {
  if (table.header.cells.length !== 2) return [];
  const fields: Field[] = [];
  for (const row of [table.header, ...table.rows]) {
    const [label, value] = row.cells as readonly [Words, Words];
    if (label.text === '' || !knows(label)) continue;
    if (row === table.header && /^(?:value|details?|description|notes?)$/i.test(value.text)) continue;
    fields.push({
      kind: 'field',
      form: 'row',
      label,
      head: placeOf(label),
      span: row.span,
      words: value,
      blocks: [],
    });
  }
  return fields;
}
