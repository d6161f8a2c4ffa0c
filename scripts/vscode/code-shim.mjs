#!/usr/bin/env node
// Stands in for the desktop `code` executable, so that @vscode/test-electron's runTests() can start a suite in the
// VS Code of install.mjs where desktop VS Code cannot be downloaded or has no display.
// The exit code is that of the suite; 2 when the extension host died or never answered.
import { symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openPage } from './browser.mjs';
import { installVSCode } from './install.mjs';
import { createProfile, startServer } from './server.mjs';

const LIMIT_MS = Number(process.env.ROLLOUT_PLAN_E2E_LIMIT_MS ?? 300_000);

/** The part of the command line that a test run uses; the rest speaks to Electron or names folders we make ourselves. */
function parse(args) {
  const options = (name) => args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3));
  const folder = args.find((arg) => !arg.startsWith('-'));
  return {
    extensions: options('extensionDevelopmentPath'),
    tests: options('extensionTestsPath')[0],
    folder: folder && path.resolve(folder),
  };
}

/** VS Code calls the two functions when a suite ends and when the host logs something. */
async function runSuite(page, url) {
  const lines = [];
  page.on('console', (message) => lines.push(message.text()));
  const end = new Promise((resolve) => {
    setTimeout(resolve, LIMIT_MS, { code: 2, why: `no answer in ${LIMIT_MS / 1000} s` }).unref();
    page.on('crash', () => resolve({ code: 2, why: 'the page crashed' }));
    page.exposeFunction('codeAutomationLog', () => {});
    page.exposeFunction('codeAutomationExit', (code) => resolve({ code, why: 'the suite ended' }));
  });
  await page.goto(url);
  return { ...(await end), lines };
}

async function keepEvidence(page, profile, { why, lines }) {
  profile.keep();
  await writeFile(path.join(profile.dir, 'console.log'), lines.join('\n'));
  await page.screenshot({ path: path.join(profile.dir, 'screen.png') }).catch(() => {});
  console.error(`code-shim: ${why}; server log, browser console and screen kept in ${profile.dir}`);
}

const {
  extensions: [extension, ...others],
  tests,
  folder,
} = parse(process.argv.slice(2));
const profile = await createProfile();
// The web's way takes a single extension in development; what is beside it is installed.
for (const other of others) await symlink(other, path.join(profile.extensions, path.basename(other)));
const server = await startServer(await installVSCode(), profile, { args: ['--enable-smoke-test-driver'] });
const { browser, page } = await openPage();
const payload = [
  ['extensionDevelopmentPath', server.remote(extension)],
  ['extensionTestsPath', server.remote(tests)],
];
const end = await runSuite(page, server.url(folder, payload));
if (end.code === 2) await keepEvidence(page, profile, end);
await browser.close();
await server.stop();
process.exit(end.code);
