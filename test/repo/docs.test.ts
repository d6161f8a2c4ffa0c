/** What is made from the rules and the manifest is fresh, and what the documents link to is there. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, ROOT } from '../support/files.ts';

test('npm run docs would change nothing', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/docs.mjs', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

const documents = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  'SECURITY.md',
  ...filesBelow('docs', /\.md$/),
];

test.each(documents)('%s: links lead somewhere', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8').replace(/^(`{3,})[\s\S]*?^\1/gm, '');
  const links = Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, target]) => target ?? '').filter(
    (target) => !/^(?:[a-z]+:|#)/.test(target),
  );
  const broken = links.filter((target) => !existsSync(join(ROOT, dirname(document), target.replace(/#.*$/, ''))));
  expect(broken).toEqual([]);
});

test('no word of where the project was made', () => {
  const files = [
    'README.md',
    'CONTRIBUTING.md',
    'package.json',
    ...['server', 'client', 'scripts', 'test', 'docs', 'schemas', 'examples'].flatMap((folder) =>
      filesBelow(folder, /\.(?:ts|mjs|md|json|ya?ml)$/),
    ),
  ];
  const wrong = files.filter(
    (file) =>
      /\/work\/(?:main|shared)|\/root\/|registry\.npmjs|\.\.\/shared/.test(readFileSync(join(ROOT, file), 'utf8')) &&
      file !== 'test/repo/docs.test.ts',
  );
  expect(wrong).toEqual([]);
});
