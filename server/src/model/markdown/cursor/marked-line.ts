/** The line of words in which a mark stands, and what it stands in. */
import type { Block, Item, Section } from '../text/blocks.ts';
import { labelOf } from '../text/labels.ts';
import { placeOf, type Words } from '../text/words.ts';

export interface MarkedLine {
  readonly form: 'heading' | 'item' | 'line';
  readonly from: number;
  readonly to: number;
  /** The sections and list items around it, the outermost first. */
  readonly around: readonly (Section | Item)[];
  /** A paragraph with a label stands above: a list right below would be its value. */
  readonly isBelowLabel: boolean;
}

/** Nothing where the mark stands in a later line of a paragraph, in a table, in code or in a comment. */
export function labelled(blocks: readonly Block[], mark: string): MarkedLine | undefined {
  const waiting = [{ blocks, around: [] as readonly (Section | Item)[] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { around } = next;
    for (const [at, block] of next.blocks.entries()) {
      if (block.kind === 'section') {
        if (block.heading.text.includes(mark)) return lineOf('heading', block.heading, around);
        waiting.push({ blocks: block.blocks, around: [...around, block] });
      } else if (block.kind === 'paragraph') {
        const [first] = block.lines;
        if (first?.text.includes(mark)) return lineOf('line', first, around, hasLabel(next.blocks[at - 1]));
      } else if (block.kind === 'list') {
        for (const item of block.items) {
          const [first] = item.lines;
          if (first?.text.includes(mark)) return item.task ? undefined : lineOf('item', first, around);
          waiting.push({ blocks: item.blocks, around: [...around, item] });
        }
      }
    }
  }
  return undefined;
}

function lineOf(
  form: MarkedLine['form'],
  words: Words,
  around: MarkedLine['around'],
  isBelowLabel = false,
): MarkedLine {
  const { from, to } = placeOf(words);
  return { form, from, to, around, isBelowLabel };
}

function hasLabel(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && block.lines.some((line) => labelOf(line) !== undefined);
}
