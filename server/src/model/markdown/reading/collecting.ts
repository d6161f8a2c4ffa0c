/** A list while it is being read. */
import type { LocatedNode } from '../../located.ts';
import type { ItemShape, Property } from '../grammar/grammar.ts';
import type { Fence, Paragraph } from '../text/blocks.ts';
import { type Context, type Harvest, newHarvest } from './context.ts';

export interface Collecting {
  readonly property: Property;
  readonly item: ItemShape;
  readonly context: Context;
  readonly items: LocatedNode[];
  /** Read only where nothing is listed. */
  readonly paragraphs: Paragraph[];
  readonly fences: Fence[];
  readonly outer: Harvest;
}

export function newCollecting(property: Property, item: ItemShape, context: Context): Collecting {
  return { property, item, context, items: [], paragraphs: [], fences: [], outer: newHarvest() };
}
