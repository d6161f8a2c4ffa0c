// Builds dist/: the client for VS Code, the language server, the command line. `--watch` rebuilds on change.
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const watch = process.argv.includes('--watch');
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Names stay: whoever reports a failure sends a trace of the calls, and names that are put back while it runs make it slower.
  minifyWhitespace: true,
  minifySyntax: true,
  sourcemap: watch,
  legalComments: 'none',
  metafile: true,
  logLevel: watch ? 'info' : 'warning',
  loader: { '.json': 'json' },
  // Debugging switches of `yaml`: what they print would stand between the messages of the server.
  define: { 'process.env.LOG_TOKENS': 'undefined', 'process.env.LOG_STREAM': 'undefined' },
};
/** A dynamic import of this module stays one, of a bundle of its own beside the one that imports it. */
const apart = (module, bundle) => ({
  name: `${bundle}-apart`,
  setup(build) {
    build.onResolve({ filter: new RegExp(`/${module}$`) }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: `./${bundle}`, external: true } : undefined,
    );
  },
});
const lazy = { ...common, supported: { 'dynamic-import': false } };
const client = { ...lazy, external: ['vscode'] };
// The extension is loaded with every YAML and Markdown file; the client in it, forty times its size, with the first plan.
const clientApart = apart('language-client.ts', 'language-client.js');
// Node keeps what it has compiled of a module only when asked for it before; so whoever asks stands apart from the module.
const serverApart = apart('lsp/stdio.ts', 'language-server.js');
const engineApart = apart('engine.ts', 'check.js');
export const builds = [
  { ...client, entryPoints: ['client/src/extension.ts'], outfile: 'dist/client.js', plugins: [clientApart] },
  { ...client, entryPoints: ['client/src/language-client.ts'], outfile: 'dist/language-client.js' },
  { ...lazy, entryPoints: ['server/src/main-node.ts'], outfile: 'dist/server.js', plugins: [serverApart] },
  { ...common, entryPoints: ['server/src/lsp/stdio.ts'], outfile: 'dist/language-server.js' },
  { ...common, entryPoints: ['server/src/cli/engine.ts'], outfile: 'dist/check.js' },
  {
    ...lazy,
    entryPoints: ['server/src/main-cli.ts'],
    outfile: 'dist/cli.js',
    plugins: [serverApart, engineApart],
    banner: { js: '#!/usr/bin/env node' },
  },
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (watch) {
    for (const options of builds) await (await esbuild.context(options)).watch();
  } else {
    const results = await Promise.all(builds.map((options) => esbuild.build(options)));
    await chmod('dist/cli.js', 0o755);
    await writeFile('dist/THIRD_PARTY_NOTICES.txt', await notices(results.map(({ metafile }) => metafile)));
  }
}

/** The licences of what is bundled ask to be named wherever the bundle goes. */
async function notices(metafiles) {
  const inputs = metafiles.flatMap((metafile) =>
    Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs)),
  );
  const folders = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
  const texts = await Promise.all([...new Set(folders)].sort().map(notice));
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

async function notice(folder) {
  const { name, version, license, author } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file && !license) throw new Error(`${folder} says nothing of its licence`);
  // A few packages name their licence and leave out its text.
  const text = file
    ? await readFile(path.join(folder, file), 'utf8')
    : `${license} licence, by ${author?.name ?? author}`;
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}
