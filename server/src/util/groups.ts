/** Puts an item behind the others of its group. */
export function addToGroup<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
  const others = groups.get(key);
  if (others) others.push(item);
  else groups.set(key, [item]);
}
