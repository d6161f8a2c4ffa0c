/** The places of a Markdown text that a link's `#fragment` can lead to. */
import type { Source } from '../source.ts';
import { wholeSegment } from '../source.ts';
import { readFrontMatter } from './reading/front-matter.ts';
import type { Block } from './text/blocks.ts';
import { plain } from './text/inline.ts';
import { parseBlocks } from './text/parse-blocks.ts';

/** Several links lead into one text. */
const known = new WeakMap<Source, { readonly text: string; readonly anchors: readonly string[] }>();

/** Anchors of the headings as GitHub makes them, in the order of the text. */
export function anchorsOf(source: Source): readonly string[] {
  const { text } = source;
  const last = known.get(source);
  if (last?.text === text) return last.anchors;
  const segment = wholeSegment(source);
  const { blocks } = parseBlocks(segment, text, readFrontMatter(segment, text).end);
  const anchors = Array.from(headingsIn(blocks), slugOfHeading);
  known.set(source, { text, anchors });
  return anchors;
}

/** Other tools make other anchors of the same headings; letters and digits they all keep. Anchors may also be written out. */
export function hasAnchor(source: Source, fragment: string): boolean {
  const bare = lettersOf(fragment);
  const wanted = new Set([bare, lettersOf(fragment.replace(/-\d{1,3}$/, ''))]);
  if (bare === '' || bare === 'top' || anchorsOf(source).some((anchor) => wanted.has(lettersOf(anchor)))) return true;
  const explicit = /\b(?:id|name)\s*=\s*["']?([^"'\s>]+)|\{#([^\s}]+)\}/g;
  return Array.from(source.text.matchAll(explicit)).some(([, id, custom]) => (id ?? custom) === fragment);
}

function* headingsIn(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) {
    if (block.kind !== 'section') continue;
    yield plain(block.heading).text;
    yield* headingsIn(block.blocks);
  }
}

function slugOfHeading(heading: string): string {
  return heading
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
