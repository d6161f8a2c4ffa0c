/** Links to headings, `[…](#canary)` and `[…](ROLLOUT_PLAN.md#canary)`, which follow the words of their heading. */
import type { Block, Section } from '../model/markdown/text/blocks.ts';
import { parseBlocks } from '../model/markdown/text/parse-blocks.ts';
import { offsets, type Source, wholeSegment } from '../model/source.ts';
import { paired } from '../util/paired.ts';
import { changed, type Replacement } from './replacements.ts';

/** What has to change in links to `source`, when `replacements` are made in it. */
export function* anchorChanges(
  source: Source,
  replacements: readonly Replacement[],
  sources: readonly Source[],
): Generator<readonly [Source, readonly Replacement[]]> {
  if (source.syntax !== 'markdown') return;
  const before = anchorsOf(source);
  const after = anchorsOf({ ...source, text: changed(source.text, replacements) });
  if (before.length !== after.length) return;
  const moved = new Map(Array.from(paired(before, after)).filter(([old, now]) => old !== now));
  if (moved.size === 0) return;
  for (const other of sources) {
    const links = Array.from(linksTo(source, other)).flatMap(({ anchor, start }) => {
      const newText = moved.get(anchor);
      return newText === undefined ? [] : [{ start, end: start + anchor.length, newText }];
    });
    if (links.length > 0) yield [other, links];
  }
}

/** Where a link to a heading leads, by its offset. */
export function headingAt(source: Source, anchor: string): number | undefined {
  const at = anchorsOf(source).indexOf(anchor.toLowerCase());
  const heading = at < 0 ? undefined : headingsOf(source)[at];
  return heading && offsets(heading.span).start;
}

/** The anchors of all headings in the order of the text, as editors and code hosts make them. */
function anchorsOf(source: Source): readonly string[] {
  const times = new Map<string, number>();
  return headingsOf(source).map(({ heading }) => {
    const anchor = anchorOf(heading.text);
    const count = times.get(anchor) ?? 0;
    times.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  });
}

function headingsOf(source: Source): readonly Section[] {
  return [...sectionsIn(parseBlocks(wholeSegment(source), source.text, 0).blocks)];
}

function* sectionsIn(blocks: readonly Block[]): Generator<Section> {
  for (const block of blocks) {
    if (block.kind !== 'section') continue;
    yield block;
    yield* sectionsIn(block.blocks);
  }
}

function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** What stands before the address of a link, and the address: in the words, and in a line of its own. */
const LINKS = [
  [/\]\([ \t]*<?/g, /[^()\s<>#]*#[^()\s<>]+/y],
  [/^ {0,3}\[[^\]\r\n]{1,200}\]:[ \t]*<?/gm, /[^\s<>#]*#[^\s<>]+/y],
] as const;

function* linksTo(
  target: Source,
  { uri, text }: Source,
): Generator<{ readonly anchor: string; readonly start: number }> {
  for (const { address, start } of addressesIn(text)) {
    const hash = address.indexOf('#');
    const path = address.slice(0, hash);
    const isTarget = path === '' ? uri === target.uri : pathOf(path, uri) === target.uri;
    if (isTarget) yield { anchor: address.slice(hash + 1), start: start + hash + 1 };
  }
}

function* addressesIn(text: string): Generator<{ readonly address: string; readonly start: number }> {
  for (const [before, address] of LINKS)
    for (const { 0: words, index } of text.matchAll(before)) {
      address.lastIndex = index + words.length;
      const found = address.exec(text);
      if (found) yield { address: found[0], start: found.index };
    }
}

function pathOf(path: string, from: string): string | undefined {
  return URL.canParse(path, from) ? new URL(path, from).href : undefined;
}
