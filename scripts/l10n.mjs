// `npm run l10n`: l10n/bundle.l10n.json, the messages of the client, of the server and of the schemas, for translators to start from.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';

const BUNDLE = 'l10n/bundle.l10n.json';

const sources = ['client/src', 'server/src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ extension: '.ts', contents: readFileSync(path.join(folder, name), 'utf8') })),
);

/** What the schemas say where a key is missing; `{id}` stands for the name of the owner. */
function* presenceMessages() {
  for (const name of readdirSync('schemas').filter((one) => one.endsWith('.json'))) {
    const found = [];
    JSON.parse(readFileSync(path.join('schemas', name), 'utf8'), (key, value) => {
      if (key === 'x-missing' && typeof value === 'object') found.push(value.message, value.fix);
      return value;
    });
    yield* found.filter((text) => typeof text === 'string');
  }
}

export async function bundle() {
  const said = await getL10nJson(sources);
  const all = { ...said, ...Object.fromEntries(Array.from(presenceMessages(), (text) => [text, text])) };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify(sorted, undefined, 2)}\n`;
}

if (process.argv[1] && import.meta.filename === path.resolve(process.argv[1])) writeFileSync(BUNDLE, await bundle());
