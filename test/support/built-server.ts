/** The server as it ships: built from the sources as they are now. */
import { readdirSync, renameSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');
export const SERVER = join(root, 'dist/server.js');
const SOURCES = ['server/src', 'schemas', 'package.json', 'esbuild.mjs'];

let built: Promise<string> | undefined;

/** Path of `dist/server.js`, built anew where a source is newer. */
export function builtServer(): Promise<string> {
  built ??= isFresh() ? Promise.resolve(SERVER) : buildServer();
  return built;
}

async function buildServer(): Promise<string> {
  const { builds } = (await import(pathToFileURL(join(root, 'esbuild.mjs')).href)) as { builds: BuildOptions[] };
  for (const name of ['dist/language-server.js', 'dist/server.js']) {
    const options = builds.find(({ outfile }) => outfile === name);
    if (!options) throw new Error(`esbuild.mjs builds no ${name}`);
    // Other test files may do the same at this moment: whoever is last puts the same bytes there.
    const outfile = join(root, `${name}.${process.pid}`);
    await build({ ...options, absWorkingDir: root, outfile });
    renameSync(outfile, join(root, name));
  }
  return SERVER;
}

function isFresh(): boolean {
  const age = statSync(SERVER, { throwIfNoEntry: false })?.mtimeMs;
  return age !== undefined && SOURCES.every((source) => newest(join(root, source)) < age);
}

function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
