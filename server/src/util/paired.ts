/** What stands at the same places of two lists, as far as the shorter one goes. */
export function* paired<A, B>(one: Iterable<A>, other: Iterable<B>): Generator<readonly [A, B]> {
  const others = other[Symbol.iterator]();
  for (const item of one) {
    const next = others.next();
    if (next.done) return;
    yield [item, next.value];
  }
}
