// `npm run mutation -- rules/irreversible analysis/criteria/units.ts`: breaks the sources in many small ways and tells what no test noticed.
// A rule is held to its own test, a part of the analysis to the tests of its folder. Without names, all of rules/ and analysis/: hours.
// The survivors stand in test-results/mutation/, and a line for each file is printed.
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { root } from './vscode/paths.mjs';

const SOURCES = 'server/src';
const RESULTS = path.join(root, 'test-results/mutation');
const names = process.argv.slice(2);
const files = (names.length > 0 ? names : ['rules', 'analysis']).flatMap(filesOf);
const total = { Killed: 0, Timeout: 0, Survived: 0, NoCoverage: 0 };

mkdirSync(RESULTS, { recursive: true });
process.chdir(root);
for (const file of files) {
  process.env.MUTATION_TESTS = testsOf(file);
  const mutants = (await new Stryker(optionsFor(file)).runMutationTest()).filter(({ status }) => status in total);
  for (const { status } of mutants) total[status]++;
  const missed = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  console.log(`${file}: ${mutants.length - missed.length} of ${mutants.length} noticed`);
  writeFileSync(path.join(RESULTS, `${file.replaceAll('/', '.')}.txt`), missed.map(told).join(''));
}
const noticed = total.Killed + total.Timeout;
const all = noticed + total.Survived + total.NoCoverage;
console.log(`\n${noticed} of ${all} noticed (${((100 * noticed) / all).toFixed(1)} %)`, total);

function filesOf(name) {
  const full = path.join(root, SOURCES, name);
  if (!statSync(full).isDirectory()) return [name];
  return readdirSync(full, { recursive: true })
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => path.join(name, file))
    .sort();
}

/** The test of the file itself, else the nearest folder of tests. */
function testsOf(file) {
  const own = path.join('test', file.replace(/\.ts$/, '.test.ts'));
  if (existsSync(path.join(root, own)) && file.startsWith('rules/')) return own;
  let folder = path.dirname(path.join('test', file));
  while (!existsSync(path.join(root, folder))) folder = path.dirname(folder);
  return `${folder}/**/*.test.ts`;
}

function optionsFor(file) {
  return {
    mutate: [path.join(SOURCES, file)],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'vitest.mutation.config.ts', related: false },
    coverageAnalysis: 'perTest',
    // On a busy machine the first run, which breaks nothing, takes its time.
    dryRunTimeoutMinutes: 60,
    // Tables that a module makes when it is loaded: each would need the tests to load everything again.
    ignoreStatic: true,
    // What the type checker refuses needs no test: an empty object, an access without its `?`, an empty string in the place of a word of a
    // union. What is left of strings is texts for people.
    mutator: { excludedMutations: ['ObjectLiteral', 'OptionalChaining', 'StringLiteral'] },
    // Stryker reads it by the programming interface of TypeScript, which our version has not.
    tsconfigFile: 'none',
    ignorePatterns: ['bench', 'dist', 'docs/images', 'test/e2e', 'test-results', '.vscode-test'],
    reporters: [],
    logLevel: 'error',
    concurrency: 2,
  };
}

function told({ fileName, location: { start }, mutatorName, replacement, status }) {
  const place = `${path.relative(root, fileName)}:${start.line}:${start.column}`;
  return `${place} ${mutatorName} (${status}): ${replacement}\n`;
}
