/** What VS Code runs as `extensionTestsPath`, inside the extension host. */
import { runSuite } from './mocha.ts';

export function runInHost(folder: string): Promise<void> {
  const { ROLLOUT_PLAN_E2E_RESULT: resultFile, ROLLOUT_PLAN_E2E_GREP: grep } = process.env;
  if (!resultFile) throw new Error('ROLLOUT_PLAN_E2E_RESULT says where the verdict goes; start this with run-*.mjs.');
  return runSuite({ folder, resultFile, timeoutMs: 60_000, grep });
}
