// `npm run pictures`: the pictures of README.md, made anew from what the suite of the workbench sees. Look at them before you commit.
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { build, ensurePackages } from './setup.mjs';
import { root, screenshotsDir } from './vscode/paths.mjs';
import { must } from './vscode/process.mjs';

/** Each picture is a screenshot that a test takes on its way. */
const PICTURES = [
  { name: 'squiggle', screenshot: 'yaml-abort-criteria-2-fixes', test: 'in YAML is squiggled' },
  { name: 'new-plan', screenshot: 'new-plan-3-files', test: 'scaffolds a bundle' },
  { name: 'markdown', screenshot: 'markdown-backup-2-fixes', test: 'fixed and saved: backup' },
  { name: 'editing', screenshot: 'editing-1-suggestions', test: 'suggests the keys' },
];

await ensurePackages();
await build();
for (const { name, screenshot, test } of PICTURES) {
  await must(process.execPath, ['scripts/vscode/run-ui.mjs', '--grep', test], { cwd: root });
  const picture = path.join(root, 'docs/images', `${name}.png`);
  await copyFile(path.join(screenshotsDir, `${screenshot}.png`), picture);
  console.log(picture);
}
