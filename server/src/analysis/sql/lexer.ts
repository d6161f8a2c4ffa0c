/** Cuts SQL into tokens, from left to right, each character once. Whatever the text is, there are tokens of it. */
import { isBlank, isDigit, isLetter, lineEnd, startsLine, wordEnd } from './characters.ts';
import type { Dialect } from './engines.ts';
import { commentEnd, dollarEnd, dollarTag, quoteEnd, WRITING } from './quotes.ts';

export type TokenKind =
  | 'word'
  /** A name in quotes. */
  | 'quoted'
  | 'string'
  /** `$tag$ … $tag$`. */
  | 'body'
  | 'number'
  /** `:name`, `$1`, `@p`, `?`, `{{ name }}`, `${name}`: something that is filled in later, perhaps a name. */
  | 'param'
  | 'sign'
  /** `;`, or what DELIMITER has put in its place. */
  | 'end'
  /** A line that is no SQL: `\c`, `GO`, `DELIMITER //`. Ends a statement too. */
  | 'line';

export interface Token {
  readonly kind: TokenKind;
  readonly from: number;
  readonly to: number;
  /** Lower case for words, the character for signs, empty otherwise. */
  readonly word: string;
  /** First on its line. */
  readonly first: boolean;
}

const CAST = '::';
const SHELL_TEMPLATES: readonly (readonly [string, string])[] = [
  ['{{', '}}'],
  ['${', '}'],
  ['#{', '}'],
  ['<%', '%>'],
];

export function lex(text: string, dialect: Dialect): readonly Token[] {
  return new Lexer(text, dialect).run();
}

class Lexer {
  readonly #text: string;
  readonly #dialect: Dialect;
  readonly #writing: (typeof WRITING)[Dialect];
  readonly #tokens: Token[] = [];
  /** Closing signs that the rest of the text does not have: they are looked for once, not once for each opening one. */
  readonly #missing = new Set<string>();
  #delimiter = ';';
  /** Inside of `/*! … `, whose words are statements to MySQL. */
  #conditional = false;
  /** Words of the statement so far that say its data comes after it: `COPY … FROM stdin`. */
  #copying: 'copy' | 'from' | 'stdin' | undefined;
  #at = 0;

  constructor(text: string, dialect: Dialect) {
    this.#text = text;
    this.#dialect = dialect;
    this.#writing = WRITING[dialect];
  }

