// `npm run snippets`: snippets/ from the skeletons of the schemas. A test proves it fresh.
import { mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: ['scripts/snippets-make.ts'],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  write: false,
});
const made = { exports: {} };
new Function('module', 'exports', 'require', outputFiles[0].text)(
  made,
  made.exports,
  (await import('node:module')).createRequire(import.meta.url),
);
mkdirSync('snippets', { recursive: true });
for (const [path, file] of made.exports.snippetFiles()) writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`);
