// `npm run bench`: ours beside its peers, interleaved in one run; medians and ratios into docs/performance.md. `--quick` measures less and
// writes nothing. The peers are installed from bench/package-lock.json when they are absent.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { build, ensurePackages } from '../scripts/setup.mjs';
import { must } from '../scripts/vscode/process.mjs';

const bench = import.meta.dirname;
const quick = process.argv.includes('--quick');

await ensurePackages();
await build();
if (!existsSync(path.join(bench, 'node_modules/.package-lock.json')))
  await must('npm', ['ci', '--no-audit', '--no-fund'], { cwd: bench });

// What follows needs the peers.
const { markdownEdits, yamlEdits } = await import('./lib/edits.mjs');
const { starts } = await import('./lib/starts.mjs');
const { editorStarts } = await import('./lib/editor-starts.mjs');
const { markdownFiles, SPECTRAL_ROUNDS, yamlFiles } = await import('./lib/files.mjs');
const { NODE, OURS, version } = await import('./lib/peers.mjs');

const folder = mkdtempSync(path.join(tmpdir(), 'rollout-plan-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const PARTS = [
  [
    'From an edit to its diagnostics, YAML',
    'One letter typed into a value, until the diagnostics underline a mistake behind it in its new place; ours are those of all rules, its those of the same schemas. It waits 200 ms after an edit before it begins; the ratio leaves that out.',
    () => yamlEdits({ folder, rounds: quick ? 5 : 41 }),
  ],
  [
    'From an edit to its diagnostics, Markdown',
    'One letter typed into a paragraph; our diagnostics with all rules, its of links. The client parses for it, as its protocol asks.',
    () => markdownEdits({ folder, rounds: quick ? 5 : 41 }),
  ],
  [
    'From the start of the process to the first diagnostics',
    'A plan of 250 lines with one mistake, until the diagnostics tell of it. Servers are ended as an editor ends them, so what they keep for the next start counts.',
    () => starts({ folder, rounds: quick ? 3 : 15 }),
  ],
  [
    'What the extension adds to the start of VS Code',
    "By the editor's own timers, in the pinned build that the tests run in. All other extensions: the sum of their times, which overlap.",
    () => editorStarts({ rounds: quick ? 1 : 5 }),
  ],
  [
    'A thousand plans on the command line',
    `The same files, whole processes, ours with as many threads as it takes by itself. Spectral takes turns ${SPECTRAL_ROUNDS} times only.`,
    () => yamlFiles({ folder, rounds: quick ? 1 : 3, count: quick ? 50 : 1_000 }),
  ],
  [
    'A thousand artifacts on the command line',
    'The same files, whole processes.',
    () => markdownFiles({ folder, rounds: quick ? 1 : 3, count: quick ? 50 : 1_000 }),
  ],
];

const { versions } = JSON.parse(
  (await import('node:child_process')).execFileSync(NODE, ['-p', 'JSON.stringify({versions: process.versions})'], {
    encoding: 'utf8',
  }),
);
const PEERS = [
  'yaml-language-server',
  'vscode-markdown-languageserver',
  '@stoplight/spectral-cli',
  'ajv-cli',
  'markdownlint-cli2',
];
const page = [
  '# Performance',
  'Written by `npm run bench`. Medians of one run in which everybody takes turns on one machine; other machines give other times, so look at the ratios.',
  `${[OURS, ...PEERS.map(version)].join(', ')}; Node ${versions.node}; ${cpus().length} × ${cpus()[0]?.model.trim()}, ${process.platform}.`,
];
for (const [title, words, measure] of PARTS) {
  const part = `## ${title}\n\n${words}\n\n${await measure()}`;
  console.log(`${part}\n`);
  page.push(part);
}
if (!quick) writeFileSync(path.join(bench, '../docs/performance.md'), `${page.join('\n\n')}\n`);
process.exit(0);
