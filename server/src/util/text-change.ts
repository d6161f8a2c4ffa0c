/** What an edit has left alone, found by comparing the texts: whoever reads a text need not be told how it was edited. */
export interface TextDelta {
  /** Both texts begin with the same code units, this many. */
  readonly prefix: number;
  /** Where the common end begins, in the text before and in the text after. */
  readonly endBefore: number;
  readonly endAfter: number;
}

/** Long runs are compared by the engine's own comparison of strings, which is as fast as memory. */
const RUN = 4096;

export function textDelta(before: string, after: string): TextDelta {
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix + RUN <= shorter && before.slice(prefix, prefix + RUN) === after.slice(prefix, prefix + RUN))
    prefix += RUN;
  while (prefix < shorter && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++;
  const most = shorter - prefix;
  let suffix = 0;
  const [b, a] = [before.length, after.length];
  while (
    suffix + RUN <= most &&
    before.slice(b - suffix - RUN, b - suffix) === after.slice(a - suffix - RUN, a - suffix)
  )
    suffix += RUN;
  while (suffix < most && before.charCodeAt(b - suffix - 1) === after.charCodeAt(a - suffix - 1)) suffix++;
  return { prefix, endBefore: b - suffix, endAfter: a - suffix };
}

/** A copy that shares no memory with the text that it was cut from: a kept piece would otherwise keep the whole of it. */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
