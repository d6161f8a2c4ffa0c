/** How a node was written. The reader notes it, and edits follow it. */
import type { Item, Row, Table } from '../text/blocks.ts';
import type { Words } from '../text/words.ts';
import type { Content, Field } from './fields.ts';

export type Layout = {
  /** The label that the node stands under, where it is the value of a key with one. */
  readonly field?: Field | undefined;
} & (
  | /** Blocks under a label or a heading, or the whole document. */
  { readonly kind: 'content'; readonly content: Content }
  /** A list item. */
  | { readonly kind: 'item'; readonly item: Item }
  | { readonly kind: 'row'; readonly table: Table; readonly row: Row }
  /** Words on a line: a value behind its label, a cell, a fact of a heading. `raw` is what stands in the text. */
  | { readonly kind: 'words'; readonly raw: Words }
);
