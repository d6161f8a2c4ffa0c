// Pinned npm packages that are programs of their own, unpacked once into .vscode-test/ as they are.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheDir } from './paths.mjs';
import { must } from './process.mjs';

/** Builds a folder beside its place and renames it: what is there is complete, also after Ctrl-C or two runs at once. */
export async function once(archive, build) {
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

export async function inTemporaryFolder(work) {
  await mkdir(cacheDir, { recursive: true });
  const folder = await mkdtemp(path.join(cacheDir, 'partial-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Fetches a package from wherever npm is set up to, and refuses one that is not the one that was pinned. */
export async function unpack({ package: spec, integrity }, folder) {
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
