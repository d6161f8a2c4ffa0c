/** The blocks of a Markdown text as a small tree. Words in it are raw Markdown with their places; what they mean is not known here. */
import type { Span } from '../../source.ts';
import type { Words } from './words.ts';

export type Block = Section | List | Table | Fence | Paragraph | Comment;

/** A heading and all that stands under it, up to the next heading of its level or a higher one. */
export interface Section {
  readonly kind: 'section';
  readonly level: number;
  readonly heading: Words;
  readonly span: Span;
  readonly blocks: readonly Block[];
}

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly span: Span;
  readonly items: readonly Item[];
}

export interface Item {
  readonly span: Span;
  /** The lines of the item's first paragraph, without the task box. */
  readonly lines: readonly Words[];
  /** Set for a task: `[x]` is true. */
  readonly task?: { readonly done: boolean; readonly box: Words };
  /** What follows the first paragraph. */
  readonly blocks: readonly Block[];
}

export interface Table {
  readonly kind: 'table';
  readonly span: Span;
  readonly header: Row;
  readonly rows: readonly Row[];
}

export interface Row {
  /** The row's line, without what holds the table (a quote, a list item). */
  readonly span: Span;
  /** As many as the header has. */
  readonly cells: readonly Words[];
}

export interface Fence {
  readonly kind: 'fence';
  readonly span: Span;
  /** First word of the info string, lower case; empty for an indented block. */
  readonly language: string;
  readonly code: Words;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly span: Span;
  readonly lines: readonly Words[];
}

/** An HTML block: nothing to read, but a section that holds no more than a comment is empty. */
export interface Comment {
  readonly kind: 'comment';
  readonly span: Span;
  readonly onlyComment: boolean;
}
