/** What the words below a node say, kept by the node: after an edit only what it made anew is read again. */
import { childrenOf, type LocatedNode } from '../model/located.ts';

/** `factsOf`: what one text says, from its words alone. `settled`: where that is among it, nobody asks for more. */
export function saidBelow<T>(
  factsOf: (text: string) => readonly T[],
  settled: T,
): (node: LocatedNode) => ReadonlySet<T> {
  const known = new WeakMap<LocatedNode, ReadonlySet<T>>();
  const nothing: ReadonlySet<T> = new Set();
  const enough: ReadonlySet<T> = new Set([settled]);
  const ask = (node: LocatedNode): ReadonlySet<T> => {
    let said = known.get(node);
    if (!said) {
      said = node.kind === 'scalar' ? new Set(factsOf(node.text)) : askAll(childrenOf(node));
      if (said.size === 0) said = nothing;
      known.set(node, said);
    }
    return said;
  };
  const askAll = (nodes: readonly LocatedNode[]): ReadonlySet<T> => {
    const all = new Set<T>();
    for (const node of nodes) {
      const said = ask(node);
      if (said.has(settled)) return enough;
      for (const fact of said) all.add(fact);
    }
    return all;
  };
  return ask;
}

/** Whether both have a member in common. */
export function meets<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  for (const member of small) if (large.has(member)) return true;
  return false;
}
