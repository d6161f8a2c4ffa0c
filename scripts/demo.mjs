// `npm run demo`: the extension at work on the examples, in desktop VS Code, else in a browser (`--browser` chooses it).
// `npm run demo -- --check` looks at it by itself: opens the risky plan, waits for squiggles, keeps a picture.
import { accessSync, constants } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, ensurePackages } from './setup.mjs';
import { installVSCode } from './vscode/install.mjs';
import { root, screenshotsDir } from './vscode/paths.mjs';
import { run } from './vscode/process.mjs';
import { createProfile, installVsix, startServer } from './vscode/server.mjs';
import { packageVsix } from './vscode/vsix.mjs';

const RISKY = 'risky/rollout-plan.yaml';

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    browser: { type: 'boolean', default: false },
    port: { type: 'string', default: '0' },
  },
});

/** A copy of the examples: whatever is tried out on them, the repository stays as it is. */
async function copyExamples(profile) {
  const folder = path.join(profile.dir, 'examples');
  await cp(path.join(root, 'examples'), folder, { recursive: true });
  return folder;
}

/** Desktop VS Code, where there is one and a display to show it on. */
function findDesktop() {
  if (values.check || values.browser) return undefined;
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const places = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name));
  return places.find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function showOnDesktop(code, profile) {
  const examples = await copyExamples(profile);
  console.log(`Opening ${examples} in ${code}; close the window to end.`);
  // A profile of our own, so that no other extension mixes in.
  const ours = [
    `--user-data-dir=${profile.data}`,
    `--extensions-dir=${profile.extensions}`,
    '--disable-workspace-trust',
  ];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = ['--wait', '--new-window', ...ours, ...asRoot, `--extensionDevelopmentPath=${root}`];
  const { code: exit } = await run(code, [...args, examples, path.join(examples, RISKY)], {
    timeoutMs: 2 ** 31 - 1,
    shell: process.platform === 'win32',
  });
  return exit;
}

async function inBrowser(profile, show) {
  const installed = await installVSCode();
  await installVsix(installed, profile, await packageVsix());
  const examples = await copyExamples(profile);
  const server = await startServer(installed, profile, { port: Number(values.port) });
  try {
    return await show(server.url(examples, [server.openFile(path.join(examples, RISKY))]), server);
  } finally {
    await server.stop();
  }
}

async function showAddress(url, server) {
  console.log(`\nRollout Plan is running on a copy of the examples. Open this address:\n\n  ${url}\n\nCtrl-C ends it.`);
  // Ctrl-C is how this is meant to end, not a failure.
  process.prependListener('SIGINT', () => process.exit(0));
  await server.ended;
  console.error('The VS Code server ended by itself.');
  return 1;
}

async function lookAtIt(url) {
  const { openPage } = await import('./vscode/browser.mjs');
  const { browser, page } = await openPage();
  const picture = path.join(screenshotsDir, 'demo.png');
  await mkdir(screenshotsDir, { recursive: true });
  try {
    await page.goto(url);
    page.setDefaultTimeout(60_000);
    await page.locator('.monaco-editor.focused').waitFor();
    await page.keyboard.press('Control+Shift+M');
    // A problem's row in the panel; a click on it brings its line into sight.
    await page.locator('.markers-panel .monaco-list-row[aria-level="2"]').first().click();
    await page.locator('.monaco-editor [class*="squiggly-"]').first().waitFor();
    console.log('The risky plan has squiggles.');
    return 0;
  } catch (error) {
    console.error(`No squiggle was seen: ${error.message}`);
    return 1;
  } finally {
    await page.screenshot({ path: picture });
    console.log(`Picture: ${picture}`);
    await browser.close();
  }
}

await ensurePackages();
await build();
const profile = await createProfile();
const desktop = findDesktop();
const shown = desktop ? showOnDesktop(desktop, profile) : inBrowser(profile, values.check ? lookAtIt : showAddress);
process.exitCode = await shown;
