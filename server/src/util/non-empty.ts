/** A list that holds at least one item. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** What is made of each item. */
export function mapped<T, U>([first, ...others]: NonEmpty<T>, to: (item: T) => U): NonEmpty<U> {
  return [to(first), ...others.map((item) => to(item))];
}
