/** Cuts a shell text into words, operators and comments, as a POSIX shell does, and keeps the place of each. */
import { backtickEnd, braceEnd, doubleQuoteEnd, parenthesisEnd, type Scanner, singleQuoteEnd } from './scan.ts';
import type { TextRange, Word } from './types.ts';

export interface WordToken extends Word {
  readonly kind: 'word';
  /** Stands in quotes, at least in part: no keyword, no assignment's name. */
  readonly quoted: boolean;
  body?: TextRange;
}

export interface Operator extends TextRange {
  readonly kind: 'operator' | 'comment';
  readonly text: string;
}

export type Token = WordToken | Operator;

const OPERATORS = [
  ...['&>>', '<<<', '<<-', '&&', '||', ';;', '|&', '>>', '<<', '>&', '<&', '&>', '>|'],
  ...['|', '&', ';', '(', ')', '<', '>', '\n'],
];
const MOST_HERE_DOCUMENTS = 20;
const ENDS_WORD = new Set([' ', '\t', '\r', ...'\n|&;()<>']);
const BLANKS = new Set([' ', '\t', '\r']);
/** `<namespace>` is how plans write what is to be filled in. */
const PLACEHOLDER = /<[A-Za-z][\w .-]{0,40}>/y;

export function tokensIn(text: string, from = 0, end = text.length): Token[] {
  const scanner: Scanner = { text, end, gone: new Set() };
  const tokens: Token[] = [];
  const hereDocuments: WordToken[] = [];
  let started = 0;
  for (let at = from; at < end; ) {
    const token = tokenAt(scanner, at);
    if (!token) {
      at += continuation(text, at) || 1;
      continue;
    }
    at = token.to;
    const before = tokens.at(-1);
    tokens.push(token);
    if (
      token.kind === 'word' &&
      before?.kind === 'operator' &&
      /^<<-?$/.test(before.text) &&
      ++started <= MOST_HERE_DOCUMENTS
    )
      hereDocuments.push(token);
    if (token.text === '\n' && token.kind === 'operator')
      for (const mark of hereDocuments.splice(0)) at = readHereDocument(text, at, end, mark);
  }
  return tokens;
}

/** Nothing where there is a blank. */
function tokenAt(scanner: Scanner, at: number): Token | undefined {
  const { text, end } = scanner;
  const char = text.charAt(at);
  if (BLANKS.has(char) || continuation(text, at) > 0) return undefined;
  if (char === '#') {
    const to = lineEnd(text, at, end);
    return { kind: 'comment', from: at, to, text: text.slice(at + 1, to).trim() };
  }
  const operator = isPlaceholder(text, at) ? undefined : OPERATORS.find((one) => text.startsWith(one, at));
  if (operator) return { kind: 'operator', from: at, to: Math.min(at + operator.length, end), text: operator };
  return wordAt(scanner, at);
}

interface Reading {
  text: string;
  quoted: boolean;
  inner?: TextRange;
  readonly nested: TextRange[];
}

function wordAt(scanner: Scanner, from: number): WordToken {
  const { text, end } = scanner;
  const reading: Reading = { text: '', quoted: false, nested: [] };
  let at = from;
  while (at < end) {
    if (isPlaceholder(text, at)) {
      const to = text.indexOf('>', at) + 1;
      reading.text += text.slice(at, to);
      at = to;
    } else if (ENDS_WORD.has(text.charAt(at))) break;
    else at = readPiece(scanner, at, reading);
  }
  const { inner } = reading;
  const isOneString = inner && inner.from === from + 1 && inner.to === at - 1;
  const written = scanner.text.slice(from, at);
  return { kind: 'word', from, to: at, ...reading, written, inner: isOneString ? inner : undefined };
}

/** Reads a quoted string, a substitution or one character; answers where it ends. */
function readPiece(scanner: Scanner, at: number, reading: Reading): number {
  const { text } = scanner;
  switch (text.charAt(at)) {
    case '\\':
      return readEscape(scanner, at, reading);
    case "'": {
      const to = singleQuoteEnd(scanner, at + 1);
      if (to === undefined) break;
      reading.text += text.slice(at + 1, to);
      return quoted(reading, at, to);
    }
    case '"': {
      const to = doubleQuoteEnd(scanner, at + 1);
      if (to === undefined) break;
      readDouble({ ...scanner, end: to }, at + 1, reading);
      return quoted(reading, at, to);
    }
    case '`':
      return substitution(scanner, at, at + 1, backtickEnd(scanner, at + 1), reading);
    case '$':
      if (text.startsWith('$(', at)) return substitution(scanner, at, at + 2, parenthesisEnd(scanner, at + 2), reading);
      if (text.startsWith('${', at)) return substitution(scanner, at, undefined, braceEnd(scanner, at + 2), reading);
      break;
  }
  reading.text += text.charAt(at);
  return at + 1;
}

function quoted(reading: Reading, at: number, to: number): number {
  reading.quoted = true;
  reading.inner = { from: at + 1, to };
  return to + 1;
}

function readEscape({ text, end }: Scanner, at: number, reading: Reading): number {
  const skipped = continuation(text, at);
  if (skipped > 0) return Math.min(at + skipped, end);
  reading.text += text.charAt(at + 1);
  reading.quoted = true;
  return Math.min(at + 2, end);
}

function readDouble(scanner: Scanner, from: number, reading: Reading): void {
  const { text, end } = scanner;
  for (let at = from; at < end; ) {
    const char = text.charAt(at);
    if (char === '\\' && '$`"\\'.includes(text.charAt(at + 1))) {
      reading.text += text.charAt(at + 1);
      at += 2;
    } else if (char === '\\' && continuation(text, at) > 0) at += continuation(text, at);
    else if (char === '$' || char === '`') at = readPiece(scanner, at, reading);
    else {
      reading.text += char;
      at++;
    }
  }
}

/** Takes a substitution as it is written, and notes its inside where that is commands again. */
function substitution(
  { text }: Scanner,
  at: number,
  inside: number | undefined,
  to: number | undefined,
  reading: Reading,
): number {
  if (to === undefined) {
    reading.text += text.charAt(at);
    return at + 1;
  }
  if (inside !== undefined && text.charAt(inside) !== '(') reading.nested.push({ from: inside, to });
  reading.text += text.slice(at, to + 1);
  return to + 1;
}

function isPlaceholder(text: string, at: number): boolean {
  if (text.charAt(at) !== '<') return false;
  PLACEHOLDER.lastIndex = at;
  return PLACEHOLDER.test(text);
}

/** The length of a backslash with the line end behind it. */
function continuation(text: string, at: number): number {
  if (text.charAt(at) !== '\\') return 0;
  if (text.charAt(at + 1) === '\n') return 2;
  return text.startsWith('\r\n', at + 1) ? 3 : 0;
}

function lineEnd(text: string, at: number, end: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 || found > end ? end : found;
}

/** Notes the lines at the word that opens them; answers where they end. */
function readHereDocument(text: string, from: number, end: number, mark: WordToken): number {
  for (let at = from; at < end; ) {
    const to = lineEnd(text, at, end);
    if (text.slice(at, to).trim() === mark.text) {
      mark.body = { from, to: at };
      return to;
    }
    at = to + 1;
  }
  return from;
}
