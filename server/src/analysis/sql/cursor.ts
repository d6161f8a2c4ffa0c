/** Walks over the tokens of one statement. Everything that reads a statement asks it, so nothing reads past the end. */
import type { Dialect } from './engines.ts';
import type { Token } from './lexer.ts';
import { foldName, unquote } from './names.ts';
import type { SqlName, TextRange } from './types.ts';

export class Cursor {
  readonly text: string;
  readonly dialect: Dialect;
  readonly #tokens: readonly Token[];
  readonly #from: number;
  readonly #to: number;
  #at: number;

  constructor(text: string, dialect: Dialect, tokens: readonly Token[], from = 0, to = tokens.length) {
    this.text = text;
    this.dialect = dialect;
    this.#tokens = tokens;
    this.#from = from;
    this.#to = to;
    this.#at = from;
  }

  get done(): boolean {
    return this.#at >= this.#to;
  }

  get at(): number {
    return this.#at;
  }

  set at(at: number) {
    this.#at = at;
  }

  get end(): number {
    return this.#to;
  }

  token(ahead = 0): Token | undefined {
    const at = this.#at + ahead;
    return at >= this.#from && at < this.#to ? this.#tokens[at] : undefined;
  }

  /** Of the word or sign ahead; empty for everything else. */
  word(ahead = 0): string {
    return this.token(ahead)?.word ?? '';
  }

  /** The token ahead as it stands in the text; empty behind the last. */
  written(ahead = 0): string {
    const token = this.token(ahead);
    return token ? this.text.slice(token.from, token.to) : '';
  }

  next(): void {
    if (this.#at < this.#to) this.#at++;
  }

  /** Takes these words if they all stand here. */
  take(...words: readonly string[]): boolean {
    if (!words.every((word, ahead) => this.word(ahead) === word)) return false;
    this.#at += words.length;
    return true;
  }

  /** Takes the first of these phrases that stands here. */
  takeOne(...phrases: readonly string[]): string | undefined {
    const word = this.word();
    return phrases.find((phrase) => word !== '' && phrase.startsWith(word) && this.take(...phrase.split(' ')));
  }

  /** A part of this statement, to be read on its own. */
  slice(from: number, to: number): Cursor {
    return new Cursor(this.text, this.dialect, this.#tokens, from, Math.max(Math.min(to, this.#to), from));
  }

  /** From the first character of one token to the last of another; `to` is not included. */
  range(from: number, to: number): TextRange {
    const first = this.#tokens[from];
    const last = this.#tokens[Math.max(to, from + 1) - 1];
    const start = first?.from ?? this.text.length;
    return { from: start, to: Math.max(last?.to ?? start, start) };
  }

  /** Behind the bracket that closes the one here; behind the last token where none does. */
  skipParens(): void {
    let depth = 0;
    while (!this.done) {
      const word = this.word();
      this.next();
      if (word === '(') depth++;
      else if (word === ')') depth--;
      if (depth <= 0) return;
    }
  }

  /** Goes on to the next of these words that stands in no brackets. */
  skipTo(...words: readonly string[]): boolean {
    while (!this.done) {
      if (words.includes(this.word())) return true;
      if (this.word() === '(') this.skipParens();
      else this.next();
    }
    return false;
  }

  /** Whether one of these words stands further on, outside of brackets. Does not move. */
  has(...words: readonly string[]): boolean {
    const at = this.#at;
    const found = this.skipTo(...words);
    this.#at = at;
    return found;
  }

  /** `schema.name`, each part quoted or not; templates may stand for it or in it. Undefined where no name stands here. */
  name(): SqlName | undefined {
    const from = this.#at;
    let last = this.#part();
    if (last === undefined) return undefined;
    let schema: string | undefined;
    // Three parts: database, schema and table. `db..table` leaves the schema out.
    while (this.word() === '.') {
      this.next();
      if (this.word() === '.') this.next();
      const part = this.#part();
      if (part === undefined) break;
      schema = last;
      last = part;
    }
    return { name: last, ...(schema !== undefined && { schema }), range: this.range(from, this.#at) };
  }

  /** One part of a name. Tokens that touch are one: `orders_{{ suffix }}`. */
  #part(): string | undefined {
    const first = this.token();
    if (!first || !isNameToken(first)) return undefined;
    const start = this.#at;
    this.next();
    if (first.kind === 'quoted' || first.kind === 'string') return unquote(this.text, first, this.dialect);
    for (let next = this.token(); next && isGlued(next, this.token(-1)); next = this.token()) this.next();
    const { from, to } = this.range(start, this.#at);
    return foldName(this.text.slice(from, to));
  }
}

function isNameToken({ kind }: Token): boolean {
  return kind === 'word' || kind === 'quoted' || kind === 'param' || kind === 'string';
}

function isGlued(token: Token, before: Token | undefined): boolean {
  const joins = token.kind === 'param' || token.kind === 'word' || token.kind === 'number';
  return joins && token.from === before?.to && (token.kind === 'param' || before.kind === 'param');
}
