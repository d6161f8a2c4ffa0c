/** Where quotes and comments end. What is never closed reaches to the end of the text, so each character is looked at once. */
import type { Dialect } from './engines.ts';

/** After the quote that closes the one at `at`. Two of them in a row stand for one. */
export function quoteEnd(text: string, at: number, closing: string, backslash: boolean): number {
  for (let to = at + 1; to < text.length; to++) {
    const char = text[to];
    if (backslash && char === '\\') to++;
    else if (char === closing) {
      if (text[to + 1] !== closing) return to + 1;
      to++;
    }
  }
  return text.length;
}

/** After the block comment at `at`. */
export function commentEnd(text: string, at: number, nests: boolean): number {
  let depth = 1;
  for (let to = at + 2; to < text.length; to++) {
    if (text[to] === '*' && text[to + 1] === '/') {
      depth--;
      to++;
      if (depth === 0) return to + 1;
    } else if (nests && text[to] === '/' && text[to + 1] === '*') {
      depth++;
      to++;
    }
  }
  return text.length;
}

const DOLLAR_TAG = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;

/** The `$tag$` at `at`, undefined where a dollar is something else: a parameter, a template. */
export function dollarTag(text: string, at: number): string | undefined {
  DOLLAR_TAG.lastIndex = at;
  return DOLLAR_TAG.exec(text)?.[0];
}

/** After the body that the tag at `at` opens. */
export function dollarEnd(text: string, at: number, tag: string): number {
  const end = text.indexOf(tag, at + tag.length);
  return end < 0 ? text.length : end + tag.length;
}

interface Writing {
  /** Quote that opens a name, and the one that closes it. */
  readonly names: Readonly<Record<string, string>>;
  readonly strings: string;
  /** A backslash escapes in every string. */
  readonly backslash: boolean;
  readonly nestedComments: boolean;
  readonly hashComments: boolean;
  readonly dollarBodies: boolean;
}

const PLAIN: Writing = {
  names: { '"': '"' },
  strings: "'",
  backslash: false,
  nestedComments: false,
  hashComments: false,
  dollarBodies: false,
};

export const WRITING: Readonly<Record<Dialect, Writing>> = {
  postgresql: { ...PLAIN, nestedComments: true, dollarBodies: true },
  // With ANSI_QUOTES the double quote opens a name; a string is taken for one wherever a name has to stand.
  mysql: { ...PLAIN, names: { '`': '`' }, strings: '\'"', backslash: true, hashComments: true },
  sqlserver: { ...PLAIN, names: { '"': '"', '[': ']' }, nestedComments: true },
  sqlite: { ...PLAIN, names: { '"': '"', '`': '`', '[': ']' } },
  mongodb: { ...PLAIN, names: {}, strings: '\'"`', backslash: true },
  generic: { ...PLAIN, names: { '"': '"', '`': '`' }, dollarBodies: true },
};