  run(): readonly Token[] {
    while (this.#at < this.#text.length) this.#step();
    return this.#tokens;
  }

  #step(): void {
    const text = this.#text;
    const at = this.#at;
    const code = text.charCodeAt(at);
    if (isBlank(code)) this.#at++;
    else if (this.#comment() || this.#end() || this.#line() || this.#template()) return;
    else if (isLetter(code)) this.#word();
    else if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(at + 1)))) this.#number();
    else if (!this.#quoted() && !this.#param()) this.#push('sign', at + 1, text[at]);
  }

  #comment(): boolean {
    const text = this.#text;
    const at = this.#at;
    const char = text[at];
    if (this.#dialect === 'mongodb' && char === '/' && text[at + 1] === '/') this.#at = lineEnd(text, at);
    else if (char === '-' && text[at + 1] === '-' && this.#dialect !== 'mongodb') {
      if (this.#dialect === 'mysql' && at + 2 < text.length && !isBlank(text.charCodeAt(at + 2))) return false;
      this.#at = lineEnd(text, at);
    } else if (char === '#' && this.#writing.hashComments && text[at + 1] !== '{') {
      this.#at = lineEnd(text, at);
    } else if (char === '/' && text[at + 1] === '*') this.#blockComment();
    else if (this.#conditional && char === '*' && text[at + 1] === '/') {
      this.#conditional = false;
      this.#at += 2;
    } else return false;
    return true;
  }

  #blockComment(): void {
    const text = this.#text;
    const at = this.#at;
    const bang = text[at + 2] === 'M' ? at + 3 : at + 2;
    if (this.#dialect !== 'mysql' || text[bang] !== '!') {
      this.#at = commentEnd(text, at, this.#writing.nestedComments);
      return;
    }
    this.#conditional = true;
    this.#at = bang + 1;
    while (isDigit(text.charCodeAt(this.#at))) this.#at++;
  }

  #end(): boolean {
    if (!this.#text.startsWith(this.#delimiter, this.#at)) return false;
    this.#push('end', this.#at + this.#delimiter.length);
    if (this.#copying === 'stdin') this.#skipData();
    this.#copying = undefined;
    return true;
  }

  /** The rows after `COPY … FROM stdin;`, up to the line `\.`. */
  #skipData(): void {
    const end = this.#missing.has('\\.') ? -1 : this.#text.indexOf('\n\\.', this.#at);
    if (end < 0) this.#missing.add('\\.');
    else this.#at = lineEnd(this.#text, end + 1);
  }

  #line(): boolean {
    const text = this.#text;
    const char = text[this.#at];
    if (char === '\\' && (this.#dialect === 'postgresql' || this.#dialect === 'generic')) {
      // `\gexec` after a query; `\;` and a backslash before a line break are no commands.
      if (!isLetter(text.charCodeAt(this.#at + 1)) && !'!?'.includes(text[this.#at + 1] || ' ')) return false;
      return this.#pushLine();
    }
    if (char === '.' && this.#dialect === 'sqlite' && startsLine(text, this.#at)) {
      return isLetter(text.charCodeAt(this.#at + 1)) && this.#pushLine();
    }
    return false;
  }

  #pushLine(): true {
    this.#push('line', lineEnd(this.#text, this.#at));
    this.#copying = undefined;
    return true;
  }

  #template(): boolean {
    const text = this.#text;
    for (const [open, close] of SHELL_TEMPLATES) {
      if (!text.startsWith(open, this.#at) || this.#missing.has(close)) continue;
      const end = text.indexOf(close, this.#at + open.length);
      if (end < 0) this.#missing.add(close);
      else {
        this.#push('param', end + close.length);
        return true;
      }
    }
    if (!text.startsWith('{%', this.#at) || this.#missing.has('%}')) return false;
    const end = text.indexOf('%}', this.#at);
    if (end < 0) this.#missing.add('%}');
    else this.#at = end + 2;
    return end >= 0;
  }

  #word(): void {
    const text = this.#text;
    const to = wordEnd(text, this.#at);
    const word = text.slice(this.#at, to).toLowerCase();
    if (this.#prefixedString(word, to)) return;
    if (word === 'delimiter' && this.#dialect === 'mysql' && startsLine(text, this.#at)) this.#setDelimiter(to);
    else if (word === 'go' && this.#isBatch(to)) this.#push('line', to, 'go');
    else this.#push('word', to, word);
    if (word === 'copy' && this.#copying === undefined) this.#copying = 'copy';
    else if (word === 'from' && this.#copying === 'copy') this.#copying = 'from';
    else if (word === 'stdin' && this.#copying === 'from') this.#copying = 'stdin';
  }

  /** `E'…'`, `N'…'`, `U&'…'`: the letters belong to the string. Only in E-strings a backslash escapes. */
  #prefixedString(word: string, to: number): boolean {
    const isPrefix = word.length === 1 ? 'enbxu_'.includes(word) : word === '_utf8' || word === '_utf8mb4';
    if (!isPrefix) return false;
    const text = this.#text;
    const quote = word === 'u' && text[to] === '&' ? to + 1 : to;
    if (text[quote] === '"' && quote > to) this.#push('quoted', quoteEnd(text, quote, '"', false));
    else if (text[quote] === "'") {
      const escapes = this.#writing.backslash || (word === 'e' && this.#writing.dollarBodies);
      this.#push('string', quoteEnd(text, quote, "'", escapes));
    } else return false;
    return true;
  }

  #setDelimiter(to: number): void {
    const end = lineEnd(this.#text, to);
    const sign = this.#text.slice(to, end).trim().split(/\s/)[0];
    this.#push('line', end, 'delimiter');
    if (sign) this.#delimiter = sign;
  }

  /** GO alone on its line, perhaps with a number. */
  #isBatch(to: number): boolean {
    if (this.#dialect !== 'sqlserver' && this.#dialect !== 'generic') return false;
    return startsLine(this.#text, this.#at) && /^\s*;?\s*\d*\s*(?:--.*)?$/.test(this.#lineAfter(to));
  }

  #lineAfter(to: number): string {
    return this.#text.slice(to, Math.min(lineEnd(this.#text, to), to + 80));
  }

  #number(): void {
    const text = this.#text;
    let to = this.#at + 1;
    while (to < text.length && (isDigit(text.charCodeAt(to)) || isLetter(text.charCodeAt(to)) || text[to] === '.'))
      to++;
    this.#push('number', to);
  }

  #quoted(): boolean {
    const text = this.#text;
    const char = text.charAt(this.#at);
    const { names, strings, backslash, dollarBodies } = this.#writing;
    const closing = names[char];
    if (closing) {
      // `[` opens a name only where it is closed; PostgreSQL's arrays never come here.
      this.#push('quoted', quoteEnd(text, this.#at, closing, false));
      return true;
    }
    if (strings.includes(char)) this.#push('string', quoteEnd(text, this.#at, char, backslash));
    else if (char === '$' && dollarBodies) {
      const tag = dollarTag(text, this.#at);
      if (!tag) return false;
      this.#push('body', dollarEnd(text, this.#at, tag));
    } else return false;
    return true;
  }

  #param(): boolean {
    const text = this.#text;
    const at = this.#at;
    const char = text.charAt(at);
    if (char === '?') this.#push('param', at + 1);
    else if (char === ':' && text.startsWith(CAST, at)) this.#push('sign', at + 2, CAST);
    else if (char === ':' && (text[at + 1] === "'" || text[at + 1] === '"')) {
      this.#push('param', quoteEnd(text, at + 1, text.charAt(at + 1), false));
    } else if ('$:@#%'.includes(char) && isNameStart(text, at + 1)) {
      const start = text[at + 1] === '@' || text[at + 1] === '#' ? at + 2 : at + 1;
      // Temporary tables of SQL Server are names: #orders, ##orders, and so are table variables.
      this.#push(char === '#' || char === '@' ? 'quoted' : 'param', wordEnd(text, start));
    } else return false;
    return true;
  }

  #push(kind: TokenKind, to: number, word = ''): void {
    const from = this.#at;
    this.#tokens.push({ kind, from, to, word, first: startsLine(this.#text, from) });
    this.#at = to;
  }
}

function isNameStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isLetter(code) || isDigit(code)) return true;
  return (text[at] === '@' || text[at] === '#') && isLetter(text.charCodeAt(at + 1));
}
