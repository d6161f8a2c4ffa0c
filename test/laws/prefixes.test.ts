/**
 * A plan is judged while it is typed: nothing throws, every range lies inside the text, one line at most. A build stops twice in a line;
 * with EVERY_PREFIX=1 it stops behind every character, which takes half an hour.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'vitest';
import { holdsForAnyText } from '../support/any-text.ts';
import { Editor } from '../support/editor.ts';
import { filesBelow, ROOT } from '../support/files.ts';

const FIXTURES = ['examples', 'test/fixtures'].flatMap((folder) => filesBelow(folder, /\.(?:md|yaml)$/));
const VARIANTS: readonly (readonly [string, (text: string) => string])[] = [
  ['LF', (text) => text],
  ['CRLF', (text) => text.replace(/\r?\n/g, '\r\n')],
  ['BOM', (text) => `\uFEFF${text}`],
  ['wide characters', (text) => text.replaceAll('orders', 'or𝒳ders').replaceAll('rollback', 'rollback 🚀')],
];

/** The end of every line, and a place in its middle: where typing stops to think. */
function stopsIn(text: string): number[] {
  const stops: number[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start) + 1;
    stops.push(start + Math.floor((end - start) / 2), end);
    start = end;
  }
  return stops;
}

const IS_EVERY = process.env.EVERY_PREFIX === '1';

/** Every stop of every fixture in every variant takes minutes: in a build each variant takes its share of them. */
function stopsOf(text: string, share: number): readonly number[] {
  if (IS_EVERY) return Array.from({ length: text.length + 1 }, (_, at) => at);
  const all = stopsIn(text);
  return all.filter((_, at) => at % VARIANTS.length === share || at > all.length - 4);
}

describe.each(FIXTURES)('%s', { timeout: IS_EVERY ? 3_600_000 : 60_000 }, (path) => {
  test.each(VARIANTS.map(([name, variant], at) => [name, variant, at] as const))('%s', async (_, variant, share) => {
    const whole = variant(readFileSync(join(ROOT, path), 'utf8'));
    const editor = new Editor(`file:///bundle/${basename(path)}`, '');
    for (const stop of stopsOf(whole, share)) {
      const text = whole.slice(0, stop);
      editor.edit(text);
      holdsForAnyText(await editor.diagnostics(), text);
    }
  });
});
