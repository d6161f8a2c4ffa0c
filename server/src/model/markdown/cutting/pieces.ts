/**
 * Reads the blocks of a Markdown text from heading to heading and keeps them: after an edit only the pieces that it touched are read
 * again, the others move. Where a piece may not end where the next one begins (a fence, HTML), the whole is read in one go.
 */
import { ownCopy, type TextDelta, textDelta } from '../../../util/text-change.ts';
import type { Segment, Source } from '../../source.ts';
import { type FrontMatter, readFrontMatter } from '../reading/front-matter.ts';
import { newSectionMemory } from '../reading/section-memory.ts';
import type { Block } from '../text/blocks.ts';
import { type OpenBlocks, readOpenBlocks } from '../text/parse-blocks.ts';
import { type KnownSections, nestSections } from '../text/sections.ts';

export interface ReadPieces {
  /** The first piece's: nodes of the whole text begin there. */
  readonly segment: Segment;
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly Block[];
  readonly tooDeep: boolean;
}

interface Piece extends OpenBlocks {
  readonly segment: Segment;
}

interface State {
  readonly text: string;
  readonly frontMatter: FrontMatter;
  readonly pieces: readonly Piece[];
}

export class MarkdownPieces {
  private state: State | undefined;
  private readonly known: KnownSections = new WeakMap();
  /** What was read of sections. */
  readonly memory = newSectionMemory();

  /** Nothing where the text cannot be read in pieces. `source` already has the text of after the edit. */
  read(source: Source): ReadPieces | undefined {
    const { text } = source;
    const before = this.state;
    const delta = before && textDelta(before.text, text);
    const first = before?.pieces[0];
    const isSameHead =
      first &&
      delta &&
      delta.prefix > first.segment.length &&
      (before.frontMatter.end > 0 || !/^\uFEFF?---/.test(text));
    const frontMatter = isSameHead ? before.frontMatter : undefined;
    const end = frontMatter?.end ?? readFrontMatter({ source, start: 0, length: text.length }, text).end;
    const starts = [0, ...cutsIn(text, end)];
    const earlier = new Map(before?.pieces.map((piece) => [piece.segment.start, piece]));
    const pieces: Piece[] = [];
    for (const [at, start] of starts.entries()) {
      const next = starts[at + 1] ?? text.length;
      const kept = delta && unchanged(start, next, delta, earlier);
      const piece = kept ?? readPiece(source, start, next, at === 0 ? end : 0);
      if (piece.isUnfinished && at + 1 < starts.length) return undefined;
      pieces.push(piece);
    }
    for (const [at, piece] of pieces.entries()) {
      piece.segment.start = starts[at] as number;
      piece.segment.reading = source.reading;
    }
    const { segment } = pieces[0] as Piece;
    const head =
      before && segment === first?.segment && before.frontMatter.end === end
        ? before.frontMatter
        : readFrontMatter(segment, text);
    this.state = { text, frontMatter: head, pieces };
    this.memory.turnTo(head);
    const blocks = nestSections(
      pieces.flatMap(({ open }) => open),
      this.known,
    );
    return { segment, frontMatter: head, blocks, tooDeep: pieces.some(({ tooDeep }) => tooDeep) };
  }
}

function unchanged(
  start: number,
  end: number,
  { prefix, endBefore, endAfter }: TextDelta,
  earlier: ReadonlyMap<number, Piece>,
): Piece | undefined {
  if (end > prefix && start < endAfter) return undefined;
  const known = earlier.get(end <= prefix ? start : start - endAfter + endBefore);
  return known?.segment.length === end - start ? known : undefined;
}

function readPiece(source: Source, start: number, end: number, hiddenTo: number): Piece {
  const segment: Segment = { source, start, length: end - start };
  return { segment, ...readOpenBlocks(segment, ownCopy(source.text.slice(start, end)), hiddenTo) };
}

const MARK = /^(?:#{1,6}[ \t]| {0,3}(`{3,}|~{3,}))/gm;

/** Where headings begin that no fence holds, as far as can be seen without reading: more may be one piece than has to be. */
function* cutsIn(text: string, from: number): Generator<number> {
  let fence: string | undefined;
  MARK.lastIndex = from;
  for (let mark = MARK.exec(text); mark; mark = MARK.exec(text)) {
    const { index, 1: fenced } = mark;
    if (!isLineStart(text, index)) continue;
    if (fenced === undefined) {
      if (fence === undefined && index > from) yield index;
    } else if (fence === undefined) fence = fenced;
    else if (fenced.startsWith(fence) && /[ \t]*(?=[\r\n]|$)/y.test(text.slice(MARK.lastIndex, MARK.lastIndex + 1)))
      fence = undefined;
  }
}

/** To a regular expression, lines also begin where Markdown knows no line. */
function isLineStart(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return at === 0 || before === 0x0a || before === 0x0d;
}
