// `npm test`: sets up what a fresh machine lacks, then runs everything, from the build to the tests in a real editor.
// A part that fails does not stop those after it; one that cannot run has failed. The last line counts them all.
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { hasNodes, installNode, otherMajors } from './nodes.mjs';
import { bin, ensurePackages, inRoot } from './setup.mjs';
import { ensureChromium } from './vscode/chromium.mjs';
import { installVSCode } from './vscode/install.mjs';
import { resultsDir, root } from './vscode/paths.mjs';
import { clearVerdict, readVerdict } from './vscode/verdict.mjs';

const node = process.execPath;
const minutes = (count) => count * 60_000;

/** A program that passes or fails as a whole, and counts as one. */
const check = (command, args) => async () => {
  const { code, problem } = await inRoot(command, args, { timeoutMs: minutes(1) });
  if (problem) console.error(problem);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
};

/** What the server does over its protocol, whatever Node it runs on. */
const OVER_STDIO = ['handshake', 'hostile', 'pull', 'push', 'robustness'].map((name) => `test/lsp/${name}.test.ts`);

/** Tests of vitest: those in some files, or all. The servers that they start run on the same Node. */
async function vitest(name, { on = node, files = [], limit }) {
  const absent = files.filter((file) => !existsSync(path.join(root, file)));
  if (absent.length > 0) throw new Error(`${absent.join(', ')}: no such file.`);
  const report = path.join(resultsDir, `${name}.json`);
  await rm(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code, problem } = await inRoot(on, [bin('vitest'), 'run', ...files, ...reporters], { timeoutMs: limit });
  if (problem) console.error(problem);
  const counts = existsSync(report) ? JSON.parse(await readFile(report, 'utf8')) : undefined;
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = counts ?? {};
  return honest({ passed, failed }, code);
}

/** The server on a Node that is not ours, where there is one. */
const onNode = (major) => async () => {
  if (hasNodes) return vitest(`node-${major}`, { on: await installNode(major), files: OVER_STDIO, limit: minutes(4) });
  console.log(`Left out: npm has no Node ${major} for ${process.platform}-${process.arch}.`);
  return { passed: 0, failed: 0 };
};

/** A suite of test/e2e: its own file says what happened, see verdict.mjs. */
const suite = (name, limit) => async () => {
  await clearVerdict(name);
  const { code, problem } = await inRoot(node, [`scripts/vscode/run-${name}.mjs`], { timeoutMs: limit });
  if (problem) console.error(problem);
  return honest(await readVerdict(name), code);
};

/** No failed test, yet a bad end, a file that could not be loaded, or no test at all: a failure all the same. */
function honest({ passed, failed }, code) {
  const unexplained = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: unexplained ? 1 : failed };
}

async function measured(name, work) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const counts = await work().catch((error) => {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`── ${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  return { name, ...counts };
}

const setUp = (work) => async () => {
  await work();
  return { passed: 0, failed: 0 };
};

/** Fetched while the unit tests run. What goes wrong with it is said in its turn. */
let editor;
function fetchEditor() {
  editor = Promise.all([ensureChromium(), installVSCode()]);
  editor.catch(() => {});
}

const PARTS = [
  ['packages', setUp(ensurePackages)],
  ['build', check(node, ['esbuild.mjs'])],
  ['types', check(bin('tsc'), ['--noEmit'])],
  ['lint', check(bin('biome'), ['check', '.'])],
  [
    'unit tests',
    () => {
      fetchEditor();
      return vitest('unit', { limit: minutes(15) });
    },
  ],
  ...otherMajors.map((major) => [`server on Node ${major}`, onNode(major)]),
  ['editor', setUp(() => editor)],
  ['in the extension host', suite('host', minutes(8))],
  ['at the start of the editor', suite('startup', minutes(3))],
  ['beside another extension', suite('beside', minutes(3))],
  ['in the workbench', suite('ui', minutes(12))],
];

const results = [];
for (const [name, work] of PARTS) results.push(await measured(name, work));

const sum = (key) => results.reduce((total, counts) => total + counts[key], 0);
const broken = results.filter(({ failed }) => failed > 0).map(({ name }) => name);
if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = broken.length > 0 ? 1 : 0;
