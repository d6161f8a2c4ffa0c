// `npm test`: sets up what a fresh machine lacks, then runs everything, from the build to the tests in a real editor.
// A part that fails does not stop those after it; one that cannot run has failed. The last line counts them all.
// Editors wait more than they work, so two of them run side by side; they are fetched beside the unit tests.
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

/** Its exit code. `aside`: beside another part, so that what it says is kept until it has ended. */
async function program(command, args, { limit, aside }) {
  const { code, output, problem } = await inRoot(command, args, { timeoutMs: limit, capture: aside });
  process.stdout.write(output);
  if (problem) console.error(problem);
  return code;
}

/** A program that passes or fails as a whole, and counts as one. */
const check = (command, args) => async (aside) => {
  const code = await program(command, args, { limit: minutes(2), aside });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
};

/** What the server does over its protocol, whatever Node it runs on. */
const OVER_STDIO = ['handshake', 'hostile', 'pull', 'push', 'robustness'].map((name) => `test/lsp/${name}.test.ts`);

/** Tests of vitest: those in some files, or all. The servers that they start run on the same Node. */
async function vitest(name, { on = node, files = [], limit, aside }) {
  const absent = files.filter((file) => !existsSync(path.join(root, file)));
  if (absent.length > 0) throw new Error(`${absent.join(', ')}: no such file.`);
  const report = path.join(resultsDir, `${name}.json`);
  await rm(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await program(on, [bin('vitest'), 'run', ...files, ...reporters], { limit, aside });
  const counts = existsSync(report) ? JSON.parse(await readFile(report, 'utf8')) : undefined;
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = counts ?? {};
  return honest({ passed, failed }, code);
}

/** The server on a Node that is not ours, where there is one. */
const onNode = (major) => async (aside) => {
  if (hasNodes)
    return vitest(`node-${major}`, { on: await installNode(major), files: OVER_STDIO, limit: minutes(4), aside });
  console.log(`Left out: npm has no Node ${major} for ${process.platform}-${process.arch}.`);
  return { passed: 0, failed: 0 };
};

/** A suite of test/e2e: its own file says what happened, see verdict.mjs. */
const suite = (name, limit) => async (aside) => {
  await clearVerdict(name);
  const code = await program(node, [`scripts/vscode/run-${name}.mjs`], { limit, aside });
  return honest(await readVerdict(name), code);
};

/** No failed test, yet a bad end, a file that could not be loaded, or no test at all: a failure all the same. */
function honest({ passed, failed }, code) {
  const unexplained = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: unexplained ? 1 : failed };
}

async function measured({ name, work }, aside) {
  if (!aside) console.log(`\n── ${name}`);
  const started = Date.now();
  const counts = await work(aside).catch((error) => {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`── ${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  return { name, ...counts };
}

/** One part after the other. */
async function inTurn(parts, aside) {
  const results = [];
  for (const part of parts) results.push(await measured(part, aside));
  return results;
}

const setUp = (work) => async () => {
  await work();
  return { passed: 0, failed: 0 };
};

const ensureEditor = () => Promise.all([ensureChromium(), installVSCode()]);

const part = (name, work) => ({ name, work });

/** One step after the other; of the rows of a step, all at once. */
const STEPS = [
  [[part('packages', setUp(ensurePackages))]],
  [[part('build', check(node, ['esbuild.mjs']))]],
  [
    [
      part('types', check(bin('tsc'), ['--noEmit'])),
      part('lint', check(bin('biome'), ['check', '.'])),
      part('unit tests', (aside) => vitest('unit', { limit: minutes(15), aside })),
      ...otherMajors.map((major) => part(`server on Node ${major}`, onNode(major))),
    ],
    [part('editor', setUp(ensureEditor))],
  ],
  [
    [part('in the workbench', suite('ui', minutes(12)))],
    [
      part('in the extension host', suite('host', minutes(8))),
      part('at the start of the editor', suite('startup', minutes(4))),
      part('beside another extension', suite('beside', minutes(4))),
    ],
  ],
];

const results = [];
for (const rows of STEPS) results.push(...(await Promise.all(rows.map((parts, at) => inTurn(parts, at > 0)))).flat());

const sum = (key) => results.reduce((total, counts) => total + counts[key], 0);
const broken = results.filter(({ failed }) => failed > 0).map(({ name }) => name);
if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = broken.length > 0 ? 1 : 0;
