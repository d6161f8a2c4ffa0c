/** Started by scripts/vscode/startup.mjs: opens a file, or none, and keeps what the editor's timers then tell. */
import { writeFileSync } from 'node:fs';
import { open, problemsIn } from '../host/editor.ts';
import { extension, loadedBundles } from '../support/loaded.ts';
import { activations, durationOf, startIsOver, startupPage } from '../support/startup.ts';
import { until } from '../support/wait.ts';

export async function run(): Promise<void> {
  const { ROLLOUT_PLAN_FIGURES: file = '', ROLLOUT_PLAN_OPENS: name } = process.env;
  await startIsOver();
  if (name) {
    const document = await open(name);
    await until('the extension', () => extension().isActive);
    if (name === 'rollout-plan.yaml') await until('problems', () => problemsIn(document).length > 0);
  }
  const bundles = loadedBundles();
  const page = await startupPage();
  const all = activations(page);
  const ours = all.find(({ id }) => id === extension().id);
  const others = all
    .filter((each) => each !== ours)
    .reduce((sum, { load, call, finish }) => sum + load + call + finish, 0);
  // The page itself wakes the extension, as all Markdown does: that is not of the start.
  const activated = bundles.length > 0 ? ours : undefined;
  writeFileSync(file, JSON.stringify({ bundles, activated, others, ready: durationOf(page, 'workbench ready') }));
}
