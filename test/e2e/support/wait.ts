/** Waiting for effects. Nothing in these suites sleeps for a fixed time and hopes. */
const LIMIT_MS = 20_000;
const PAUSE_MS = 50;

/** Asks until the answer is neither undefined nor false; the error says what was waited for, and what was seen last. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  seen: () => unknown = () => undefined,
  limitMs = LIMIT_MS,
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${limitMs / 1000} s in vain for ${what}. ${describe(seen())}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

const describe = (value: unknown): string => (value === undefined ? '' : `Last seen: ${JSON.stringify(value)}`);
