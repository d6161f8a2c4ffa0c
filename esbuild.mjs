// Builds dist/: the client for VS Code, the language server, the command line. `--watch` rebuilds on change.
import { chmod } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const watch = process.argv.includes('--watch');
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  keepNames: true,
  sourcemap: watch,
  legalComments: 'linked',
  logLevel: watch ? 'info' : 'warning',
  loader: { '.json': 'json' },
};
/** The extension is loaded with every YAML and Markdown file; the language client in it, forty times its size, with the first plan. */
const clientApart = {
  name: 'client-apart',
  setup(build) {
    build.onResolve({ filter: /\/language-client\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './language-client.js', external: true } : undefined,
    );
  },
};
const client = { ...common, external: ['vscode'], supported: { 'dynamic-import': false } };
export const builds = [
  { ...client, entryPoints: ['client/src/extension.ts'], outfile: 'dist/client.js', plugins: [clientApart] },
  { ...client, entryPoints: ['client/src/language-client.ts'], outfile: 'dist/language-client.js' },
  { ...common, entryPoints: ['server/src/main-node.ts'], outfile: 'dist/server.js' },
  { ...common, entryPoints: ['server/src/main-cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (watch) {
    for (const options of builds) await (await esbuild.context(options)).watch();
  } else {
    await Promise.all(builds.map((options) => esbuild.build(options)));
    await chmod('dist/cli.js', 0o755);
  }
}
