/**
 * Reads a YAML document piece by piece and keeps the pieces: after an edit only those that it touched are read again, the others move.
 * Whatever one piece could mean for another (an anchor, a key that is there twice, a mistake) is left to the reading of the whole.
 */
import { YAMLMap, YAMLSeq } from 'yaml';
import { ownCopy, type TextDelta, textDelta } from '../../../util/text-change.ts';
import type { Entry, ListNode, LocatedNode, MapNode } from '../../located.ts';
import { offsets, type Segment, type Source, type Span, span } from '../../source.ts';
import { extentOf } from '../aliases.ts';
import { buildNode, headOfList, headOfMap } from '../build.ts';
import { newBuilding } from '../building.ts';
import { MAX_DEPTH } from '../depth.ts';
import { parseYaml } from '../parse.ts';
import { type Branch, type Cut, cutText, type Moved, type Piece, type Size } from './cut.ts';
import { indexLines, type LineIndex, updateLines } from './line-index.ts';

/** A piece or the line of a key, as it was read. Its segment moves; what was read stays. */
type Kept = KeptPiece | KeptBranch;

interface KeptPiece {
  readonly kind: Piece['kind'];
  readonly segment: Segment;
  readonly contents: Contents | undefined;
}

interface KeptBranch {
  readonly kind: 'branch';
  readonly segment: Segment;
  readonly name: string;
  readonly key: Span;
  /** As it was read last. */
  size: Size;
  /** The value that was put together below the key, and what the key is with it. */
  made?: Made | undefined;
  contents?: Contents | undefined;
}

/** What a piece, or a key with all that is below it, is a part of the list or the map that it stands in. */
interface Contents {
  readonly span: Span;
  readonly items: readonly LocatedNode[];
  readonly entries: Iterable<readonly [string, Entry]>;
}

interface Made {
  readonly from: readonly Contents[];
  readonly node: MapNode | ListNode;
}

interface State {
  readonly text: string;
  /** Where the first line begins: behind a byte order mark. */
  readonly start: number;
  readonly lines: LineIndex;
  /** In the order of the text. */
  readonly kept: readonly Kept[];
  readonly branches: readonly KeptBranch[];
  readonly made?: Made | undefined;
}

/** What a piece may hold in depth, so that the whole stays within what the reader takes. */
const DEEPEST_PIECE = MAX_DEPTH / 2;

export class PieceReader {
  private state: State | undefined;

  /** `smallestCut`: text of fewer characters is read in one piece. */
  constructor(private readonly smallestCut?: number) {}

  /** Nothing where the text cannot be read in pieces. `source` already has the text of after the edit. */
  read(source: Source, start: number): MapNode | undefined {
    const { text } = source;
    const before = this.state;
    const delta = before && textDelta(before.text, text);
    const lines = before?.start === start && delta ? updateLines(before.lines, text, delta) : indexLines(text, start);
    const reading = new Reading(source, before, delta);
    const known = (at: number, size: Size): Moved | undefined => reading.branchBefore(at, size);
    const cut = cutText(text, lines, { smallest: this.smallestCut, known });
    // What was read before is still of use once the text can be cut again.
    if (!cut) return undefined;
    const made = reading.root(cut);
    const { kept, branches } = reading;
    this.state = { text, start, lines, kept, branches, made };
    return made?.node.kind === 'map' ? made.node : undefined;
  }
}

class Reading {
  readonly kept: Kept[] = [];
  readonly branches: KeptBranch[] = [];
  /** What was read before, and how far it has been gone through. */
  private readonly known: readonly Kept[];
  private at = 0;

  constructor(
    private readonly source: Source,
    private readonly before: State | undefined,
    private readonly delta: TextDelta | undefined,
  ) {
    this.known = before?.kept ?? [];
  }

  root(cut: Cut): Made | undefined {
    return this.put(cut, undefined, this.before?.made);
  }

  branchBefore(start: number, { length, depth }: Size): Moved | undefined {
    const by = this.movedBy(start, start + length);
    if (by === undefined) return undefined;
    const stood = this.before?.branches.some(
      ({ segment, size }) => segment.start === start - by && size.length === length && size.depth === depth,
    );
    return stood ? { kind: 'moved', by } : undefined;
  }

  private put(cut: Cut, key: Span | undefined, known: Made | undefined): Made | undefined {
    const from: Contents[] = [];
    for (const part of cut.parts) {
      const kept = this.keep(part);
      if (part.kind === 'branch' && kept.kind === 'branch') {
        if (part.below.kind === 'moved') this.keepBelow(part.start + part.size.length, part.below);
        else this.putBelow(kept, part.below);
      }
      if (kept.contents) from.push(kept.contents);
      // The first time the whole is read instead; later the other pieces are worth keeping, for when this one is mended.
      else if (!this.before) return undefined;
    }
    if (from.length < cut.parts.length) return undefined;
    if (known && known.from.length === from.length && known.from.every((one, at) => one === from[at])) return known;
    const node = cut.kind === 'list' ? listOf(from, key) : mapOf(from, key);
    return node && { from, node };
  }

