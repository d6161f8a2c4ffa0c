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

/** Whether texts hold a word. Of one that was looked through before, only what has changed since is looked at. */
export class WordWatch {
  private readonly seen = new WeakMap<object, { readonly text: string; readonly isThere: boolean }>();

  constructor(private readonly word: string) {}

  /** `owner`: one object for all versions of the text. */
  isIn(text: string, owner: object): boolean {
    const isThere = this.partToLookAt(text, owner).includes(this.word);
    this.seen.set(owner, { text, isThere });
    return isThere;
  }

  private partToLookAt(text: string, owner: object): string {
    const before = this.seen.get(owner);
    if (!before || before.isThere) return text;
    const { prefix, endAfter } = textDelta(before.text, text);
    const around = this.word.length - 1;
    return text.slice(Math.max(prefix - around, 0), endAfter + around);
  }
}
