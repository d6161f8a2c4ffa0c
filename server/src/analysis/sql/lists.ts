/** Lists separated by commas. */
import type { Cursor } from './cursor.ts';

/** The parts from where the cursor stands to its end, cut at the commas outside of brackets. The cursor must not move meanwhile. */
export function* listOf(cursor: Cursor): Generator<Cursor> {
  const first = cursor.at;
  let start = first;
  let depth = 0;
  for (let at = first; at < cursor.end; at++) {
    const word = cursor.word(at - first);
    if (word === '(' || word === '[') depth++;
    else if ((word === ')' || word === ']') && depth > 0) depth--;
    else if (word === ',' && depth === 0) {
      if (at > start) yield cursor.slice(start, at);
      start = at + 1;
    }
  }
  if (cursor.end > start) yield cursor.slice(start, cursor.end);
}
