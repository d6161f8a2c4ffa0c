/** Many files are judged by several threads, the first of which is the one that asks. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { failureText } from '../util/failure.ts';
import type { CheckFile } from './collect.ts';
import type { JudgedFile, Judging, Scope } from './judging.ts';
import { printable } from './printable.ts';

/** A thread has to load and to warm up before it is of use: it does so for this many bytes of files. */
const BYTES_FOR_A_THREAD = 1_000_000;
/** Sent at once: for a single small bundle the way there and back would count. */
const FILES_AT_ONCE = 16;

export function threadsFor(bytes: number): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(bytes / BYTES_FOR_A_THREAD)));
}

type Judge = (files: readonly CheckFile[]) => Promise<readonly JudgedFile[]>;

/** In no particular order. Fails as a whole where a thread does. `program`: what another thread runs, which calls `serveThread`. */
export async function judgeInThreads(
  bundles: readonly (readonly CheckFile[])[],
  own: Judging,
  { threads, scope, program }: { readonly threads: number; readonly scope: Scope; readonly program: string },
): Promise<JudgedFile[]> {
  const parcels = parcelsOf(bundles);
  const judged: JudgedFile[] = [];
  const workers = Array.from({ length: Math.min(threads, parcels.length) - 1 }, () => {
    return new Worker(program, { workerData: scope });
  });
  const work = async (judge: Judge): Promise<void> => {
    for (let parcel = parcels.shift(); parcel; parcel = parcels.shift()) judged.push(...(await judge(parcel)));
  };
  try {
    await Promise.all([
      ...workers.map((worker) => work((files) => ask(worker, files))),
      work((files) => own.judgeTogether(files)),
    ]);
  } finally {
    parcels.length = 0;
    for (const worker of workers) void worker.terminate();
  }
  return judged;
}

/** Bundles are kept whole. */
function parcelsOf(bundles: readonly (readonly CheckFile[])[]): CheckFile[][] {
  const parcels: CheckFile[][] = [];
  for (const bundle of bundles) {
    const last = parcels.at(-1);
    if (last && last.length + bundle.length <= FILES_AT_ONCE) last.push(...bundle);
    else parcels.push([...bundle]);
  }
  return parcels;
}

function ask(worker: Worker, files: readonly CheckFile[]): Promise<readonly JudgedFile[]> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      const paths = files.map(({ path }) => printable(path)).join(', ');
      reject(new Error(`A thread ended while it checked these files: ${paths}. ${why}`));
    };
    const died = (code: number): void => fail(`It ended with code ${code}.`);
    const failed = (error: Error): void => fail(failureText(error));
    const answered = (judged: readonly JudgedFile[]): void => {
      worker.off('exit', died).off('error', failed);
      resolve(judged);
    };
    worker.once('message', answered).once('error', failed).once('exit', died).postMessage(files);
  });
}
