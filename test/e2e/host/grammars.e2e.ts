/** SQL and shell are coloured inside of YAML plans: asked of the editor's own tokenizer and grammars, since it tells nobody its colours. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';

interface Grammar {
  tokenizeLine(line: string, state: unknown): { tokens: Token[]; ruleStack: unknown };
}
interface Token {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly scopes: readonly string[];
}
type Declared = { readonly scopeName: string; readonly path: string; readonly injectTo?: readonly string[] };

/** The grammars of all extensions that are installed, ours among them. */
async function yamlGrammar(): Promise<{ grammar: Grammar; initial: unknown }> {
  const load = createRequire(path.join(vscode.env.appRoot, 'package.json'));
  const textmate = load('vscode-textmate');
  const oniguruma = load('vscode-oniguruma');
  const wasm = path.join(path.dirname(load.resolve('vscode-oniguruma')), 'onig.wasm');
  await oniguruma.loadWASM(new Uint8Array(readFileSync(wasm)).buffer);
  const files = new Map<string, string>();
  const injected: string[] = [];
  for (const { extensionPath, packageJSON } of vscode.extensions.all) {
    for (const { scopeName, path: file, injectTo } of (packageJSON.contributes?.grammars ?? []) as Declared[]) {
      files.set(scopeName, path.join(extensionPath, file));
      if (injectTo?.includes('source.yaml')) injected.push(scopeName);
    }
  }
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope: string) => {
      const file = files.get(scope);
      return file ? textmate.parseRawGrammar(readFileSync(file, 'utf8'), file) : null;
    },
    getInjections: (scope: string) => (scope === 'source.yaml' ? injected : []),
  });
  return { grammar: await registry.loadGrammar('source.yaml'), initial: textmate.INITIAL };
}

describe('code in a YAML plan', () => {
  let grammar: Grammar;
  let initial: unknown;
  before(async () => {
    ({ grammar, initial } = await yamlGrammar());
  });

  /** What is embedded, by language, and whether anything was taken for a mistake. */
  function codeIn(text: string): string[] {
    let state = initial;
    const found: string[] = [];
    for (const line of text.split('\n')) {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      let last: string | undefined;
      for (const { startIndex, endIndex, scopes } of tokens) {
        const words = line.slice(startIndex, endIndex);
        const language = scopes.flatMap((scope) => /^meta\.embedded\.\w+\.(\w+)$/.exec(scope)?.[1] ?? [])[0];
        if (scopes.some((scope) => scope.startsWith('invalid.'))) found.push(`invalid ${words}`);
        if (language && language === last) found[found.length - 1] += words;
        else if (language) found.push(`${language} ${words}`);
        last = language;
      }
    }
    return found.map((one) => one.replace(/\s+/, ' '));
  }

  const plan = (...lines: string[]): string => ['rolloutPlan: 1', 'steps:', ...lines, 'after: "words"'].join('\n');

  const CASES: readonly (readonly [string, string, readonly string[]])[] = [
    ['in a block', plan('  sql: |', '    DROP TABLE a;', '  title: x'), ['sql DROP TABLE a;']],
    ['behind its key', plan('  sql: ALTER TABLE a ADD b int, ADD c int'), ['sql ALTER TABLE a ADD b int, ADD c int']],
    ['up to a comment of YAML', plan('  run: flagctl off # later'), ['shellscript flagctl off']],
    [
      'in double quotes, whose end no comment swallows',
      plan('  sql: "DROP TABLE a; -- gone"'),
      ['sql DROP TABLE a; -- gone'],
    ],
    ['in single quotes', plan('  command: \'echo "x"\''), ['shellscript echo "x"']],
    ['in a flow map', plan('  up: { sql: UPDATE a SET b = 1, c = 2, owner: me }'), ['sql UPDATE a SET b = 1, c = 2']],
    ['with braces of its own', plan('  up: {run: echo ${x} y}'), ['shellscript echo ${x} y']],
    ['nowhere else', plan('  title: "the sql: SELECT"', '  sql:', '  url: https://run.example'), []],
  ];
  for (const [where, text, code] of CASES) it(`is coloured ${where}`, () => assert.deepEqual(codeIn(text), code));

  it('is not coloured in other YAML', () => {
    assert.deepEqual(codeIn('steps:\n  sql: SELECT 1\n  run: |\n    ls\n'), []);
  });
});
