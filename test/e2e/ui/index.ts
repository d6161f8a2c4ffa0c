/** Started by scripts/vscode/run-ui.mjs. */
import { runSuite } from '../support/mocha.ts';
import type { UiContext } from './context.ts';

export function run(context: UiContext, resultFile: string, grep?: string): Promise<void> {
  globalThis.rolloutPlanUi = context;
  return runSuite({ folder: __dirname, resultFile, timeoutMs: 120_000, grep });
}
