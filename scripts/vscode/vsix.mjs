// Packages the extension as it is published, for tests that install what users install.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { cacheDir, root } from './paths.mjs';
import { must } from './process.mjs';

export async function packageVsix() {
  if (!existsSync(path.join(root, 'dist/client.js'))) throw new Error('Nothing is built yet; run `npm run build`.');
  await mkdir(cacheDir, { recursive: true });
  const vsix = path.join(cacheDir, 'rollout-plan.vsix');
  // Everything is bundled into dist/, so no dependency goes into the package.
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  await must(process.execPath, [vsce, 'package', '--no-dependencies', '--out', vsix], { cwd: root });
  return vsix;
}
