/** Where a token of markdown-it stands in the text. */
import type { Token } from 'markdown-it';
import type { Segment, Span } from '../../source.ts';
import { span } from '../../source.ts';
import { contentEnd, type Lines, lineEnd, lineStart } from './lines.ts';

/** What holds a block: needed to know where in a line the block's own text begins. */
export type Container = { readonly kind: 'quote' } | { readonly kind: 'item'; readonly line: number };

export interface Cursor {
  readonly tokens: readonly Token[];
  readonly lines: Lines;
  readonly segment: Segment;
  readonly containers: Container[];
  at: number;
}

export function spanOf(cursor: Cursor, token: Token): Span {
  const [first, last] = linesOfToken(token);
  const from = skipBlanks(cursor.lines.text, lineStart(cursor.lines, first) + containerWidth(cursor, first));
  const quoted = cursor.containers.some(({ kind }) => kind === 'quote');
  return span(cursor.segment, from, Math.max(from, contentEnd(cursor.lines, first, last, quoted)));
}

/** The first line of a block and the one behind its last. */
export function linesOfToken(token: Token): readonly [number, number] {
  /* istanbul ignore next -- markdown-it gives lines to every token that opens a block */
  return token.map ?? [0, 0];
}

/** How many characters of a line belong to the quotes and list markers that hold the block. */
export function containerWidth(cursor: Cursor, line: number): number {
  const { lines } = cursor;
  const start = lineStart(lines, line);
  const stop = lineEnd(lines, line);
  let at = start;
  for (const container of cursor.containers) {
    const next = skipBlanks(lines.text, at, stop);
    if (container.kind === 'quote' && lines.text[next] === '>') at = next + 1;
    if (container.kind === 'item' && container.line === line) at = afterMarker(lines.text, next, stop);
  }
  return at - start;
}

function afterMarker(text: string, from: number, stop: number): number {
  let at = from;
  while (at < stop && text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at++;
  return Math.min(at + 1, stop);
}

export function skipBlanks(text: string, from: number, stop = text.length): number {
  let at = from;
  while (at < stop && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at++;
  return at;
}
