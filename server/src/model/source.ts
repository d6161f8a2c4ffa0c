/**
 * Where things stand in a text. A text is cut into segments, a node knows its offsets inside its segment, and only the
 * segment knows where it starts: an edit further up moves one number, and everything read from the segment stays valid.
 */

/** `text`: neither; a file that a plan names, such as SQL. */
export type Syntax = 'yaml' | 'markdown' | 'text';

/** A text being read. `uri` names it in related information and in edits that cross files. */
export interface Source {
  readonly uri: string;
  readonly syntax: Syntax;
  /** The whole text as UTF-16 code units, line endings as they are. */
  readonly text: string;
  /** Markdown: further headings for keys, as the policy says. */
  readonly headings?: Headings;
  /** Counts the readings of a text that is being edited. */
  readonly reading?: number;
}

/** Labels by the key whose value stands under them. */
export type Headings = ReadonlyMap<string, readonly string[]>;

/**
 * A text that is being edited. Segments share it and so always see the text of now: what was read from a segment stays right, because
 * its part of the text is the same. Whoever works on an older reading has to stop once the text has moved on.
 */
export interface LiveSource extends Source {
  text: string;
  reading: number;
}

/** A run of a source that was read on its own. */
export interface Segment {
  readonly source: Source;
  /** Offset of the segment in its source, in UTF-16 code units. The only number that an edit elsewhere changes. */
  start: number;
  readonly length: number;
  /** The last reading that it was a part of. */
  reading?: number | undefined;
}

/** Half-open range inside a segment (a node of several segments ends beyond its first), in UTF-16 code units from the segment's start. */
export interface Span {
  readonly segment: Segment;
  readonly from: number;
  readonly to: number;
}

/** Half-open range in a whole source. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

export function wholeSegment(source: Source): Segment {
  return { source, start: 0, length: source.text.length, reading: source.reading };
}

/** Whether the place is one in the text of now: what an edit has touched is read anew, and its segment is no part of it any more. */
export function isCurrent({ segment }: Span): boolean {
  return segment.reading === segment.source.reading;
}

export function span(segment: Segment, from: number, to: number): Span {
  return { segment, from, to };
}

/** A part of a span, by offsets from the span's start; clipped to the span. */
export function within(outer: Span, from: number, to: number): Span {
  const size = outer.to - outer.from;
  const start = Math.min(Math.max(from, 0), size);
  return span(outer.segment, outer.from + start, outer.from + Math.min(Math.max(to, start), size));
}

/** The place of a span in the whole text, now. */
export function offsets(place: Span): OffsetRange {
  const { start } = place.segment;
  return { start: start + place.from, end: start + place.to };
}

export function textOf(place: Span): string {
  const { start, end } = offsets(place);
  return place.segment.source.text.slice(start, end);
}

/** The span cut at the end of its first line, so that a squiggle never covers a whole block. */
export function firstLine(place: Span): Span {
  const text = textOf(place);
  const end = text.search(/[\r\n]/);
  return end < 0 ? place : span(place.segment, place.from, place.from + end);
}
