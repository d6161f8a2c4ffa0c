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
/** What the editor shows of a snippet before anything is typed. Strict: a `$` that is neither escaped nor a tab stop is a mistake. */
export function shownSnippet(snippet: string): string {
  let text = '';
  for (let at = 0; at < snippet.length; ) {
    const slot = /^\$\{\d+:((?:[^\\}]|\\.)*)\}/s.exec(snippet.slice(at));
    if (slot) {
      text += (slot[1] ?? '').replace(/\\(.)/gs, '$1');
      at += slot[0].length;
    } else if (snippet[at] === '$') {
      throw new Error(`a bare $ at ${at} of ${JSON.stringify(snippet)}`);
    } else {
      const escaped = snippet[at] === '\\' ? 1 : 0;
      text += snippet[at + escaped];
      at += 1 + escaped;
    }
  }
  return text;
}
