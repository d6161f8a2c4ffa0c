// `npm run coverage`: which lines and branches of server/src no test runs, in vitest or in the servers and command lines that it starts.
// `npm run coverage -- test/analysis`: what these tests alone run. What cannot be run in a test says so at its place:
// `/* istanbul ignore next -- reason */`. coverage/gaps.txt names every place; the command fails where a file has more of them than
// scripts/coverage/open.json allows, which `--update` writes anew. Whether the tests pass is not asked here: counting takes time, and some measure it.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import coverage from 'istanbul-lib-coverage';
import { builds } from '../esbuild.mjs';
import { COUNTS, forEsbuild, instrument, isCounted, KEEPER } from './coverage/instrument.mjs';
import { bin, build, inRoot } from './setup.mjs';
import { root } from './vscode/paths.mjs';

const { values, positionals: tests } = parseArgs({ allowPositionals: true, options: { update: { type: 'boolean' } } });
const OPEN = path.join(root, 'scripts/coverage/open.json');
const SOURCES = path.join(root, 'server/src');
const GAPS = path.join(root, 'coverage/gaps.txt');

rmSync(COUNTS, { recursive: true, force: true });
mkdirSync(COUNTS, { recursive: true });
await buildCounting();
const { problem } = await inRoot(
  process.execPath,
  [bin('vitest'), 'run', '--config', 'vitest.coverage.config.ts', ...tests],
  { timeoutMs: 60 * 60_000 },
).finally(build);
if (problem) console.error(problem);

const files = merged();
const gaps = files.map(({ name, file }) => ({ name, lines: missedLines(file), branches: missedBranches(file) }));
writeFileSync(GAPS, gaps.flatMap(told).join('\n'));
printTotals();
if (tests.length === 0) process.exitCode = verdict() ? 0 : 1;

async function buildCounting() {
  const server = builds.filter(({ entryPoints: [entry] }) => entry.startsWith('server/'));
  await Promise.all(
    server.map((options) => {
      const plugins = [...(options.plugins ?? []), forEsbuild];
      const banner = { js: `${options.banner?.js ?? ''}\n${KEEPER}`.trimStart() };
      return esbuild.build({ ...options, plugins, banner });
    }),
  );
}

/** All processes and threads together, over all sources: what nobody loads is missed from its first line. */
function merged() {
  const sources = readdirSync(SOURCES, { recursive: true }).map((name) => path.join(SOURCES, name));
  const map = coverage.createCoverageMap();
  for (const file of sources.filter(isCounted).sort()) map.addFileCoverage(instrument(file).places);
  for (const name of readdirSync(COUNTS)) {
    for (const { path: file, s, b } of JSON.parse(readFileSync(path.join(COUNTS, name), 'utf8'))) {
      const { data } = map.fileCoverageFor(file);
      for (const key in s) data.s[key] += s[key];
      for (const key in b) data.b[key] = data.b[key].map((hits, at) => hits + b[key][at]);
    }
  }
  return map
    .files()
    .map((full) => ({ name: path.relative(root, full).replaceAll('\\', '/'), file: map.fileCoverageFor(full) }));
}

function missedLines(file) {
  return file.getUncoveredLines().map(Number);
}

function missedBranches(file) {
  return Object.entries(file.data.b).flatMap(([key, hits]) => {
    const { type, loc, locations } = file.data.branchMap[key];
    return hits.flatMap((hit, at) => {
      const { start } = locations[at]?.start?.line ? locations[at] : loc;
      return hit > 0 ? [] : [`${start.line}:${start.column + 1} ${type} ${at + 1} of ${hits.length}`];
    });
  });
}

function told({ name, lines, branches }) {
  return [...lines.map((line) => `${name}:${line} line`), ...branches.map((branch) => `${name}:${branch}`)];
}

function printTotals() {
  const layers = grouped(files, layerOf);
  for (const [layer, inside] of [...layers, ['all', files]]) {
    const sum = coverage.createCoverageSummary();
    for (const { file } of inside) sum.merge(file.toSummary());
    const figure = (what) => `${sum[what].pct} % (${sum[what].covered} of ${sum[what].total})`;
    console.log(`${layer.padEnd(10)} lines ${figure('lines')}, branches ${figure('branches')}`);
  }
}

function layerOf({ name }) {
  return /^server\/src\/([^/]+)\//.exec(name)?.[1] ?? 'entries';
}

function grouped(all, keyOf) {
  const groups = new Map();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

/** No file may have more gaps than are known of it. */
function verdict() {
  const found = gaps
    .filter(({ lines, branches }) => lines.length + branches.length > 0)
    .map(({ name, lines, branches }) => [name, { lines: lines.length, branches: branches.length }]);
  if (values.update) writeFileSync(OPEN, `${JSON.stringify(Object.fromEntries(found), null, 2)}\n`);
  const open = JSON.parse(readFileSync(OPEN, 'utf8'));
  const worse = found.filter(([name, { lines, branches }]) => {
    const known = open[name] ?? { lines: 0, branches: 0 };
    return lines > known.lines || branches > known.branches;
  });
  for (const [name] of worse) console.log(`${name} has lines or branches that no test runs, see coverage/gaps.txt`);
  return worse.length === 0;
}
