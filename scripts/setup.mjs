// What every script needs first. Node's own modules only: this runs before anything is installed.
import { lstatSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './vscode/paths.mjs';
import { must, run } from './vscode/process.mjs';

/** Installs the packages when they are absent, or older than the lock file. */
export async function ensurePackages() {
  const [major] = process.versions.node.split('.');
  if (Number(major) < 20) throw new Error(`Node 20 or newer is needed; this is ${process.version}.`);
  if (packagesAreFresh()) return;
  console.log('Installing packages …');
  await must('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: root });
}

function packagesAreFresh() {
  const folder = path.join(root, 'node_modules');
  // A link, as in a second work tree: what it points to is somebody else's, and npm would empty it.
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return true;
  // npm writes this file last.
  const installed = statSync(path.join(folder, '.package-lock.json'), { throwIfNoEntry: false });
  const lock = statSync(path.join(root, 'package-lock.json'));
  return installed !== undefined && installed.mtimeMs >= lock.mtimeMs;
}

export const build = () => must(process.execPath, ['esbuild.mjs'], { cwd: root });

/** A program of one of our packages. */
export const bin = (name) => path.join(root, 'node_modules/.bin', name);

export const inRoot = (command, args, options) => run(command, args, { cwd: root, ...options });
