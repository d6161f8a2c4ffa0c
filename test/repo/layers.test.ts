/** The arrows of ARCHITECTURE.md, read from the imports. */
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, ROOT } from '../support/files.ts';

const LAYERS = ['util', 'model', 'analysis', 'lint', 'rules', 'workspace', 'features', 'service', 'lsp', 'cli', 'main'];
/** These two stand side by side. */
const BESIDE: Readonly<Record<string, string>> = { cli: 'lsp' };
const PROTOCOL_LIBRARY = /^vscode-(?:languageserver|languageclient)(?:\/|$)/;
const KNOWS_NODE = /^server\/src\/(?:cli\/|lsp\/|main-|workspace\/node-)/;

interface Import {
  readonly file: string;
  readonly target: string;
}

function importsOf(folder: string): Import[] {
  return filesBelow(folder, /\.ts$/).flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const found = text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*(?:\{[^}]*\}[^'"\n;]*)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g,
    );
    return Array.from(found, (match) => ({ file, target: match[1] ?? match[2] ?? '' }));
  });
}

function layerOf(file: string): string {
  const [first = ''] = normalize(file)
    .replace(/^server\/src\//, '')
    .split('/');
  if (first.startsWith('main-')) return 'main';
  return first.replace(/\.ts$/, '');
}

const server = importsOf('server/src');

test('there is something to read', () => expect(server.length).toBeGreaterThan(100));

test('each layer imports only what stands left of it', () => {
  const wrong = server.filter(({ file, target }) => {
    if (!target.startsWith('.') || /\.json$/.test(target)) return false;
    const [from, to] = [layerOf(file), layerOf(join(dirname(file), target))];
    if (from === to || to === 'protocol' || from === 'protocol') return false;
    return LAYERS.indexOf(to) < 0 || LAYERS.indexOf(to) > LAYERS.indexOf(from) || BESIDE[from] === to;
  });
  expect(
    wrong.filter(({ file, target }) => !(file === 'server/src/cli/program.ts' && target === '../lsp/stdio.ts')),
  ).toEqual([]);
});

test('only lsp/ and the entries know the protocol library', () => {
  expect(
    server.filter(({ file, target }) => PROTOCOL_LIBRARY.test(target) && !/^server\/src\/(?:lsp\/|main-)/.test(file)),
  ).toEqual([]);
});

test('only the outermost rooms know Node', () => {
  expect(server.filter(({ file, target }) => target.startsWith('node:') && !KNOWS_NODE.test(file))).toEqual([]);
});

test('of the server, the client imports the protocol alone', () => {
  const wrong = importsOf('client/src').filter(
    ({ target }) => /server\//.test(target) && !target.endsWith('/server/src/protocol.ts'),
  );
  expect(wrong).toEqual([]);
});

/** Tables of cases, a row each: data that is read from top to bottom and gains nothing from being cut. */
const TABLES = new Set([
  'test/model/markdown/edit.test.ts',
  'test/model/markdown/labels-and-values.test.ts',
  'test/model/yaml/edit.test.ts',
  'test/model/yaml/mistakes.ts',
]);

test('no file is longer than 300 lines', () => {
  const files = ['server/src', 'client/src', 'scripts', 'test']
    .flatMap((folder) => filesBelow(folder, /\.m?ts$|\.mjs$/))
    .filter((file) => !file.includes('/generated/'));
  const long = files.filter((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 301);
  expect(long.filter((file) => !TABLES.has(file))).toEqual([]);
});
