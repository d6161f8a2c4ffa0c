/** What was made of the items of a list, for the next list: most of it has the same items, at the beginning and at the end. */
export interface MadeList<I, T> {
  readonly items: readonly I[];
  readonly made: readonly T[];
}

/** Makes only what `before` has not made already; of equal places, as they move when something comes or goes between. */
export function madeOf<I, T>(items: readonly I[], before: MadeList<I, T> | undefined, make: (item: I) => T): T[] {
  if (!before) return items.map((item) => make(item));
  const most = Math.min(items.length, before.items.length);
  let start = 0;
  while (start < most && items[start] === before.items[start]) start++;
  const shift = before.items.length - items.length;
  let end = items.length;
  while (end > start && end + shift > start && items[end - 1] === before.items[end - 1 + shift]) end--;
  const made = before.made.slice(0, start);
  for (let at = start; at < end; at++) made.push(make(items[at] as I));
  for (let at = end; at < items.length; at++) made.push(before.made[at + shift] as T);
  return made;
}
