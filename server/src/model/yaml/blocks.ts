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

/**
 * The blocks at the depth of the first line. A line that stands less deep is a mistake inside such a text, and a block of its own, so
 * that it spoils nothing else. Comments and blank lines belong to the block before them.
 */
export function cutBlocks(text: string): { readonly isList: boolean; readonly blocks: readonly Block[] } {
  const lines = contentLines(text);
  const [first] = lines;
  if (!first) return { isList: false, blocks: [] };
  const isList = first.first === '-' && mostAreItems(lines, first.indent);
  const starts = lines.filter((line) => begins(line, first, isList)).map((line) => line.start);
  // What stands before the first of them is a comment, and has to go somewhere.
  starts[0] = 0;
  return { isList, blocks: starts.map((start, at) => ({ start, end: starts[at + 1] ?? text.length })) };
}

/** A dash that somebody types in front of the keys of a map makes no list of it. */
function mostAreItems(lines: readonly Line[], indent: number): boolean {
  const beside = lines.filter((line) => line.indent === indent);
  return beside.filter((line) => line.first === '-').length * 2 >= beside.length;
}

function begins(line: Line, first: Line, isList: boolean): boolean {
  if (line === first) return true;
  if (line.indent > first.indent) return false;
  // `}` and `]` on a line of their own end what was opened above; dashes may stand as deep as the key of their list.
  if (line.first === '}' || line.first === ']') return false;
  return isList || line.first !== '-' || line.indent < first.indent;
}

function contentLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const next = end < 0 ? text.length : end + 1;
    let at = start;
    while (at < next && text[at] === ' ') at++;
    const first = text[at];
    // A tab has no width that YAML knows, nor has a space that is none: such a line stays with the block before it.
    if (
      first !== '\t' &&
      first !== '\u00a0' &&
      at < next &&
      first !== undefined &&
      first !== '#' &&
      first !== '\n' &&
      first !== '\r'
    )
      lines.push({ start, indent: at - start, first: first === '-' && !/[\s]/.test(text[at + 1] ?? ' ') ? '' : first });
    start = next;
  }
  return lines;
}
