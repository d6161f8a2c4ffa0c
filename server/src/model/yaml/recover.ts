/**
 * Reads what is readable in a broken document. Text is cut into blocks by indentation; each is read alone, and one that fails is cut
 * again, down to the line that is wrong. So a syntax error is told once, where it is, and the rest of the plan keeps being judged.
 */
import { isMap, isSeq } from 'yaml';
import type { Entry, ListNode, LocatedNode, MapNode } from '../located.ts';
import { firstLine, type Span, span } from '../source.ts';
import { cutBlocks } from './blocks.ts';
import { type Building, brokenNode, buildNode } from './build.ts';
import { MAX_DEPTH } from './depth.ts';
import { explainFailure } from './explain.ts';
import { type Failure, parseYaml } from './parse.ts';

/** Text to read, of the same length as its place in the segment (a list dash may have been blanked), and where it starts there. */
interface Piece {
  readonly text: string;
  readonly at: number;
  readonly key?: Span | undefined;
  readonly depth: number;
}

const HEADER = /^[ \t]*(?:- +)?("[^"\n]*"|'[^'\n]*'|[^\s"'#{}[\],&*!|>%@`-][^\n]*?)[ \t]*:(?=[ \t\r\n]|$)([^\n]*)/;
/** A broken file has one mistake or a few; beyond this it is something else than a plan. */
const MAX_BROKEN = 50;

export function recover(text: string, building: Building): LocatedNode {
  return readPiece({ text, at: building.shift, depth: 0 }, building);
}

function readPiece(piece: Piece, building: Building): LocatedNode {
  const parsed = parseYaml(piece.text);
  const place = placeOf(piece, building);
  if (parsed.ok) return buildNode(parsed.document?.contents, { ...building, shift: piece.at }, place, piece.key);
  const blocks = cutBlocks(piece.text);
  if (piece.depth > MAX_DEPTH || blocks.length === 0) return giveUp(piece, parsed.failure, building);
  const isList = /^[ \t]*-(?:[ \t\r\n]|$)/.test(contentStart(piece.text));
  const pieces = blocks.map((block) => ({
    text: piece.text.slice(block.start, block.end),
    at: piece.at + block.start,
    depth: piece.depth + 1,
  }));
  if (isList) return readItems(pieces, piece, building);
  if (!HEADER.test(contentStart(piece.text))) return giveUp(piece, parsed.failure, building);
  return readEntries(pieces, piece, parsed.failure, building);
}

function readItems(items: readonly Piece[], whole: Piece, building: Building): ListNode {
  const place = placeOf(whole, building);
  return {
    kind: 'list',
    span: place,
    head: whole.key ?? firstLine(place),
    items: items.map((item) => readItem(item, building)),
  };
}

function readItem(item: Piece, building: Building): LocatedNode {
  const parsed = parseYaml(item.text);
  const place = placeOf(item, building);
  if (parsed.ok && isSeq(parsed.document?.contents))
    return buildNode(parsed.document.contents.items[0], { ...building, shift: item.at }, place);
  const inner = { ...item, text: item.text.replace(/^([ \t]*(?:#[^\n]*\n[ \t]*)*)-/, '$1 ') };
  if (HEADER.test(contentStart(inner.text))) return readPiece(inner, building);
  return giveUp(item, parsed.ok ? noEntry(item) : parsed.failure, building);
}

function readEntries(pieces: readonly Piece[], whole: Piece, failure: Failure, building: Building): MapNode {
  const entries = new Map<string, Entry>();
  const before = building.problems.length;
  for (const piece of pieces) readEntry(piece, entries, building);
  // Each piece alone was readable: the mistake lies in how they stand together.
  if (building.problems.length === before) giveUp(whole, failure, building);
  const place = placeOf(whole, building);
  const first = entries.values().next().value;
  const id = entries.get('id')?.value;
  const head = whole.key ?? (id?.kind === 'scalar' && !id.broken ? id.head : first?.key) ?? firstLine(place);
  return { kind: 'map', span: place, head, entries };
}

function readEntry(piece: Piece, entries: Map<string, Entry>, building: Building): void {
  const parsed = parseYaml(piece.text);
  if (parsed.ok && isMap(parsed.document?.contents)) {
    const map = buildNode(parsed.document.contents, { ...building, shift: piece.at }, placeOf(piece, building));
    if (map.kind === 'map') for (const [name, entry] of map.entries) if (!entries.has(name)) entries.set(name, entry);
    return;
  }
  const header = HEADER.exec(piece.text);
  if (!header) {
    giveUp(piece, parsed.ok ? noEntry(piece) : parsed.failure, building);
    return;
  }
  const name = (header[1] ?? '').replace(/^(["'])(.*)\1$/, '$2');
  const keyStart = piece.at + header[0].indexOf(header[1] ?? '');
  const key = span(building.segment, keyStart, keyStart + (header[1] ?? '').length);
  entries.set(name, { key, value: readBelow(piece, header, key, parsed, building) });
}

/** The value of a broken entry: its lower lines alone where the key stands by itself, otherwise broken as a whole. */
function readBelow(
  piece: Piece,
  header: RegExpExecArray,
  key: Span,
  parsed: ReturnType<typeof parseYaml>,
  building: Building,
): LocatedNode {
  const onLine = (header[2] ?? '').replace(/(?:^|[ \t])#.*$/, '').trim();
  const body = piece.text.slice(header[0].length);
  if (onLine === '' && body.trim() !== '')
    return readPiece({ text: body, at: piece.at + header[0].length, key, depth: piece.depth + 1 }, building);
  return giveUp({ ...piece, key }, parsed.ok ? noEntry(piece) : parsed.failure, building);
}

function noEntry(piece: Piece): Failure {
  const start = piece.text.length - piece.text.trimStart().length;
  return { code: 'NO_ENTRY', message: 'expected a key', start, end: start + 1 };
}

function giveUp(piece: Piece, failure: Failure, building: Building): LocatedNode {
  if (building.problems.length < MAX_BROKEN)
    building.problems.push(explainFailure({ text: piece.text, at: piece.at, segment: building.segment, failure }));
  return brokenNode(piece.key ?? firstLine(placeOf(piece, building)));
}

/** The text after leading comments and blank lines. */
function contentStart(text: string): string {
  return text.replace(/^(?:[ \t]*(?:#[^\n]*)?\r?\n)+/, '');
}

function placeOf(piece: Piece, building: Building): Span {
  const start = piece.text.length - piece.text.trimStart().length;
  const end = piece.text.trimEnd().length;
  return span(building.segment, piece.at + Math.min(start, end), piece.at + end);
}
