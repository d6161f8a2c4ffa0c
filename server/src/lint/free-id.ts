/** The id itself, or the first of `id-2`, `id-3`, … that is not taken. */
export function freeId(wanted: string, taken: { has(id: string): boolean }): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  return id;
}
