/** What VS Code runs as `extensionTestsPath`, inside the extension host. */
import { runSuite } from '../support/mocha.ts';

export function run(): Promise<void> {
  const { ROLLOUT_PLAN_E2E_RESULT: resultFile, ROLLOUT_PLAN_E2E_GREP: grep } = process.env;
  if (!resultFile)
    throw new Error('ROLLOUT_PLAN_E2E_RESULT says where the verdict goes; start this with run-host.mjs.');
  return runSuite({ folder: __dirname, resultFile, timeoutMs: 60_000, grep });
}
