// Runs a suite of test/e2e inside a real extension host.
// ROLLOUT_PLAN_VSCODE chooses the VS Code: `default` or `newest` (see targets.mjs), `desktop`, or a path to `code`.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { compileSuite } from './compile.mjs';
import { root } from './paths.mjs';
import { clearVerdict, concludeSuite, resultFileOf } from './verdict.mjs';

const SHIM = fileURLToPath(new URL('./code-shim.mjs', import.meta.url));
const BUILDS_OF_THE_SHIM = [undefined, '', 'default', 'newest'];

async function executable() {
  const asked = process.env.ROLLOUT_PLAN_VSCODE ?? (process.platform === 'linux' ? 'default' : 'desktop');
  if (BUILDS_OF_THE_SHIM.includes(asked)) return SHIM;
  if (asked !== 'desktop') return path.resolve(asked);
  if (process.platform === 'linux' && !process.env.DISPLAY) return fallback('there is no display (try xvfb-run)');
  return downloadAndUnzipVSCode().catch((error) => fallback(error.message));
}

function fallback(why) {
  console.log(`Desktop VS Code cannot be used: ${why}. Running in the workbench of the npm package instead.`);
  return SHIM;
}

/** A copy, because the suite writes; its path has no spaces, which the desktop's command line would need quoted. */
async function freshWorkspace(fixtures) {
  const folder = await mkdtemp(path.join(tmpdir(), 'rp-host-'));
  await cp(path.join(root, 'test/e2e/fixtures', fixtures), folder, { recursive: true });
  return folder;
}

/**
 * Opens an editor, in which ours is there and `others` beside it, on a copy of the `fixtures`, all or one of them, and waits for the end
 * of what `test/e2e/<suite>` exports.
 */
export async function openInHost(suite, { others = [], fixtures = '.', env }) {
  const workspace = await freshWorkspace(fixtures);
  try {
    await runTests({
      vscodeExecutablePath: await executable(),
      extensionDevelopmentPath: [root, ...others],
      extensionTestsPath: await compileSuite(suite),
      extensionTestsEnv: env,
      launchArgs: [workspace, '--disable-extensions'],
    });
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

/** The tests of a suite, those that `--grep` names; the exit code of this process tells how they ended. */
export async function runInHost(suite, options = {}) {
  const { values } = parseArgs({ options: { grep: { type: 'string' } } });
  const env = { ROLLOUT_PLAN_E2E_RESULT: resultFileOf(suite), ROLLOUT_PLAN_E2E_GREP: values.grep ?? '' };
  await clearVerdict(suite);
  const error = await openInHost(suite, { ...options, env }).then(
    () => undefined,
    (caught) => caught,
  );
  // The host has no output of its own that we could have watched.
  process.exitCode = await concludeSuite(suite, error, { list: true });
}
