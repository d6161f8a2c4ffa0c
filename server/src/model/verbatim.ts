/** Where nothing is a comment, whatever it looks like: in scalars and in fences. */
import { allNodes } from './located.ts';
import { readFrontMatter } from './markdown/reading/front-matter.ts';
import type { Block } from './markdown/text/blocks.ts';
import { parseBlocks } from './markdown/text/parse-blocks.ts';
import type { PlanDocument } from './plan-document.ts';
import { type OffsetRange, offsets, type Source, wholeSegment } from './source.ts';

export interface Verbatim {
  /** In the order of the text. One that takes several lines begins on the line that a comment can stand above. */
  readonly ranges: readonly OffsetRange[];
  /** Markdown: where the front matter ends, which is YAML. */
  readonly frontMatterEnd: number;
}

export function verbatimIn(source: Source, documents: readonly PlanDocument[]): Verbatim {
  if (source.syntax === 'yaml') return { ranges: scalarsIn(source, documents), frontMatterEnd: 0 };
  const segment = wholeSegment(source);
  const { end } = readFrontMatter(segment, source.text);
  return { ranges: inOrder(fencesIn(parseBlocks(segment, source.text, end).blocks)), frontMatterEnd: end };
}

function scalarsIn({ text }: Source, documents: readonly PlanDocument[]): readonly OffsetRange[] {
  const ranges: OffsetRange[] = [];
  for (const { root } of documents) {
    for (const node of allNodes(root)) {
      if (node.kind !== 'scalar') continue;
      const { start, end } = offsets(node.span);
      if (end > start) ranges.push({ start: afterHeader(text, start), end });
    }
  }
  return inOrder(ranges);
}

/** Behind the `|` of a block scalar there may be a comment. */
function afterHeader(text: string, start: number): number {
  const header = /[|>][-+\d]*[ \t]*(?:#[^\r\n]*)?(?=[\r\n])/y;
  header.lastIndex = start;
  return header.test(text) ? header.lastIndex : start;
}

function fencesIn(blocks: readonly Block[]): OffsetRange[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'fence') return [offsets(block.span)];
    if (block.kind === 'section') return fencesIn(block.blocks);
    return block.kind === 'list' ? block.items.flatMap((item) => fencesIn(item.blocks)) : [];
  });
}

function inOrder(ranges: OffsetRange[]): readonly OffsetRange[] {
  return ranges.sort((a, b) => a.start - b.start);
}
