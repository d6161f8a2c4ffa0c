// What a suite of test/e2e left behind: read from the file that it writes, never from an exit code alone,
// because VS Code reports 0 when its extension host dies.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { resultsDir } from './paths.mjs';

export const resultFileOf = (suite) => path.join(resultsDir, `e2e-${suite}.json`);

/** Makes sure that the verdict which is read later is of this run. */
export async function clearVerdict(suite) {
  await mkdir(resultsDir, { recursive: true });
  await rm(resultFileOf(suite), { force: true });
}

/** Counts of a suite; one that did not run to its end, or ran nothing, has a failure for that. */
export async function readVerdict(suite) {
  const file = resultFileOf(suite);
  if (!existsSync(file)) return { passed: 0, failed: 1, titles: [], problems: [`the ${suite} suite never started`] };
  const { passed, failed, running, finished } = JSON.parse(await readFile(file, 'utf8'));
  const problems = failed.map(({ title, message }) => `${title}\n${message}`);
  if (!finished) problems.push(`the ${suite} suite ended early${running ? `, in: ${running}` : ''}`);
  else if (passed.length + failed.length === 0) problems.push(`the ${suite} suite ran no test`);
  return { passed: passed.length, failed: problems.length, titles: passed, problems };
}

/** Prints the verdict; the exit code that goes with it. */
export async function concludeSuite(suite, error, { list = false } = {}) {
  const { passed, failed, titles, problems } = await readVerdict(suite);
  for (const title of list ? titles : []) console.log(`  ✔ ${title}`);
  for (const problem of problems) console.error(`\n✖ ${problem}`);
  // A suite that passed in an editor that then failed is not a pass.
  const unexplained = error && failed === 0;
  if (unexplained) console.error(`\n✖ ${error.stack ?? error}`);
  console.log(`\n${suite}: ${passed} passed, ${failed + (unexplained ? 1 : 0)} failed`);
  return failed || unexplained ? 1 : 0;
}
