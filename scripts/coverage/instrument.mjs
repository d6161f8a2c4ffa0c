// Counts what runs of server/src, in the same way wherever it runs: in vitest (a Vite plugin) and in dist/ (an esbuild plugin). Both count
// the sources as they are written, so that their counts can be added up.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInstrumenter } from 'istanbul-lib-instrument';
import { root } from '../vscode/paths.mjs';

export const COUNTS = path.join(root, 'coverage/counts');
const SOURCES = /[\\/]server[\\/]src[\\/].*\.ts$/;
/** What a script wrote is held by the tests of what it was made from. */
export const isCounted = (file) => SOURCES.test(file) && !/[\\/]generated[\\/]/.test(file);

/** How often each statement ran, and each way of a branch. The places are the same for all, and are not kept with each. */
export function counted() {
  return JSON.stringify(Object.values(globalThis.__coverage__ ?? {}).map(({ path, s, b }) => ({ path, s, b })));
}

/** In a bundle: keeps what was counted when the process ends, and in a thread, which is ended from outside, before each answer. */
export const KEEPER = `{
  const { parentPort, threadId } = require('node:worker_threads');
  const file = ${JSON.stringify(COUNTS)} + '/' + process.pid + '-' + threadId + '.json';
  const keep = () => require('node:fs').writeFileSync(file, (${counted})());
  process.on('exit', keep);
  const post = parentPort?.postMessage.bind(parentPort);
  if (post) parentPort.postMessage = (...answer) => (keep(), post(...answer));
}`;

/** A source that counts, and where its statements and branches stand. */
export function instrument(file) {
  const instrumenter = createInstrumenter({
    coverageVariable: '__coverage__',
    coverageGlobalScope: 'globalThis',
    coverageGlobalScopeFunc: false,
    esModules: true,
    parserPlugins: ['typescript'],
  });
  const code = instrumenter.instrumentSync(readFileSync(file, 'utf8'), file);
  return { code, places: instrumenter.lastFileCoverage() };
}

export const forVite = {
  name: 'counts',
  enforce: 'pre',
  transform: (_code, id) => (isCounted(id) ? { code: instrument(id).code, map: null } : undefined),
};

export const forEsbuild = {
  name: 'counts',
  setup(build) {
    build.onLoad({ filter: SOURCES }, ({ path: file }) =>
      isCounted(file) ? { contents: instrument(file).code, loader: 'ts' } : undefined,
    );
  },
};
