/** Aliases: the same node again, within bounds. */
import * as l10n from '@vscode/l10n';
import { code } from '../../util/code.ts';
import type { LocatedNode } from '../located.ts';
import type { Span } from '../source.ts';
import type { Building, Extent } from './building.ts';
import { MAX_DEPTH } from './depth.ts';
import { brokenNode } from './scalar.ts';

/** More than any plan repeats, and few enough to be walked by everyone who does not know what an alias is. */
const MOST_REPEATED = 20_000;
const SCALAR: Extent = { depth: 1, nodes: 1 };

/** An anchor is known once its node is complete, so an alias inside its own anchor finds nothing: a cycle cannot arise. */
export function aliased(name: string, place: Span, building: Building): LocatedNode {
  const target = building.anchors.get(name);
  if (!target && building.whole?.includes(`&${name}`)) return brokenNode(place);
  if (!target) {
    building.problems.push({
      rule: 'yaml-syntax',
      message: l10n.t`The alias *${name} refers to no anchor before it. Write ${code(`&${name}`)} at the value that it should repeat, or quote the text if it is no alias.`,
      span: place,
      fixes: [{ title: l10n.t`Quote '*${name}'`, edits: [{ span: place, newText: `"*${name}"` }] }],
    });
    return brokenNode(place);
  }
  const { aliases } = building;
  const { depth, nodes } = extentOf(target, building);
  if (depth <= MAX_DEPTH && aliases.repeated + nodes <= MOST_REPEATED) {
    aliases.repeated += nodes;
    return target;
  }
  if (!aliases.told) {
    aliases.told = true;
    const message = l10n.t(
      'The aliases of this file repeat more than any plan holds, so this one and those after it are not followed. Write out what is meant.',
    );
    building.problems.push({ rule: 'yaml-syntax', message, span: place, fixes: [] });
  }
  return brokenNode(place);
}

export function extentOf(node: LocatedNode, { aliases }: Building): Extent {
  return aliases.extent.get(node) ?? SCALAR;
}

/** Of a collection with these nodes in it. */
export function extentAround(below: readonly LocatedNode[], building: Building): Extent {
  let depth = 0;
  let nodes = 1;
  for (const node of below) {
    const extent = extentOf(node, building);
    depth = Math.max(depth, extent.depth);
    nodes += extent.nodes;
  }
  return { depth: depth + 1, nodes };
}
