/** Every string that people see can be translated: the bundle holds what the code says, no more and no less. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import nls from '../../package.nls.json';

const sources = readdirSync('client/src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

describe('translatable strings', () => {
  it('are those of the bundle: `vitest run test/client --update` writes it anew', async () => {
    const said = sources.flatMap((name) =>
      [...readFileSync(join('client/src', name), 'utf8').matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(
        (match) => match[1],
      ),
    );
    const calls = sources.flatMap((name) => readFileSync(join('client/src', name), 'utf8').match(/l10n\.t\(/g) ?? []);
    expect(said, 'each call has a plain string first').toHaveLength(calls.length);
    const wanted = Object.fromEntries([...new Set(said)].sort().map((text) => [text, text]));
    await expect(`${JSON.stringify(wanted, undefined, 2)}\n`).toMatchFileSnapshot('../../l10n/bundle.l10n.json');
  });

  it('of the manifest are in package.nls.json', () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]);
    expect([...new Set(used)].sort()).toEqual(Object.keys(nls).sort());
  });
});
