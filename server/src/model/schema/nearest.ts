/** What was probably meant by a word that is not among those that are known. */

/** Letters and digits only, in lower case, so that `abort_criteria`, `Abort criteria` and `abortCriteria` are one word. */
export function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The same without a plural "s", as headings are compared. */
export function bareSingular(text: string): string {
  return bare(text).replace(/s$/, '');
}

const LONGEST = 48;

/** The candidate that needs the fewest changes, where those are few for its length; the first of several. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = bare(text);
  if (wanted === '' || wanted.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = tolerance(wanted.length) + 1;
  for (const candidate of candidates) {
    const word = bare(candidate);
    if (Math.abs(word.length - wanted.length) >= least || negates(wanted, word)) continue;
    const changes = distance(wanted, word, least);
    if (changes < least) {
      least = changes;
      best = candidate;
    }
  }
  return best;
}

/** Short words differ by little from everything. */
function tolerance(length: number): number {
  return length <= 2 ? 0 : length <= 5 ? 1 : length <= 9 ? 2 : 3;
}

/** `irreversible` is near `reversible` and says the opposite. */
function negates(one: string, other: string): boolean {
  const [long, short] = one.length > other.length ? [one, other] : [other, one];
  return long.endsWith(short) && /^(?:un|ir|im|in|il|non|not|no|dis)$/.test(long.slice(0, long.length - short.length));
}

/** Insertions, deletions, substitutions and swaps of neighbours; anything from `limit` on is `limit`. Asked thousands of times for a text that is no plan. */
export function distance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  let cost = b.length;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let smallest = i;
    let diagonal = i - 1;
    cost = i;
    // Rows have a place more than `b` has letters, so that each index below is inside of them.
    for (let j = 1; j <= b.length; j++) {
      const above = last[j] as number;
      const same = a[i - 1] === b[j - 1];
      cost = Math.min(above + 1, cost + 1, same ? diagonal : diagonal + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      row.push(cost);
      smallest = Math.min(smallest, cost);
      diagonal = above;
    }
    if (smallest >= limit) return limit;
    before = last;
    last = row;
  }
  return Math.min(cost, limit);
}
