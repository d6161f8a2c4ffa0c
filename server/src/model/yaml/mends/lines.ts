/** A line of YAML as a person sees it: indentation, dashes, key, value, comment. Good enough for text that the parser cannot read. */

import { matched } from '../../../util/matched.ts';

export interface Line {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  readonly text: string;
}

export interface Parts {
  readonly line: Line;
  /** Columns of white space in front. */
  readonly indent: number;
  /** Columns in front of the key or the value: dashes count, since keys line up behind them. */
  readonly column: number;
  readonly dash: boolean;
  readonly key?: { readonly start: number; readonly end: number };
  /** Without comment and without white space around it; may be empty. */
  readonly value: { readonly start: number; readonly end: number; readonly text: string };
}

export function lineAt(text: string, at: number): Line {
  // A negative offset would be taken for the first character.
  const start = at <= 0 ? 0 : text.lastIndexOf('\n', Math.min(at, text.length) - 1) + 1;
  const next = text.indexOf('\n', start);
  const end = next < 0 ? text.length : text[next - 1] === '\r' && next > start ? next - 1 : next;
  return { start, end, text: text.slice(start, end) };
}

/** The lines before, the nearest first, without blank lines and comments. */
export function* linesBefore(text: string, line: Line, most = Number.POSITIVE_INFINITY): Generator<Line> {
  let left = most;
  for (let at = line.start; at > 0 && left > 0; ) {
    const above = lineAt(text, at - 1);
    if (hasContent(above) && left-- > 0) yield above;
    at = above.start;
  }
}

export function* linesAfter(text: string, line: Line, most = Number.POSITIVE_INFINITY): Generator<Line> {
  let left = most;
  for (let at = text.indexOf('\n', line.end); at >= 0 && left > 0; at = text.indexOf('\n', at + 1)) {
    const below = lineAt(text, at + 1);
    if (hasContent(below) && left-- > 0) yield below;
  }
}

export function hasContent(line: Line): boolean {
  return /^\s*[^\s#]/.test(line.text);
}

export function indentOf(line: Line): number {
  return line.text.length - line.text.trimStart().length;
}

const PLAIN_KEY = /[^\s"'#{}[\],&*!|>%@`?-](?:[^#:\n]|:(?!\s|$)|(?<!\s)#)*?/.source;
const SHAPE = new RegExp(
  `^(\\s*)((?:-[ \\t]+|-$)*)(?:("[^"]*"|'[^']*'|${PLAIN_KEY})[ \\t]*:(?=\\s|$)[ \\t]*)?(.*)$`,
  's',
);

export function partsOf(line: Line): Parts {
  const shape = SHAPE.exec(line.text);
  const [space, dashes, rest] = [matched(shape, 1), matched(shape, 2), matched(shape, 4)];
  const key = shape?.[3];
  const column = space.length + dashes.length;
  const valueStart = line.start + line.text.length - rest.length;
  const value = withoutComment(rest);
  const keyStart = line.start + column;
  return {
    line,
    indent: space.length,
    column,
    dash: dashes !== '',
    ...(key === undefined ? {} : { key: { start: keyStart, end: keyStart + key.length } }),
    value: { start: valueStart, end: valueStart + value.length, text: value },
  };
}

/** Quotes are looked into only where they can begin: at the start, and behind a space, a bracket or a comma. */
function withoutComment(text: string): string {
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const one = text[at] as string;
    if (quote) {
      if (one === quote) quote = '';
      else if (one === '\\' && quote === '"') at++;
    } else if (
      (one === '"' || one === "'") &&
      /^$|[\s[{,:]/.test(text[at - 1] ?? '') &&
      text.indexOf(one, at + 1) > 0
    ) {
      quote = one;
    } else if (one === '#' && (at === 0 || /\s/.test(text[at - 1] as string))) {
      return text.slice(0, at).trimEnd();
    }
  }
  return text.trimEnd();
}
