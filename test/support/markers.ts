/** Places marked in the text of a test: `[|words|]` is a range. */

export interface Marked {
  readonly text: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

export function readMarkers(marked: string): Marked {
  const ranges: { start: number; end: number }[] = [];
  const open: number[] = [];
  let text = '';
  for (const part of marked.split(/(\[\||\|\])/)) {
    if (part === '[|') open.push(text.length);
    else if (part === '|]') {
      const start = open.pop();
      if (start === undefined) throw new Error('|] without [| in a test');
      ranges.push({ start, end: text.length });
    } else text += part;
  }
  if (open.length > 0) throw new Error('[| without |] in a test');
  return { text, ranges: ranges.sort((a, b) => a.start - b.start) };
}
