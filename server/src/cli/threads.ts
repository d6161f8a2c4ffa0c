/** Many files are judged by several threads, the first of which is the one that asks. */
import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { failureText } from '../util/failure.ts';
import type { Bundle, JudgedFile, Judging, Scope } from './judging.ts';
import { printable } from './printable.ts';

/** A thread has to load and to warm up before it is of use: it does so for this many bytes of files. */
const BYTES_FOR_A_THREAD = 1_000_000;
/** Sent at once: for a single small bundle the way there and back would count, and of many the last thread would be waited for. */
const FILES_AT_ONCE = 4;

export function threadsFor(bytes: number): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(bytes / BYTES_FOR_A_THREAD)));
}

type Judge = (parcel: Parcel) => Promise<readonly JudgedFile[]>;
/** While a thread judges, the next files wait at it: the one that asks is busy judging too, and answers late. */
const ASKED_AT_ONCE = 2;

/** The threads besides the one that asks. They load and start while it looks for files and plans. */
export class Threads {
  private readonly others: readonly Thread[];

  /** `program`: what another thread runs, which calls `serveThread`. */
  constructor(program: string, { threads, files }: { readonly threads: number; readonly files: number }) {
    const most = Math.min(threads, Math.ceil(files / FILES_AT_ONCE));
    this.others = Array.from({ length: Math.max(0, most - 1) }, () => new Thread(program));
  }

  /** In no particular order. Fails as a whole where a thread does. */
  async judge(bundles: readonly Bundle[], judging: Judging, scope: Scope): Promise<JudgedFile[]> {
    const parcels = parcelsOf(bundles);
    const judged: JudgedFile[] = [];
    const work = async (judge: Judge): Promise<void> => {
      for (let parcel = parcels.shift(); parcel; parcel = parcels.shift()) judged.push(...(await judge(parcel)));
    };
    for (const thread of this.others) thread.turnTo(scope);
    try {
      await Promise.all([
        ...this.others.flatMap((thread) =>
          Array.from({ length: ASKED_AT_ONCE }, () => work((parcel) => thread.judge(parcel))),
        ),
        work(async (parcel) => {
          const own = await judging.judgeEach(parcel);
          // With all files read already it would not wait for anything, and the others not be heard.
          await nextTurn();
          return own;
        }),
      ]);
    } finally {
      parcels.length = 0;
    }
    return judged;
  }

  end(): void {
    for (const thread of this.others) thread.end();
  }
}

type Parcel = readonly Bundle[];

function parcelsOf(bundles: readonly Bundle[]): Parcel[] {
  const parcels: Bundle[][] = [];
  for (const bundle of bundles) {
    const last = parcels.at(-1);
    if (last && last.flat().length + bundle.length <= FILES_AT_ONCE) last.push(bundle);
    else parcels.push([bundle]);
  }
  return parcels;
}

interface Asked {
  readonly parcel: Parcel;
  readonly resolve: (judged: readonly JudgedFile[]) => void;
  readonly reject: (error: Error) => void;
}

/** Answers in the order in which it is asked. */
class Thread {
  private readonly asked: Asked[] = [];
  private readonly worker: Worker;
  private ended: string | undefined;

  constructor(program: string) {
    this.worker = new Worker(program)
      .on('message', (judged: readonly JudgedFile[]) => this.asked.shift()?.resolve(judged))
      .on('error', (error) => this.fail(failureText(error)))
      .on('exit', (code) => this.fail(`It ended with code ${code}.`));
  }

  /** Asked first, and once. */
  turnTo(scope: Scope): void {
    this.worker.postMessage(scope);
  }

  judge(parcel: Parcel): Promise<readonly JudgedFile[]> {
    return new Promise((resolve, reject) => {
      this.asked.push({ parcel, resolve, reject });
      if (this.ended === undefined) this.worker.postMessage(parcel);
      else this.fail(this.ended);
    });
  }

  end(): void {
    void this.worker.terminate();
  }

  private fail(why: string): void {
    this.ended ??= why;
    const paths = this.asked[0]?.parcel
      .flat()
      .map(({ path }) => printable(path))
      .join(', ');
    for (const { reject } of this.asked.splice(0))
      reject(new Error(`A thread ended while it checked these files: ${paths}. ${this.ended}`));
  }
}
