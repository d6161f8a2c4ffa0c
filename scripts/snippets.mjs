// `npm run snippets`: snippets/ from the skeletons of the schemas. A test proves it fresh.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';

const outfile = 'node_modules/.cache/snippets-make.cjs';
await build({ entryPoints: ['scripts/snippets-make.ts'], bundle: true, platform: 'node', format: 'cjs', outfile });
const { snippetFiles } = createRequire(import.meta.url)(`../${outfile}`);
mkdirSync('snippets', { recursive: true });
for (const [path, file] of snippetFiles()) writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`);
