/**
 * Whatever of the command line needs the engine, in a bundle of its own: the program itself starts without it, Node can keep what it has
 * compiled of it, and further threads of a check run it.
 */
import { isMainThread, parentPort } from 'node:worker_threads';
import { type Bundle, Judging, type Scope } from './judging.ts';

export { check } from './check.ts';
export { listRules } from './rules.ts';

/** The file that this is a part of. */
export const PROGRAM: string = __filename;

if (!isMainThread) serveThread();

/** The first message says what the check is about; each of the others are bundles to judge. */
function serveThread(): void {
  parentPort?.once('message', (scope: Scope) => {
    const judging = new Judging(scope);
    let last = Promise.resolve();
    parentPort?.on('message', (bundles: readonly Bundle[]) => {
      last = last.then(async () => parentPort?.postMessage(await judging.judgeEach(bundles)));
    });
  });
}
