/** The text in front of the first mark; all of it where there is none. */
export function upTo(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? text : text.slice(0, at);
}

/** The text behind the last mark; all of it where there is none. */
export function behindLast(text: string, mark: string): string {
  const at = text.lastIndexOf(mark);
  return at < 0 ? text : text.slice(at + mark.length);
}

/** The blanks that a line begins with. */
export function indentOf(line: string): string {
  return line.slice(0, line.search(/[^ \t]|$/));
}
