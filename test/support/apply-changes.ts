/** Applies text changes as an editor does, and complains where an editor would. */
import type { TextChange } from '../../server/src/model/edit.ts';
import { offsets } from '../../server/src/model/source.ts';

export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let at = 0;
  for (const change of changes) {
    const { start, end } = offsets(change.span);
    if (start < at || end < start || end > text.length)
      throw new Error(`change ${start}..${end} is out of order or out of the text (last one ended at ${at})`);
    result += text.slice(at, start) + change.newText;
    at = end;
  }
  return result + text.slice(at);
}
