/** The addresses of links in the prose of a Markdown text: not in code, not in comments. */
import type { WrittenLink } from '../../plan-document.ts';
import type { Block, Item } from './blocks.ts';
import { maskCode } from './inline.ts';
import { placeOf, type Words } from './words.ts';

export function linksIn(blocks: readonly Block[]): WrittenLink[] {
  const found: WrittenLink[] = [];
  for (const words of proseOf(blocks)) found.push(...linksOf(words));
  return found;
}

/** The lines, headings and cells of a text, in its order. Blocks are not nested deeper than the parser allows. */
function* proseOf(blocks: readonly Block[]): Generator<Words> {
  for (const block of blocks) {
    if (block.kind === 'section') {
      yield block.heading;
      yield* proseOf(block.blocks);
    } else if (block.kind === 'paragraph') yield* block.lines;
    else if (block.kind === 'list') for (const item of block.items) yield* proseOfItem(item);
    else if (block.kind === 'table') for (const row of [block.header, ...block.rows]) yield* row.cells;
  }
}

function* proseOfItem(item: Item): Generator<Words> {
  yield* item.lines;
  yield* proseOf(item.blocks);
}

const ADDRESS = /\]\(\s*(?:<[^<>]*>|[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)(?=\s*\)|\s+["'])/g;

function linksOf(words: Words): WrittenLink[] {
  if (!words.text.includes('](')) return [];
  const text = maskCode(words.text).replace(/<!--.*?-->/g, (comment) => ' '.repeat(comment.length));
  return Array.from(text.matchAll(ADDRESS)).flatMap(({ 0: found, index }) => {
    const address = found.replace(/^\]\(\s*<?|>$/g, '');
    const end = index + found.length - (found.endsWith('>') ? 1 : 0);
    return address === '' ? [] : [{ address, span: placeOf(words, end - address.length, end) }];
  });
}
