/** Paths in a plan: how an edit's node is found again in a text that other edits have changed. */
import { childrenOf, type LocatedNode, type MapNode } from '../../located.ts';
import { isList, isObject, type Json } from '../writing/json.ts';

export type Path = readonly (string | number)[];

/** The path of a node, by its identity; of a copy that inheritance has made, by the map as it was written. */
export function pathsOf(root: MapNode): (node: LocatedNode) => Path | undefined {
  let paths: Map<LocatedNode, Path> | undefined;
  return (node) => {
    paths ??= collectPaths(root);
    const written = node.kind === 'map' ? node.written : undefined;
    return paths.get(node) ?? (written && paths.get(written));
  };
}

function collectPaths(root: LocatedNode): Map<LocatedNode, Path> {
  const paths = new Map<LocatedNode, Path>([[root, []]]);
  const waiting: LocatedNode[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const path = paths.get(node) as Path;
    const keys = node.kind === 'map' ? [...node.entries.keys()] : node.kind === 'list' ? [...node.items.keys()] : [];
    childrenOf(node).forEach((child, at) => {
      if (paths.has(child)) return;
      paths.set(child, [...path, keys[at] as string | number]);
      waiting.push(child);
    });
  }
  return paths;
}

/** The value with another one at a path. */
export function withValue(json: Json, [first, ...rest]: Path, value: Json): Json {
  if (first === undefined) return value;
  if (isList(json)) {
    const items = [...json];
    items[Number(first)] = withValue(items[Number(first)] ?? null, rest, value);
    return items;
  }
  const object = isObject(json) ? json : {};
  return { ...object, [first]: withValue(object[first] ?? null, rest, value) };
}
