/**
 * Reads what is readable in a broken document. Text is cut into blocks by indentation; each is read alone, and one that fails is
 * mended or, where nobody knows what was meant, cut again, down to the line that is wrong. So a syntax error is told once, where it
 * is, and the rest of the plan keeps being judged.
 */
import { Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { matched } from '../../util/matched.ts';
import type { Entry, ListNode, LocatedNode, MapNode } from '../located.ts';
import { firstLine, type Span } from '../source.ts';
import { cutBlocks } from './blocks.ts';
import { buildNode, headOfList, headOfMap } from './build.ts';
import { type Building, spanAt } from './building.ts';
import { MAX_DEPTH } from './depth.ts';
import { messageForFailure, wordsAt } from './explain.ts';
import { reportRepeated } from './habits.ts';
import { guessMends } from './mends/guess.ts';
import { applyMend, type Mend, type Mended } from './mends/mend.ts';
import { type Failure, type Parsed, parseYaml, type Readable } from './parse.ts';
import { brokenNode } from './scalar.ts';

/** Text to read, of the same length as its place in the segment (a list dash may have been blanked), and where it starts there. */
interface Piece {
  readonly text: string;
  readonly at: number;
  readonly key?: Span | undefined;
  readonly depth: number;
  /** Why it could not be read, where that is known already. */
  readonly failure?: Failure | undefined;
}

/** What a piece has to be, so that it can take its place between the others. */
type Shape = (parsed: Readable) => boolean;
const anything: Shape = () => true;
const mapping: Shape = (parsed) => parsed.value instanceof YAMLMap;
const entryOrNothing: Shape = (parsed) => !hasContents(parsed) || mapping(parsed);
const itemOrNothing: Shape = (parsed) => !hasContents(parsed) || parsed.value instanceof YAMLSeq;

const HEADER = /^[ \t]*(?:- +)?("[^"\n]*"|'[^'\n]*'|[^\s"'#{}[\],&*!|>%@`-][^\n]*?)[ \t]*:(?=[ \t\r\n]|$)([^\n]*)/;
/** A broken file has one mistake or a few; beyond this it is something else than a plan. */
const MAX_BROKEN = 50;
/** Mends are tried by reading again. This many characters are read for them, in all and in one piece. */
const MOST_TRIED = 150_000;
const LARGEST_MENDED = 20_000;

interface Attempt {
  readonly mend: Mend;
  readonly read: Mended;
  readonly parsed: Readable;
}

class Recovery {
  private readonly building: Building;
  private left = MOST_TRIED;
  private broken = 0;

  constructor(building: Building) {
    this.building = building;
  }

  readPiece(piece: Piece): LocatedNode {
    const parsed = this.parse(piece);
    if (parsed.ok) return this.build(parsed, piece, this.building, piece.key);
    const { failure } = parsed;
    const mended = piece.depth > 0 ? this.mend(piece, failure, anything) : undefined;
    if (mended) return this.build(mended.parsed, piece, mended.building, piece.key);
    const { isList, blocks } = cutBlocks(piece.text);
    const start = contentStart(piece.text);
    if (piece.depth > MAX_DEPTH || blocks.length === 0) return this.giveUp(piece, failure);
    const pieces = blocks.map(({ start, end }) => ({
      text: piece.text.slice(start, end),
      at: piece.at + start,
      depth: piece.depth + 1,
      // Where nothing was cut off, reading it again would tell nothing new.
      failure: blocks.length === 1 ? failure : undefined,
    }));
    if (isList) return this.readItems(pieces, piece);
    if (blocks.length < 2 && !HEADER.test(start)) {
      const whole = piece.depth === 0 ? this.mend(piece, failure, anything) : undefined;
      return whole ? this.build(whole.parsed, piece, whole.building, piece.key) : this.giveUp(piece, failure);
    }
    return this.readEntries(pieces, piece, failure);
  }

  private parse({ text, failure }: Piece): Parsed {
    return failure ? { ok: false, failure } : parseYaml(text);
  }

  private readItems(pieces: readonly Piece[], whole: Piece): ListNode {
    const items = pieces.flatMap((piece) => this.readItem(piece));
    const place = this.placeOf(whole);
    return { kind: 'list', span: place, head: headOfList(place, whole.key), items };
  }

  private readItem(piece: Piece): readonly LocatedNode[] {
    if (this.broken >= MAX_BROKEN) return [this.giveUp(piece, noEntry(piece))];
    const parsed = this.parse(piece);
    if (parsed.ok && itemOrNothing(parsed)) return this.itemsOf(parsed, piece, this.building);
    const failure = parsed.ok ? noEntry(piece) : parsed.failure;
    const mended = this.mend(piece, failure, itemOrNothing);
    if (mended) return this.itemsOf(mended.parsed, piece, mended.building);
    const inner = { ...piece, text: piece.text.replace(/^((?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*)-/, '$1 ') };
    const splits =
      inner.text !== piece.text && HEADER.test(contentStart(inner.text)) && cutBlocks(inner.text).blocks.length > 1;
    return [splits ? this.readPiece(inner) : this.giveUp(piece, failure)];
  }

  private itemsOf(parsed: Readable, piece: Piece, building: Building): readonly LocatedNode[] {
    const node = hasContents(parsed) ? this.build(parsed, piece, building) : undefined;
    return node?.kind === 'list' ? node.items : [];
  }

  private readEntries(pieces: readonly Piece[], whole: Piece, failure: Failure): MapNode {
    const entries = new Map<string, Entry>();
    const before = this.building.problems.length;
    for (const piece of pieces) this.readEntry(piece, entries);
    // Each piece alone was readable: the mistake lies in how they stand together.
    if (this.building.problems.length === before) {
      const mended = this.mend(whole, failure, mapping);
      const node = mended && this.build(mended.parsed, whole, mended.building, whole.key);
      if (node?.kind === 'map') return node;
      this.giveUp(whole, failure);
    }
    const place = this.placeOf(whole);
    return { kind: 'map', span: place, head: headOfMap(entries, place, whole.key), entries };
  }

  private readEntry(piece: Piece, entries: Map<string, Entry>): void {
    const parsed = this.broken < MAX_BROKEN ? this.parse(piece) : undefined;
    if (parsed?.ok && entryOrNothing(parsed)) {
      this.addEntries(parsed, piece, this.building, entries);
      return;
    }
    const failure = !parsed || parsed.ok ? noEntry(piece) : parsed.failure;
    const mended = this.mend(piece, failure, entryOrNothing);
    if (mended) {
      this.addEntries(mended.parsed, piece, mended.building, entries);
      return;
    }
    const header = HEADER.exec(piece.text);
    if (!header) {
      this.giveUp(piece, failure);
      return;
    }
    const written = matched(header, 1);
    const name = written.replace(/^(["'])(.*)\1$/, '$2');
    const start = piece.at - this.building.shift + header[0].indexOf(written);
    const key = spanAt(this.building, start, start + written.length);
    this.addEntry(name, { key, value: this.readBelow(piece, header, key, failure) }, entries);
  }

  private addEntries(parsed: Readable, piece: Piece, building: Building, entries: Map<string, Entry>): void {
    const map = hasContents(parsed) ? this.build(parsed, piece, building) : undefined;
    if (map?.kind === 'map') for (const [name, entry] of map.entries) this.addEntry(name, entry, entries);
  }

  private addEntry(name: string, entry: Entry, entries: Map<string, Entry>): void {
    if (!entries.has(name)) entries.set(name, entry);
    else if (!entry.inherited && this.broken++ < MAX_BROKEN)
      reportRepeated([{ name, key: entry.key, at: 0 }], this.building);
  }

  /** The value of a broken entry: its lower lines alone where the key stands by itself, otherwise broken as a whole. */
  private readBelow(piece: Piece, header: RegExpExecArray, key: Span, failure: Failure): LocatedNode {
    const behind = matched(header, 2);
    const onLine = behind.replace(/(?:^|[ \t])#.*$/, '').trim();
    const length = header[0].length;
    const body = piece.text.slice(length);
    // What is wrong is not the key, so it is what stands below: there is no need to find it again.
    const known = failure.start >= length ? { ...failure, start: failure.start - length } : undefined;
    const below = { text: body, at: piece.at + length, key, depth: piece.depth + 1, failure: known };
    if (onLine === '' && body.trim() !== '' && this.broken < MAX_BROKEN) return this.readPiece(below);
    return this.giveUp({ ...piece, key }, failure, {
      ...below,
      text: behind + body,
      at: piece.at + length - behind.length,
    });
  }

  private build(parsed: Readable, piece: Piece, from: Building, key?: Span): LocatedNode {
    const building = from === this.building ? { ...from, text: piece.text, shift: piece.at } : from;
    return buildNode(parsed.value, building, this.placeOf(piece), key);
  }

  /**
   * The first guess with which the piece can be read without any key coming twice, or else the first with which it can be read at all.
   * It is told as a problem, with the guess as its fix.
   */
  private mend(piece: Piece, failure: Failure, shape: Shape): { parsed: Readable; building: Building } | undefined {
    const { text } = piece;
    if (text.length > LARGEST_MENDED || this.broken >= MAX_BROKEN) return undefined;
    let best: Attempt | undefined;
    for (const mend of guessMends({ text, failure })) {
      if (this.left < text.length) break;
      const attempt = this.attempt(mend, text, shape);
      if (!attempt) continue;
      const clean = !repeatsKeys(attempt.parsed.value);
      if (clean || !best) best = attempt;
      if (clean) break;
    }
    if (!best) return undefined;
    const { mend, read, parsed } = best;
    this.report(mend, piece);
    const unknown = mend.known ? {} : { unknown: mend.readAs ?? mend.edits };
    return { parsed, building: { ...this.building, ...read, shift: piece.at, ...unknown } };
  }

  private attempt(mend: Mend, text: string, shape: Shape): Attempt | undefined {
    const fixed = applyMend(text, mend.edits);
    this.left -= fixed.text.length;
    const parsed = parseYaml(fixed.text);
    if (!parsed.ok || !shape(parsed)) return undefined;
    if (!mend.readAs) return { mend, read: fixed, parsed };
    const read = applyMend(text, mend.readAs);
    const instead = parseYaml(read.text);
    return instead.ok && shape(instead) ? { mend, read, parsed: instead } : undefined;
  }

  private report(mend: Mend, piece: Piece): void {
    const local = { ...this.building, shift: piece.at };
    const eol = piece.text.includes('\r\n') ? '\r\n' : '\n';
    const edits = mend.edits.map(({ start, end, newText }) => ({
      span: spanAt(local, start, end),
      newText: newText.replaceAll('\n', eol),
    }));
    this.broken++;
    this.building.problems.push({
      rule: 'yaml-syntax',
      message: mend.message,
      span: firstLine(spanAt(local, mend.start, mend.end)),
      fixes: mend.title === undefined ? [] : [{ title: mend.title, edits }],
    });
  }

  /** `value`: the part of the piece that the broken value is, where it has a key. */
  private giveUp(piece: Piece, failure: Failure, value: Piece = piece): LocatedNode {
    if (this.broken++ < MAX_BROKEN) {
      const { start, end } = wordsAt(piece.text, failure.start);
      const place = firstLine(spanAt({ ...this.building, shift: piece.at }, start, end));
      const message = messageForFailure({ failure, text: piece.text });
      this.building.problems.push({ rule: 'yaml-syntax', message, span: place, fixes: [] });
    }
    const place = this.placeOf(value);
    return brokenNode(place, piece.key ?? firstLine(place));
  }

  private placeOf(piece: Piece): Span {
    const end = piece.text.trimEnd().length;
    const start = Math.min(piece.text.length - contentStart(piece.text).trimStart().length, end);
    return spanAt({ ...this.building, shift: piece.at }, start, end);
  }
}

/** `building.text` is the document that could not be read. */
export function recover(building: Building, failure: Failure): LocatedNode {
  return new Recovery({ ...building, whole: building.text }).readPiece({
    text: building.text,
    at: building.shift,
    depth: 0,
    failure,
  });
}

function hasContents({ value }: Readable): boolean {
  return !!value && !(value instanceof Scalar && value.value === null && !value.source);
}

function repeatsKeys(contents: unknown): boolean {
  const waiting = [contents];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node instanceof YAMLSeq) waiting.push(...node);
    if (!(node instanceof YAMLMap)) continue;
    const pairs = [...node.pairs()];
    const names = new Set(pairs.map(({ key }) => String(key instanceof Scalar ? key.value : '')));
    if (names.size < pairs.length) return true;
    for (const pair of pairs) if (pair.value) waiting.push(pair.value);
  }
  return false;
}

function noEntry(piece: Piece): Failure {
  const start = piece.text.length - contentStart(piece.text).trimStart().length;
  return { code: 'NO_ENTRY', message: 'expected a key', start, end: start + 1 };
}

/** The text after leading comments and blank lines. */
function contentStart(text: string): string {
  return text.replace(/^(?:[ \t]*(?:#[^\n]*)?\r?\n)+/, '');
}
