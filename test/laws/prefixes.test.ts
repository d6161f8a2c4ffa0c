/** A plan is judged at every line while it is typed: nothing throws, every range lies inside the text, one line at most. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { holdsForAnyText } from '../support/any-text.ts';
import { checkAll } from '../support/checking.ts';
import { filesBelow, ROOT } from '../support/files.ts';

const FIXTURES = ['examples', 'test/fixtures'].flatMap((folder) => filesBelow(folder, /\.(?:md|yaml)$/));
const VARIANTS: readonly (readonly [string, (text: string) => string])[] = [
  ['LF', (text) => text],
  ['CRLF', (text) => text.replace(/\r?\n/g, '\r\n')],
  ['BOM', (text) => `\uFEFF${text}`],
  ['wide characters', (text) => text.replaceAll('orders', 'or𝒳ders').replaceAll('rollback', 'rollback 🚀')],
];

/** The end of every line, and a place in its middle: where typing stops to think. */
function* stops(text: string): Generator<number> {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start) + 1;
    yield start + Math.floor((end - start) / 2);
    yield end;
    start = end;
  }
}

describe.each(FIXTURES)('%s', (path) => {
  test.each(VARIANTS)('%s', async (_, variant) => {
    const whole = variant(readFileSync(join(ROOT, path), 'utf8'));
    const name = path.split('/').at(-1) ?? path;
    const every = [...stops(whole)];
    // Every stop of every fixture in every variant takes minutes; each variant takes its share of them.
    const share = every.filter(
      (_, at) => at % VARIANTS.length === VARIANTS.findIndex(([, one]) => one === variant) || at > every.length - 4,
    );
    for (const stop of share) {
      const text = whole.slice(0, stop);
      holdsForAnyText(await checkAll({ [name]: text }), text);
    }
  });
});
