// Installs a pinned VS Code server into .vscode-test/, once: `node scripts/vscode/install.mjs [default|newest]`.
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasNodes, installNode, ownMajor } from '../nodes.mjs';
import { inTemporaryFolder, once, unpack } from './archive.mjs';
import { must } from './process.mjs';
import { requestedTarget, ripgrep, targetOf } from './targets.mjs';

/** Returns the Node binary and the folder that holds `out/server-main.js`. */
export async function installVSCode(name = requestedTarget()) {
  const { archive, version, nodeMajor } = targetOf(name);
  const server = await once(archive, installServer);
  return { node: await nodeFor(version, nodeMajor), vscode: path.join(server, 'lib/vscode'), version };
}

/** Ours when that fits, else a pinned one. */
async function nodeFor(version, major) {
  if (major === ownMajor) return process.execPath;
  if (hasNodes) return installNode(major);
  console.warn(`VS Code ${version} is made for Node ${major}; trying with ${process.version}.`);
  return process.execPath;
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { vscode, version } = await installVSCode(process.argv[2]);
  console.log(`VS Code ${version}: ${vscode}`);
}
