/** A merge that nobody has finished: both sides stand in the text, and neither is what the author means. */
import * as l10n from '@vscode/l10n';

export const CONFLICT = l10n.t(
  'This file holds an unresolved merge conflict, so it cannot be judged. Keep one side and remove the marker lines.',
);

const BEGIN = /^<{7}(?: .*)?$/;
const END = /^>{7}(?: .*)?$/;
const FENCE = /^\s{0,3}(`{3,}|~{3,})/;

/** Offset of the first marker line. `fenced`: what stands between fences is an example. */
export function conflictIn(text: string, { fenced }: { readonly fenced: boolean }): number | undefined {
  if (!text.includes('<<<<<<<') || !text.includes('>>>>>>>')) return undefined;
  let begin: number | undefined;
  let fence: string | undefined;
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
    const line = text.slice(start, end).replace(/\r$/, '');
    const mark = fenced ? FENCE.exec(line)?.[1] : undefined;
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
    } else if (mark) fence = mark;
    else if (BEGIN.test(line)) begin ??= start;
    else if (END.test(line) && begin !== undefined) return begin;
    start = end + 1;
  }
  return undefined;
}
