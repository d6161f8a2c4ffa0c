/** However a plan or a policy writes a path, nothing outside of the workspace is opened, or asked about. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { createLanguageService } from '../../server/src/service.ts';
import type { Host } from '../../server/src/workspace/host.ts';
import { createNodeHost } from '../../server/src/workspace/node-host.ts';
import { memoryHost } from '../support/memory-host.ts';

const ROOT = 'file:///home/work';
const HOSTILE = [
  '../../../../etc/passwd',
  '..%2f..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '%252e%252e%252f%252e%252e%252fetc',
  '..%5c..%5c..%5cetc',
  '/../../etc/passwd',
  '/etc/passwd',
  '//host/share/a.sql',
  '\\\\host\\share\\a.sql',
  '%5c%5chost%5cshare',
  '%2f%2fhost/share',
  'file:///etc/passwd',
  'FILE:/etc/passwd',
  'file%3a///etc/passwd',
  'vscode-remote://host/etc/passwd',
  'http://169.254.169.254/a.yaml',
  'C:\\Windows\\a.sql',
  'c:/Windows/a.sql',
  '~/.ssh/id_rsa',
  '~root/.ssh/id_rsa',
  '$HOME/.ssh/id_rsa',
  'a.sql\0.yaml',
  'a%00/../../../../etc/passwd',
  './.././.././../etc/passwd',
  'a/../../../../b.sql?x#y',
  '\ud800/../../../x.sql',
];
const pieces = fc
  .array(
    fc.constantFrom('..', '.', '/', '\\', '%2e', '%2F', '%5c', '~', 'a', 'file:', '%00', '%', '?', '#', ' ', ':'),
    {
      maxLength: 14,
    },
  )
  .map((all) => all.join(''));
const paths = fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...HOSTILE) }, { weight: 2, arbitrary: pieces });

/** What the host was asked to open or to tell about, but for what is no place in the root. */
async function askedOutside(files: Readonly<Record<string, string>>): Promise<string[]> {
  const asked: string[] = [];
  const memory = memoryHost(files);
  const host: Host = {
    ...memory,
    read(uri) {
      asked.push(uri);
      return memory.read(uri);
    },
    probe(uri, root) {
      asked.push(uri);
      return memory.probe(uri, root);
    },
  };
  const service = createLanguageService(host);
  service.setRoots([ROOT]);
  for (const uri of Object.keys(files)) await service.diagnostics(uri);
  expect(asked.length).toBeGreaterThan(0);
  return asked.filter((uri) => !isBelowRoot(uri));
}

/** As the disk takes it: decoded, with every way up gone. */
function isBelowRoot(uri: string): boolean {
  const { scheme, authority, fsPath } = URI.parse(uri);
  const place = new URL(`file://${encodeURI(fsPath)}`).pathname;
  return scheme === 'file' && authority === '' && (place === '/home/work' || place.startsWith('/home/work/'));
}

const planFiles = (path: string): Record<string, string> => {
  const quoted = JSON.stringify(path);
  return {
    [`${ROOT}/.git/HEAD`]: 'ref',
    [`${ROOT}/docs/rollout-plan.yaml`]: `rolloutPlan: 1
links: { runbook: ${quoted} }
migration:
  steps:
    - id: one
      up: { file: ${quoted}, command: ${JSON.stringify(`psql -f ${path}`)} }
      verify: [{ file: ${quoted} }]
`,
    [`${ROOT}/docs/MIGRATION_PLAN.md`]: `---\nrolloutPlan: 1\n---\n\n# Migration\n\nSee [it](<${path}>) and [this](${path}).\n\n## Steps\n\n1. Run [it](${path})\n   \`psql -f ${path}\`\n`,
  };
};

const policyFiles = (path: string): Record<string, string> => ({
  [`${ROOT}/.git/HEAD`]: 'ref',
  [`${ROOT}/rollout-plan.config.yaml`]: `extends: [${JSON.stringify(path)}, ${JSON.stringify(`./${path}`)}]\nignore: [${JSON.stringify(path)}]\n`,
  [`${ROOT}/rollout-plan.yaml`]: 'rolloutPlan: 1\n',
});

test('the measure knows what lies outside', () => {
  const outside = [
    'file:///etc/passwd',
    `${ROOT}/../x`,
    `${ROOT}/a%2f..%2f..%2fx`,
    'file://host/home/work/a',
    `${ROOT}er/a`,
  ];
  expect(outside.filter(isBelowRoot)).toEqual([]);
  expect(isBelowRoot(`${ROOT}/a%20b.sql`)).toBe(true);
});

describe.each([
  ['a path in a plan', planFiles],
  ['what a policy extends', policyFiles],
])('%s', (_, files) => {
  test.each(HOSTILE)('%j', async (path) => expect(await askedOutside(files(path))).toEqual([]));

  test('whatever it is made of', () =>
    fc.assert(
      fc.asyncProperty(paths, async (path) => {
        expect(await askedOutside(files(path))).toEqual([]);
      }),
      { numRuns: 150 },
    ));
});

describe('on a disk', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rollout-plan-outside-'));
    mkdirSync(join(folder, 'outside'));
    mkdirSync(join(folder, 'work/.git'), { recursive: true });
    writeFileSync(join(folder, 'outside/base.yaml'), 'rules: { secret-word: off, missing-owner: off }\n');
    symlinkSync('../outside', join(folder, 'work/away'));
    symlinkSync('../outside/base.yaml', join(folder, 'work/base.yaml'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(['base.yaml', 'away/base.yaml', '../outside/base.yaml'])(
    'a policy extends no %s that leads out',
    async (path) => {
      writeFileSync(join(folder, 'work/rollout-plan.config.yaml'), `extends: ${path}\n`);
      writeFileSync(join(folder, 'work/rollout-plan.yaml'), 'rolloutPlan: 1\n');
      const service = createLanguageService(createNodeHost());
      const uriOf = (name: string): string => pathToFileURL(join(folder, 'work', name)).href;
      service.setRoots([pathToFileURL(join(folder, 'work')).href]);
      const said = await service.diagnostics(uriOf('rollout-plan.config.yaml'));
      expect(said.map(({ code }) => code)).toEqual(['policy-extends']);
      expect(JSON.stringify(said)).not.toContain('secret-word');
      const codes = (await service.diagnostics(uriOf('rollout-plan.yaml'))).map(({ code }) => code);
      expect(codes).toContain('missing-owner');
    },
  );
});
