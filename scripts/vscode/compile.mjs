// Compiles the e2e suites, which are TypeScript, into .vscode-test/suites/.
import { copyFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { cacheDir, root } from './paths.mjs';

/** Compiles test/e2e/<suite>; returns the path of its index, which exports `run()`. */
export async function compileSuite(suite) {
  const outdir = path.join(cacheDir, 'suites', suite);
  // A test that was renamed must not run on under its old name.
  await rm(outdir, { recursive: true, force: true });
  const sources = path.join(root, 'test/e2e', suite);
  const tests = (await readdir(sources)).filter((name) => name === 'index.ts' || name.endsWith('.e2e.ts'));
  await compile(
    tests.map((name) => path.join(sources, name)),
    outdir,
  );
  return path.join(outdir, 'index.cjs');
}

/** Compiles the extension that stands in for Red Hat's; returns its folder. */
export async function compileStandIn() {
  const outdir = path.join(cacheDir, 'suites/redhat.vscode-yaml');
  const sources = path.join(root, 'test/e2e/beside/stand-in');
  await compile([path.join(sources, 'extension.ts')], outdir);
  await copyFile(path.join(sources, 'package.json'), path.join(outdir, 'package.json'));
  return outdir;
}

const compile = (entryPoints, outdir) =>
  esbuild.build({
    entryPoints,
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    sourcemap: 'inline',
    external: ['vscode', 'mocha', 'playwright-core', 'yaml-language-server'],
    logLevel: 'warning',
  });
