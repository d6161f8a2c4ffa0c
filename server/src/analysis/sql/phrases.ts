/** Tables of phrases, looked up by their first word: most statements begin like none of them. */
import { upTo } from '../../util/parts.ts';
import type { Cursor } from './cursor.ts';

export type PhraseTable<T> = ReadonlyMap<string, readonly (readonly [words: readonly string[], entry: T])[]>;

/** `rows` begin with the phrase; the first that fits counts. */
export function phraseTable<T extends readonly [string, ...unknown[]]>(rows: readonly T[]): PhraseTable<T> {
  const table = new Map<string, (readonly [readonly string[], T])[]>();
  for (const row of rows) {
    const first = upTo(row[0], ' ');
    table.set(first, [...(table.get(first) ?? []), [row[0].split(' '), row]]);
  }
  return table;
}

/** Takes the phrase that stands here. */
export function takePhrase<T>(cursor: Cursor, table: PhraseTable<T>): T | undefined {
  return table.get(cursor.word())?.find(([words]) => cursor.take(...words))?.[1];
}
