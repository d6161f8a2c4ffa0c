/** Headings and what follows them, nested by level. */
import type { Span } from '../../source.ts';
import { offsets, span } from '../../source.ts';
import type { Block, Section } from './blocks.ts';
import type { Words } from './words.ts';

export interface Heading {
  readonly kind: 'heading';
  readonly level: number;
  readonly heading: Words;
  readonly span: Span;
}

export type Open = Block | Heading;

/** Sections by their headings, as they were read before. One that holds the same blocks is the same section. */
export type KnownSections = WeakMap<Heading, Section>;

interface Building {
  readonly of: Heading;
  readonly blocks: Block[];
}

/** A heading opens a section that ends where one of its level or a higher one begins. A level that is left out nests all the same. */
export function nestSections(flat: readonly Open[], known: KnownSections = new WeakMap()): readonly Block[] {
  const roots: Block[] = [];
  const open: Building[] = [];
  for (const block of flat) {
    if (block.kind !== 'heading') {
      (open.at(-1)?.blocks ?? roots).push(block);
      continue;
    }
    closeDownTo(open, block.level, roots, known);
    open.push({ of: block, blocks: [] });
  }
  closeDownTo(open, 0, roots, known);
  return roots;
}

function closeDownTo(open: Building[], level: number, roots: Block[], known: KnownSections): void {
  for (let last = open.at(-1); last && last.of.level >= level; last = open.at(-1)) {
    open.pop();
    (open.at(-1)?.blocks ?? roots).push(closed(last, known));
  }
}

function closed({ of, blocks }: Building, known: KnownSections): Section {
  const before = known.get(of);
  if (before?.blocks.length === blocks.length && before.blocks.every((block, at) => block === blocks[at]))
    return before;
  const { segment, from, to } = of.span;
  const last = blocks.at(-1);
  const place = span(segment, from, Math.max(to, last ? offsets(last.span).end - segment.start : to));
  const section: Section = { kind: 'section', level: of.level, heading: of.heading, span: place, blocks };
  known.set(of, section);
  return section;
}
