/** Cuts a criterion into tokens, from left to right, each character once. */
import {
  isBlankOrMark,
  isDigit,
  isLetter,
  isMultiplication,
  isWordStart,
  numberAt,
  unitEnd,
  wordEnd,
} from './characters.ts';

export type TokenKind =
  | 'word'
  | 'number'
  /** `%`, or letters that touch a number: the `ms` of `400ms`. */
  | 'unit'
  /** A comparison sign, already in its canonical form. */
  | 'op'
  | 'arrow'
  /** `&&` and `||`. */
  | 'join'
  | 'open'
  | 'close'
  | 'string'
  | 'comma'
  /** `;`, or `.` at the end of a sentence. */
  | 'stop'
  | 'colon'
  | 'dash'
  | 'sign'
  | 'times'
  | 'slash'
  | 'approx'
  | 'other';

export interface Token {
  readonly kind: TokenKind;
  readonly from: number;
  readonly to: number;
  /** As written; for signs the canonical spelling. */
  readonly text: string;
  /** Lower case, for words and units; empty otherwise. */
  readonly word: string;
  /** Only of numbers. */
  readonly value: number;
  /** Touches the token before it. */
  readonly glued: boolean;
  /** Index of the other bracket of a pair. Brackets without one are `other`. */
  readonly mate: number;
}

