/** Headings and what follows them, nested by level. */
import type { Span } from '../../source.ts';
import { span } from '../../source.ts';
import type { Block, Section } from './blocks.ts';
import type { Words } from './words.ts';

export interface Heading {
  readonly kind: 'heading';
  readonly level: number;
  readonly heading: Words;
  readonly span: Span;
}

export type Open = Block | Heading;

interface Building {
  readonly of: Heading;
  readonly blocks: Block[];
}

/** A heading opens a section that ends where one of its level or a higher one begins. A level that is left out nests all the same. */
export function nestSections(flat: readonly Open[]): readonly Block[] {
  const roots: Block[] = [];
  const open: Building[] = [];
  for (const block of flat) {
    if (block.kind !== 'heading') {
      (open.at(-1)?.blocks ?? roots).push(block);
      continue;
    }
    closeDownTo(open, block.level, roots);
    open.push({ of: block, blocks: [] });
  }
  closeDownTo(open, 0, roots);
  return roots;
}

function closeDownTo(open: Building[], level: number, roots: Block[]): void {
  for (let last = open.at(-1); last && last.of.level >= level; last = open.at(-1)) {
    open.pop();
    (open.at(-1)?.blocks ?? roots).push(closed(last));
  }
}

function closed({ of, blocks }: Building): Section {
  const end = blocks.at(-1)?.span.to ?? of.span.to;
  const place = span(of.span.segment, of.span.from, Math.max(of.span.to, end));
  return { kind: 'section', level: of.level, heading: of.heading, span: place, blocks };
}
