/** The grammars that colour code in YAML plans; that they do so in the editor's own grammar, the tests in the editor show. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import manifest from '../../package.json';
import { itemSchema, properties, rootSchema, type SchemaNode } from '../../server/src/model/schema/schema.ts';

const grammar = JSON.parse(readFileSync('syntaxes/embedded-code.tmLanguage.json', 'utf8'));

function unitsBelow(schema: SchemaNode, found = new Set<SchemaNode>()): Set<SchemaNode> {
  const unit = itemSchema(schema) ?? schema;
  if (found.has(unit)) return found;
  found.add(unit);
  for (const property of properties(unit).values()) unitsBelow(property, found);
  return found;
}

/** The keys whose values are in one language wherever the schemas have them, by that language. */
function keysOf(language: string): string[] {
  const languages = new Map<string, Set<string>>();
  for (const unit of unitsBelow(rootSchema('plan'))) {
    for (const [key, { fences }] of properties(unit)) {
      if (fences[0] === undefined) continue;
      languages.set(key, (languages.get(key) ?? new Set()).add(fences[0]));
    }
  }
  return [...languages].flatMap(([key, all]) => (all.size === 1 && all.has(language) ? key : [])).sort();
}

it.each([
  ['sql', 'sql'],
  ['shell', 'sh'],
])('colour as %s what the schemas say is %s', (rule, language) => {
  const block = grammar.repository[rule].begin;
  const lines = grammar.repository[`${rule}OnOneLine`].patterns.map(({ match }: { match: string }) => match);
  for (const pattern of [block, ...lines]) {
    const keys = Array.from(pattern.matchAll(/\\b(\w+):/g), ([, key]: string[]) => key);
    expect([...new Set(keys)].sort()).toEqual(keysOf(language));
  }
});

it('are declared under their own names', () => {
  for (const { path, scopeName, injectTo } of manifest.contributes.grammars) {
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ scopeName });
    expect(injectTo).toEqual(['source.yaml']);
  }
});
