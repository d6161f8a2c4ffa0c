/** What is closed is forgotten: after a thousand documents the heap is what it was. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { ROOT } from '../support/files.ts';

const CYCLES = 1000;
/** Until V8 has compiled what it will: code counts too. */
const WARM_UP = 600;
const PROGRAM = `
import { readFileSync } from 'node:fs';
import { createLanguageService } from './server/src/service.ts';
import { memoryHost } from './test/support/memory-host.ts';
const text = readFileSync('examples/risky/rollout-plan.yaml', 'utf8');
const service = createLanguageService(memoryHost());
async function cycle(at) {
  const uri = \`file:///bundle-\${at}/rollout-plan.yaml\`;
  service.open(uri, 'yaml', 1, text);
  await service.diagnostics(uri);
  service.change(uri, 2, [{ text: text + '# ' + at }]);
  if ((await service.diagnostics(uri)).length === 0) throw new Error('nothing is found');
  service.close(uri);
}
const heap = () => {
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
};
async function main() {
  for (let at = 0; at < ${WARM_UP}; at++) await cycle(at);
  const before = heap();
  for (let at = ${WARM_UP}; at < ${WARM_UP + CYCLES}; at++) await cycle(at);
  console.log(heap() - before);
}
main();
`;

it(`${CYCLES} documents that were opened and closed leave nothing`, { timeout: 240_000 }, async () => {
  const stdin = { contents: PROGRAM, resolveDir: ROOT, loader: 'ts' } as const;
  const { outputFiles } = await build({ stdin, bundle: true, platform: 'node', format: 'cjs', write: false });
  // On the standard input, since it is longer than what a command line takes.
  const running = promisify(execFile)(process.execPath, ['--expose-gc', '-'], { cwd: ROOT });
  running.child.stdin?.end(outputFiles[0]?.text ?? '');
  const { stdout } = await running;
  // Each of them holds about a megabyte while it is open.
  expect(Number(stdout)).toBeLessThan(8 * 1024 * 1024);
});
