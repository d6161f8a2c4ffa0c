// `npm run corpus -- FOLDER`: reads public documents that are no plans. As they are, not a word may be said of them; forced to be read as
// plans, nothing may crash or hang. Prints what was read, how long the slowest took, and how many diagnostics each kind of reading gave.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: npm run corpus -- FOLDER');
  process.exit(2);
}

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:ya?ml|md)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));
let failed = 0;

function check(paths, ...options) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['dist/cli.js', 'check', ...paths, '--format', 'json', ...options],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      timeout: 60_000,
    },
  );
  const ms = Math.round(performance.now() - started);
  if ((status !== 0 && status !== 1) || stderr) {
    failed++;
    console.log(`FAILED ${paths.join(' ')} ${options.join(' ')}: exit ${status} ${stderr.slice(0, 500)}`);
    return { ms, problems: [] };
  }
  return { ms, problems: JSON.parse(stdout).files.flatMap(({ problems }) => problems) };
}

const asTheyAre = check(files);
console.log(`${files.length} files as they are: ${asTheyAre.problems.length} diagnostics, ${asTheyAre.ms} ms`);
if (asTheyAre.problems.length > 0) failed++;

for (const kind of ['compatibility', 'migration', 'rollout', 'rollback', 'validation']) {
  const runs = files.map((file) => ({ file, ...check([file], '--as', kind) }));
  const slowest = runs.reduce((slow, run) => (run.ms > slow.ms ? run : slow));
  const internal = runs.flatMap(({ problems }) => problems).filter(({ rule }) => rule === 'internal-error');
  failed += internal.length;
  const count = runs.reduce((sum, { problems }) => sum + problems.length, 0);
  console.log(
    `read as ${kind}: ${count} diagnostics, ${internal.length} internal errors, slowest ${slowest.ms} ms (${slowest.file})`,
  );
}
console.log(failed === 0 ? 'no crash, no hang, and silence where nothing is ours' : `${failed} findings`);
process.exitCode = failed === 0 ? 0 : 1;
