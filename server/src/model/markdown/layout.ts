/** How a node was written. The reader notes it, and edits follow it. */
import type { Item, Row, Table } from './blocks.ts';
import type { Content, FieldForm } from './fields.ts';
import type { Property, Unit } from './grammar.ts';
import type { Words } from './words.ts';

export type Layout =
  /** Under a label: a section, a bold label, a `Label:` line, a list label. */
  | {
      readonly kind: 'content';
      readonly form: FieldForm | 'document';
      readonly content: Content;
      readonly property?: Property;
      readonly unit?: Unit;
    }
  | { readonly kind: 'item'; readonly item: Item; readonly property?: Property; readonly unit?: Unit }
  | { readonly kind: 'row'; readonly table: Table; readonly row: Row; readonly unit?: Unit }
  /** Inside other words: a cell, a fact of a heading, a part of a line. `raw` is what stands in the text. */
  | { readonly kind: 'words'; readonly raw: Words };
