/** What is known while a tree is being built: where the parsed text stands, what was found wrong, what anchors stand for. */
import type { LocatedNode } from '../located.ts';
import type { ReadProblem } from '../plan-document.ts';
import { type Segment, type Span, span } from '../source.ts';

export interface Building {
  readonly segment: Segment;
  /** The text that was parsed, and where it starts in the segment. */
  readonly text: string;
  readonly shift: number;
  /** Where the text had to be mended to be read: the place of each character before the mend. */
  readonly origin?: Int32Array;
  /** Ranges of the text before the mend whose words cannot be relied on. */
  readonly unknown?: readonly { readonly start: number; readonly end: number }[];
  /** The whole document, where it is read in parts: an anchor in it may stand in a part that could not be read. */
  readonly whole?: string;
  readonly problems: ReadProblem[];
  readonly anchors: Map<string, LocatedNode>;
  readonly aliases: AliasBudget;
}

/** A tree with aliases is a graph: small in memory, but without end for whoever walks it. So it is bounded as it is built. */
export interface AliasBudget {
  /** Nodes that aliases have repeated so far. */
  repeated: number;
  /** Depth and number of nodes below a collection, with what its aliases repeat. Absent for scalars. */
  readonly extent: Map<LocatedNode, Extent>;
  told: boolean;
}

export interface Extent {
  readonly depth: number;
  readonly nodes: number;
}

export function newBuilding(segment: Segment, text: string, shift: number): Building {
  const aliases = { repeated: 0, extent: new Map(), told: false };
  return { segment, text, shift, problems: [], anchors: new Map(), aliases };
}

/** The span of a part of the parsed text. */
export function spanAt(building: Building, from: number, to: number): Span {
  const { segment, shift, origin } = building;
  if (!origin) return span(segment, shift + from, shift + to);
  const start = placeBefore(origin, from);
  return span(segment, shift + start, shift + Math.max(start, placeBefore(origin, to)));
}

/** Where a character of a mended text stood before the mend; the end for what is beyond it. */
function placeBefore(origin: Int32Array, at: number): number {
  const end = origin.length - 1;
  /* istanbul ignore next -- the end of the text has a place, too */
  return origin[Math.min(at, end)] ?? end;
}

/** Whether a mend has put words between the two that nobody wrote. */
export function isUnknown(building: Building, place: Span): boolean {
  if (!building.unknown) return false;
  const [from, to] = [place.from - building.shift, place.to - building.shift];
  return building.unknown.some(({ start, end }) => from <= end && start <= to);
}
