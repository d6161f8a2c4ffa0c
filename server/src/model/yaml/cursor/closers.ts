/** What would close the brackets and quotes that a line opens and leaves open; nothing where it is in order, or in disorder otherwise. */
export function closersOf(line: string): string {
  const open: string[] = [];
  for (let at = 0; at < line.length; at++) {
    const char = line[at] as string;
    const before = line[at - 1] ?? ' ';
    if (char === '#' && /\s/.test(before)) return '';
    if (char === '{') open.push('}');
    else if (char === '[') open.push(']');
    else if (char === '}' || char === ']') {
      if (open.pop() !== char) return '';
    } else if ((char === '"' || char === "'") && /[\s{[,]/.test(before)) {
      const end = endOfQuote(line, at, char);
      if (end < 0) return char + open.reverse().join('');
      at = end;
    }
  }
  return open.reverse().join('');
}

function endOfQuote(line: string, start: number, quote: string): number {
  for (let at = start + 1; at < line.length; at++) {
    if (quote === '"' && line[at] === '\\') at++;
    else if (line[at] === quote) {
      if (quote === '"' || line[at + 1] !== "'") return at;
      at++;
    }
  }
  return -1;
}
