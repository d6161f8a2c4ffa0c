/**
 * Cuts YAML text into blocks by indentation alone: the lines that begin at one depth, each with the deeper lines under it. Where one
 * block is broken, the others can still be read.
 */

export interface Block {
  /** Offsets in the text that was cut: from the first character of the block's first line. */
  readonly start: number;
  readonly end: number;
}

interface Line {
  readonly start: number;
  /** Columns before the first character. */
  readonly indent: number;
  readonly first: string;
}

/** The blocks of the least indentation found. Comments and blank lines belong to the block before them. */
export function cutBlocks(text: string): readonly Block[] {
  const lines = contentLines(text);
  const least = lines.reduce((least, line) => Math.min(least, line.indent), Number.POSITIVE_INFINITY);
  const dashes = lines.find((line) => line.indent === least)?.first === '-';
  const starts = lines
    .filter((line) => line.indent === least && (dashes || line.first !== '-'))
    .map((line) => line.start);
  // What stands before the first of them, deeper or a comment, has to go somewhere.
  if (starts.length > 0) starts[0] = 0;
  return starts.map((start, at) => ({ start, end: starts[at + 1] ?? text.length }));
}

function contentLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const next = end < 0 ? text.length : end + 1;
    let at = start;
    while (at < next && text[at] === ' ') at++;
    const first = text[at];
    // A tab has no width that YAML knows: its line stays with the block before it.
    if (first !== '\t' && at < next && first !== undefined && first !== '#' && first !== '\n' && first !== '\r')
      lines.push({ start, indent: at - start, first });
    start = next;
  }
  return lines;
}
