// Runs test/e2e/ui: a browser drives the workbench, in which the packaged extension is installed.
// `node scripts/vscode/run-ui.mjs [--grep text]`; ROLLOUT_PLAN_VSCODE=newest for the newest VS Code.
import { mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { openPage } from './browser.mjs';
import { compileSuite } from './compile.mjs';
import { installVSCode } from './install.mjs';
import { root, screenshotsDir } from './paths.mjs';
import { createProfile, installVsix, startServer } from './server.mjs';
import { SETTINGS } from './settings.mjs';
import { clearVerdict, concludeSuite, resultFileOf } from './verdict.mjs';
import { packageVsix } from './vsix.mjs';

/** What the suite is told; its type is `UiContext` in test/e2e/ui/context.ts. */
const contextOf = (profile, server, page) => ({
  page,
  origin: new URL(server.url()).origin,
  settings: SETTINGS,
  fixtures: `${root}/test/e2e/fixtures`,
  screenshots: screenshotsDir,
  workspaces: `${profile.dir}/workspaces`,
  settingsFile: profile.settingsFile,
  url: server.url,
  openFile: server.openFile,
});

async function runSuite(grep) {
  const installed = await installVSCode();
  const profile = await createProfile();
  await installVsix(installed, profile, await packageVsix());
  const server = await startServer(installed, profile);
  const { browser, page } = await openPage();
  // The one question that a browser asks: whether to leave what is not saved.
  page.on('dialog', (dialog) => dialog.accept());
  try {
    const suite = createRequire(import.meta.url)(await compileSuite('ui'));
    await suite.run(contextOf(profile, server, page), resultFileOf('ui'), grep);
  } finally {
    await browser.close();
    await server.stop();
  }
}

const { values } = parseArgs({ options: { grep: { type: 'string' } } });
await clearVerdict('ui');
// A test that was not asked for keeps its pictures.
if (!values.grep) await rm(screenshotsDir, { recursive: true, force: true });
await mkdir(screenshotsDir, { recursive: true });
const error = await runSuite(values.grep).then(
  () => undefined,
  (caught) => caught,
);
process.exit(await concludeSuite('ui', error));
