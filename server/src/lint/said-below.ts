/** What the words below a node say, kept by the node: after an edit only what it made anew is read again. */
import { childrenOf, type LocatedNode } from '../model/located.ts';

/** `factsOf`: what one text says, from its words alone. The answer has every fact once. */
export function saidBelow<T>(factsOf: (text: string) => readonly T[]): (node: LocatedNode) => ReadonlySet<T> {
  const known = new WeakMap<LocatedNode, ReadonlySet<T>>();
  const nothing: ReadonlySet<T> = new Set();
  const ask = (node: LocatedNode): ReadonlySet<T> => {
    let said = known.get(node);
    if (!said) {
      said = node.kind === 'scalar' ? new Set(factsOf(node.text)) : together(childrenOf(node).map(ask));
      known.set(node, said.size > 0 ? said : nothing);
    }
    return said;
  };
  return ask;
}

function together<T>(some: readonly ReadonlySet<T>[]): ReadonlySet<T> {
  const [first, ...others] = some.filter(({ size }) => size > 0);
  if (!first || others.length === 0) return first ?? new Set();
  const all = new Set(first);
  for (const one of others) for (const fact of one) all.add(fact);
  return all;
}

/** Whether both have a member in common. */
export function meets<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  for (const member of small) if (large.has(member)) return true;
  return false;
}
