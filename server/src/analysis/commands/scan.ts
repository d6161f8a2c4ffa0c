/** Where quotes and brackets of the shell end. Every answer is undefined where they do not: the character is then an ordinary one. */

export interface Scanner {
  readonly text: string;
  readonly end: number;
  /** Closing signs that are known not to come any more: each is looked for in vain only once. */
  readonly gone: Set<string>;
}

/** The place of the closing quote of a single-quoted string that opens before `at`. */
export function singleQuoteEnd(scanner: Scanner, at: number): number | undefined {
  return find(scanner, "'", () => indexOf(scanner, "'", at));
}

export function doubleQuoteEnd(scanner: Scanner, at: number): number | undefined {
  return find(scanner, '"', () => unescaped(scanner, '"', at));
}

export function backtickEnd(scanner: Scanner, at: number): number | undefined {
  return find(scanner, '`', () => unescaped(scanner, '`', at));
}

export function braceEnd(scanner: Scanner, at: number): number | undefined {
  return find(scanner, '}', () => indexOf(scanner, '}', at));
}

/** The bracket that closes `$(`, with the brackets and quotes inside it. */
export function parenthesisEnd(scanner: Scanner, at: number): number | undefined {
  return find(scanner, ')', () => {
    let depth = 1;
    for (let i = at; i < scanner.end; i++) {
      const char = scanner.text.charAt(i);
      if (char === '\\') i++;
      else if (char === "'") i = singleQuoteEnd(scanner, i + 1) ?? i;
      else if (char === '(') depth++;
      else if (char === ')' && --depth === 0) return i;
    }
    return undefined;
  });
}

function find(scanner: Scanner, sign: string, look: () => number | undefined): number | undefined {
  if (scanner.gone.has(sign)) return undefined;
  const found = look();
  if (found === undefined) scanner.gone.add(sign);
  return found;
}

function indexOf({ text, end }: Scanner, sign: string, at: number): number | undefined {
  const found = text.indexOf(sign, at);
  return found < 0 || found >= end ? undefined : found;
}

function unescaped({ text, end }: Scanner, sign: string, at: number): number | undefined {
  for (let i = at; i < end; i++) {
    if (text.charAt(i) === '\\') i++;
    else if (text.charAt(i) === sign) return i;
  }
  return undefined;
}
