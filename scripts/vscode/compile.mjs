// Compiles the e2e suites, which are TypeScript, into .vscode-test/suites/.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { cacheDir, root } from './paths.mjs';

/** Compiles test/e2e/<suite>; returns the path of its index, which exports `run()`. */
export async function compileSuite(suite) {
  const outdir = path.join(cacheDir, 'suites', suite);
  // A test that was renamed must not run on under its old name.
  await rm(outdir, { recursive: true, force: true });
  await esbuild.build({
    entryPoints: [path.join(root, 'test/e2e', suite, 'index.ts'), path.join(root, 'test/e2e', suite, '*.e2e.ts')],
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    sourcemap: 'inline',
    external: ['vscode', 'mocha', 'playwright-core'],
    logLevel: 'warning',
  });
  return path.join(outdir, 'index.cjs');
}
