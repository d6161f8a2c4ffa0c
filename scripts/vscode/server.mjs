// Starts VS Code's server: the workbench for a browser, and the Node extension host behind it.

import { once } from 'node:events';
import { createWriteStream, rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { must, start, stop } from './process.mjs';
import { SETTINGS } from './settings.mjs';

const START_LIMIT_MS = 60_000;

/**
 * A folder of our own for one server: settings, extensions, home and temporary files, away from the user's.
 * It is gone when this process ends, however it ends, unless `keep()` was called.
 */
export async function createProfile({ settings = {} } = {}) {
  // A short path: sockets are made below it, and their names may have 107 characters.
  const dir = await mkdtemp(path.join(tmpdir(), 'rp-'));
  const folders = { data: 'data', extensions: 'extensions', home: 'home', tmp: 'tmp' };
  const profile = Object.fromEntries(Object.entries(folders).map(([key, name]) => [key, path.join(dir, name)]));
  // VS Code 1.100 loads no extension at all when the extensions folder is not there.
  await Promise.all(Object.values(profile).map((folder) => mkdir(folder)));
  const settingsFile = path.join(profile.data, 'data/User/settings.json');
  await mkdir(path.dirname(settingsFile), { recursive: true });
  await writeFile(settingsFile, JSON.stringify({ ...SETTINGS, ...settings }, null, 2));
  const remove = () => rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', remove);
  const keep = () => process.off('exit', remove);
  return { ...profile, dir, settingsFile, log: path.join(dir, 'server.log'), keep };
}

/** Installs a packaged extension the way a user does. */
export async function installVsix(installed, profile, vsix) {
  const output = await must(installed.node, [...serverArgs(installed, profile), '--install-extension', vsix], {
    env: serverEnv(profile),
  });
  if (!/successfully installed/.test(output)) throw new Error(`${vsix} was not installed:\n${output}`);
}

export async function startServer(installed, profile, { port = 0, args = [] } = {}) {
  const listen = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  const quiet = ['--telemetry-level', 'off', '--disable-workspace-trust'];
  const child = start(installed.node, [...serverArgs(installed, profile), ...listen, ...quiet, ...args], {
    env: serverEnv(profile),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(profile.log);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const authority = `127.0.0.1:${await portOf(child, profile.log)}`;
  const remote = (file) => `vscode-remote://${authority}${file}`;
  return {
    /** The address of the workbench, on a folder, on a `.code-workspace` file or empty. The payload is the web's way to pass command line options. */
    url(folder, payload = []) {
      const kind = folder?.endsWith('.code-workspace') ? 'workspace' : 'folder';
      const query = new URLSearchParams(folder ? { [kind]: folder } : { ew: 'true' });
      const options = [...payload, ['skipWelcome', 'true'], ['skipReleaseNotes', 'true']];
      query.set('payload', JSON.stringify(options));
      return `http://${authority}/?${query}`;
    },
    openFile: (file) => ['openFile', remote(file)],
    remote,
    ended: once(child, 'exit'),
    stop: () => stop(child),
  };
}

const serverArgs = ({ vscode }, profile) => [
  path.join(vscode, 'out/server-main.js'),
  '--accept-server-license-terms',
  ...['--server-data-dir', profile.data, '--extensions-dir', profile.extensions],
];

function serverEnv(profile) {
  // Variables of a VS Code that we were started from would be taken for the server's own.
  const foreign = /^(VSCODE_|ELECTRON_|CODE_SERVER|XDG_)/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  // No marketplace: nothing may leave the machine.
  return { ...env, HOME: profile.home, TMPDIR: profile.tmp, EXTENSIONS_GALLERY: '{}' };
}

function portOf(child, logFile) {
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`The VS Code server ${why}; see ${logFile}`));
    const limit = setTimeout(() => fail('did not start'), START_LIMIT_MS);
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (!port) return;
      clearTimeout(limit);
      resolve(Number(port));
    });
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`ended with code ${code}`));
  });
}
