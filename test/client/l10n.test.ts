/** Every string that people see can be translated: the bundle holds what the code and the schemas say, no more and no less. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import nls from '../../package.nls.json';
import { ROOT } from '../support/files.ts';

describe('translatable strings', () => {
  it('are those of the bundle: `npm run l10n` writes it anew', { timeout: 120_000 }, async () => {
    // A script without types.
    const { bundle } = (await import(join(ROOT, 'scripts/l10n.mjs'))) as { bundle(): Promise<string> };
    expect(readFileSync(join(ROOT, 'l10n/bundle.l10n.json'), 'utf8')).toBe(await bundle());
  });

  it('of the manifest are in package.nls.json', () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]);
    expect([...new Set(used)].sort()).toEqual(Object.keys(nls).sort());
  });
});
