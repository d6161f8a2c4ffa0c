/** The lines of a text, with their offsets. CR LF, LF and a lone CR end a line, as in CommonMark. */
import { isBlank } from './words.ts';

export interface Lines {
  readonly text: string;
  /** Offset of the first character of each line. */
  readonly starts: readonly number[];
}

export function linesOf(text: string): Lines {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) starts.push(at + 1);
  }
  return { text, starts };
}

export function lineStart(lines: Lines, line: number): number {
  return lines.starts[line] ?? lines.text.length;
}

/** End of a line's last character that is not white space; its start where there is none. */
export function lineEnd(lines: Lines, line: number): number {
  const start = lineStart(lines, line);
  let end = lineStart(lines, line + 1);
  while (end > start && isBlank(lines.text.charCodeAt(end - 1))) end--;
  return end;
}

/** End of a line with its trailing white space, without its line end. */
export function lineBreak(lines: Lines, line: number): number {
  const start = lineStart(lines, line);
  let end = lineStart(lines, line + 1);
  if (end > start && lines.text.charCodeAt(end - 1) === 0x0a) end--;
  if (end > start && lines.text.charCodeAt(end - 1) === 0x0d) end--;
  return end;
}

/** The end of the last line before `line` that holds something, but not before the start of `from`. The marks of a quote are nothing. */
export function contentEnd(lines: Lines, from: number, line: number, quoted: boolean): number {
  for (let at = line - 1; at > from; at--) {
    const start = lineStart(lines, at);
    const end = lineEnd(lines, at);
    if (end > start && !(quoted && /^[>\s]*$/.test(lines.text.slice(start, end)))) return end;
  }
  return lineEnd(lines, from);
}

/**
 * The same text for a parser that knows LF alone: every character keeps its offset, so CR LF becomes a space and an LF. Trailing spaces mean
 * nothing to the structure of blocks. What `hidden` covers (front matter) becomes white space.
 */
export function forParser(text: string, hiddenTo: number): string {
  const head = text.slice(0, hiddenTo).replace(/[^\r\n]/g, ' ');
  const rest = text
    .slice(hiddenTo)
    .replace(/^\uFEFF/, ' ')
    .replace(/\0/g, '\uFFFD');
  return (head + rest).replace(/\r\n/g, ' \n').replace(/\r/g, '\n');
}
