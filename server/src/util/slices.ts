/** Long work in slices, so that a server stays answerable while it thinks. */

export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** A slice is short enough that a keystroke never waits for one. */
const SLICE_MS = 10;

/** Runs a generator to its end, giving way after every slice. Nothing where it was cancelled. */
export async function inSlices<T>(work: Generator<void, T>, cancellation?: Cancellation): Promise<T | undefined> {
  let sliceEnds = performance.now() + SLICE_MS;
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    if (performance.now() < sliceEnds) continue;
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 0);
    });
    if (cancellation?.isCancellationRequested) return undefined;
    sliceEnds = performance.now() + SLICE_MS;
  }
}