  private putBelow(kept: KeptBranch, below: Cut): void {
    const made = this.put(below, kept.key, kept.made);
    if (made !== kept.made) kept.contents = made && contentsOfEntry(kept.name, kept.key, made.node);
    kept.made = made;
  }

  private keep(part: Piece | Branch): Kept {
    const kept = this.unchanged(part) ?? this.readPart(part);
    this.add(kept, part.start);
    if (kept.kind === 'branch' && part.kind === 'branch') kept.size = part.size;
    return kept;
  }

  /** What stands below a branch that is as it was before. */
  private keepBelow(end: number, { by }: Moved): void {
    for (let one = this.known[this.at]; one && one.segment.start < end - by; one = this.known[this.at]) {
      this.add(one, one.segment.start + by);
      this.at++;
    }
  }

  private add(kept: Kept, start: number): void {
    kept.segment.start = start;
    kept.segment.reading = this.source.reading;
    this.kept.push(kept);
    if (kept.kind === 'branch') this.branches.push(kept);
  }

  /** How much further down the same text stands than before; nothing where it did not stand there. */
  private movedBy(start: number, end: number): number | undefined {
    const { delta } = this;
    if (!delta) return undefined;
    if (start >= delta.endAfter) return delta.endAfter - delta.endBefore;
    return end <= delta.prefix ? 0 : undefined;
  }

  /** The part as it was read before, where its text is the same. Parts come in the order of the text, so each is looked at once. */
  private unchanged({ kind, start, end }: Piece | Branch): Kept | undefined {
    const by = this.movedBy(start, end);
    if (by === undefined) return undefined;
    const { known } = this;
    while (this.at < known.length && (known[this.at] as Kept).segment.start < start - by) this.at++;
    const kept = known[this.at];
    if (kept?.segment.start !== start - by || kept.segment.length !== end - start || kept.kind !== kind)
      return undefined;
    this.at++;
    return kept;
  }

  private readPart(part: Piece | Branch): Kept {
    const { start, end } = part;
    const segment: Segment = { source: this.source, start, length: end - start };
    if (part.kind !== 'branch')
      return { kind: part.kind, segment, contents: contentsOf(readPiece(segment, part.kind)) };
    const key = span(segment, part.key.from - start, part.key.to - start);
    const name = ownCopy(this.source.text.slice(part.key.from, part.key.to));
    return { kind: part.kind, segment, name, key, size: part.size };
  }
}

/** Nothing where the piece needs the others to be understood, or has a mistake. */
export function readPiece(segment: Segment, kind: Piece['kind']): MapNode | ListNode | undefined {
  const { source, start, length } = segment;
  const text = ownCopy(source.text.slice(start, start + length));
  const parsed = parseYaml(text);
  const contents = parsed.ok ? parsed.value : undefined;
  if (!(contents instanceof (kind === 'item' ? YAMLSeq : YAMLMap))) return undefined;
  const building = newBuilding(segment, text, 0);
  const node = buildNode(contents, building, span(segment, 0, length));
  const isAlone = building.problems.length === 0 && building.anchors.size === 0;
  return isAlone && node.kind !== 'scalar' && extentOf(node, building).depth <= DEEPEST_PIECE ? node : undefined;
}

function contentsOf(node: MapNode | ListNode | undefined): Contents | undefined {
  if (node?.kind === 'list') return { span: node.span, items: node.items, entries: [] };
  return node && { span: node.span, items: [], entries: node.entries };
}

function contentsOfEntry(name: string, key: Span, value: LocatedNode): Contents {
  return { span: reaching(key, value.span), items: [], entries: [[name, { key, value }]] };
}

function listOf(parts: readonly Contents[], key: Span | undefined): ListNode | undefined {
  const place = placeOf(parts);
  return (
    place && { kind: 'list', span: place, head: headOfList(place, key), items: parts.flatMap(({ items }) => items) }
  );
}

/** Nothing where a key comes twice, or where one was merged in that a later key overrides. */
function mapOf(parts: readonly Contents[], key: Span | undefined): MapNode | undefined {
  const entries = new Map<string, Entry>();
  for (const part of parts)
    for (const [name, entry] of part.entries) {
      if (entries.has(name) || entry.inherited) return undefined;
      entries.set(name, entry);
    }
  const place = placeOf(parts);
  return place && { kind: 'map', span: place, head: headOfMap(entries, place, key), entries };
}

function placeOf(parts: readonly Contents[]): Span | undefined {
  const [first, last] = [parts[0], parts.at(-1)];
  return first && last && reaching(first.span, last.span);
}

/** From the beginning of one to the end of another further down: in the segment of the first, beyond its end. */
function reaching(first: Span, last: Span): Span {
  return span(first.segment, first.from, offsets(last).end - first.segment.start);
}