/** A text and its tokens: what every part of the grammar reads. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
}

const SIGNS: readonly (readonly [string, TokenKind, string])[] = [
  ['-->', 'arrow', '->'],
  ['==>', 'arrow', '->'],
  ['->', 'arrow', '->'],
  ['=>', 'arrow', '->'],
  ['→', 'arrow', '->'],
  ['⇒', 'arrow', '->'],
  ['⟶', 'arrow', '->'],
  ['➜', 'arrow', '->'],
  ['➡', 'arrow', '->'],
  ['=~', 'other', '=~'],
  ['!~', 'other', '!~'],
  ['>>', 'other', '>>'],
  ['<<', 'other', '<<'],
  ['===', 'op', '='],
  ['!==', 'op', '!='],
  ['<=', 'op', '<='],
  ['=<', 'op', '<='],
  ['>=', 'op', '>='],
  ['==', 'op', '='],
  ['!=', 'op', '!='],
  ['<>', 'op', '!='],
  ['≤', 'op', '<='],
  ['⩽', 'op', '<='],
  ['≥', 'op', '>='],
  ['⩾', 'op', '>='],
  ['≠', 'op', '!='],
  ['<', 'op', '<'],
  ['>', 'op', '>'],
  ['=', 'op', '='],
  ['&&', 'join', 'and'],
  ['||', 'join', 'or'],
  ['&', 'join', 'and'],
  ['%', 'unit', '%'],
  ['×', 'times', '*'],
  [',', 'comma', ','],
  [';', 'stop', ';'],
  [':', 'colon', ':'],
  ['–', 'dash', '–'],
  ['—', 'dash', '—'],
  ['+', 'sign', '+'],
  ['-', 'sign', '-'],
  ['−', 'sign', '-'],
  ['/', 'slash', '/'],
  ['~', 'approx', '~'],
  ['≈', 'approx', '~'],
];
/** By first character, longest first within one: the order of the table. */
const SIGNS_BY_FIRST = new Map<string, (typeof SIGNS)[number][]>();
for (const sign of SIGNS) {
  const first = sign[0].charAt(0);
  SIGNS_BY_FIRST.set(first, [...(SIGNS_BY_FIRST.get(first) ?? []), sign]);
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const OPENING = new Set(['(', '[', '{']);
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”' };

const ABBREVIATIONS = new Set(['vs', 'e.g', 'i.e', 'approx', 'min', 'max', 'avg', 'incl', 'resp']);

type Draft = { -readonly [K in keyof Token]: Token[K] };

export function read(text: string): Reading {
  const lexer = new Lexer(text);
  return { text, tokens: lexer.run() };
}

class Lexer {
  readonly #text: string;
  readonly #tokens: Draft[] = [];
  readonly #open: number[] = [];
  /** Closing quotes that the rest of the text does not have: they are looked for once, not once for each opening one. */
  readonly #missing = new Set<string>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): readonly Token[] {
    while (this.#at < this.#text.length) this.#step();
    for (const index of this.#open) (this.#tokens[index] as Draft).kind = 'other';
    return this.#tokens;
  }

  #step(): void {
    const text = this.#text;
    const at = this.#at;
    if (text.charAt(at) === '*' && isMultiplication(text, at)) this.#push('times', at + 1, '*');
    else if (isBlankOrMark(text, at)) this.#at++;
    else if (this.#startsNumber()) this.#number();
    else if (this.#touchesNumber() && isLetter(text, at)) this.#push('unit', unitEnd(text, at));
    else if (isWordStart(text, at)) this.#push('word', wordEnd(text, at));
    else if (this.#startsOption()) this.#push('word', wordEnd(text, at + (text.charAt(at + 1) === '-' ? 2 : 1)));
    else this.#sign();
  }

  #startsNumber(): boolean {
    if (isDigit(this.#text, this.#at)) return true;
    return this.#text.charAt(this.#at) === '.' && isDigit(this.#text, this.#at + 1);
  }

  #number(): void {
    const { to, value } = numberAt(this.#text, this.#at);
    if (value === undefined) {
      this.#push('word', to);
      return;
    }
    this.#push('number', to, undefined, value);
    // "5-minute": the hyphen joins the number and its unit.
    if (this.#text.charAt(to) === '-' && isLetter(this.#text, to + 1)) {
      this.#at++;
      this.#push('unit', unitEnd(this.#text, this.#at));
    }
  }

  #touchesNumber(): boolean {
    const last = this.#tokens.at(-1);
    return last?.kind === 'number' && last.to === this.#at;
  }

  /** `--target`, `-x`: an option of a command. */
  #startsOption(): boolean {
    const text = this.#text;
    if (text.charAt(this.#at) !== '-' || (this.#at > 0 && !/\s/.test(text.charAt(this.#at - 1)))) return false;
    return isLetter(text, this.#at + 1) || (text.charAt(this.#at + 1) === '-' && isLetter(text, this.#at + 2));
  }

  #sign(): void {
    const text = this.#text;
    const char = text.charAt(this.#at);
    const sign = SIGNS_BY_FIRST.get(char)?.find(([spelling]) => text.startsWith(spelling, this.#at));
    if (sign) this.#push(sign[1], this.#at + sign[0].length, sign[2]);
    else if (OPENING.has(char)) this.#openBracket();
    else if (char === ')' || char === ']' || char === '}') this.#closeBracket(char);
    else if (char in QUOTES) this.#quote(QUOTES[char] as string);
    else if (char === '.' && ABBREVIATIONS.has(this.#tokens.at(-1)?.word ?? '')) this.#at++;
    else if (this.#endsSentence(char)) this.#push('stop', this.#at + 1);
    else this.#push('other', this.#at + 1);
  }

  #endsSentence(char: string): boolean {
    return (char === '.' || char === '!' || char === '?') && !/\S/.test(this.#text.charAt(this.#at + 1));
  }

  #openBracket(): void {
    this.#open.push(this.#tokens.length);
    this.#push('open', this.#at + 1);
  }

  #closeBracket(char: string): void {
    const open = this.#open.at(-1);
    const opening = open === undefined ? undefined : this.#tokens[open];
    const fits = opening !== undefined && CLOSING[opening.text] === char;
    this.#push(fits ? 'close' : 'other', this.#at + 1);
    if (!fits || open === undefined) return;
    this.#open.pop();
    const close = this.#tokens.length - 1;
    opening.mate = close;
    (this.#tokens[close] as Draft).mate = open;
  }

  #quote(closing: string): void {
    const end = this.#missing.has(closing) ? -1 : this.#text.indexOf(closing, this.#at + 1);
    if (end < 0) this.#missing.add(closing);
    this.#push(end < 0 ? 'other' : 'string', end < 0 ? this.#at + 1 : end + 1);
  }

  #push(kind: TokenKind, to: number, text = this.#text.slice(this.#at, to), value = Number.NaN): void {
    const from = this.#at;
    const word = kind === 'word' || kind === 'unit' ? text.toLowerCase().replaceAll('’', "'") : '';
    const glued = this.#tokens.at(-1)?.to === from;
    this.#tokens.push({ kind, from, to, text, word, value, glued, mate: -1 });
    this.#at = to;
  }
}
