/** The schema as the typed view asks for it: does a node have the type that the generated types promise? */

import { newBit } from '../../util/bits.ts';
import type { DocumentKind } from '../plan-document.ts';
import { acceptsNode, itemSchema, properties, rootSchema, type SchemaNode } from '../schema/schema.ts';
import { newSlot, type Slot } from './reads.ts';
import type { Shape } from './view.ts';

const shapes = new WeakMap<SchemaNode, Shape>();

export function rootShape(kind: DocumentKind): Shape {
  return shapeOf(rootSchema(kind));
}

function shapeOf(schema: SchemaNode): Shape {
  let shape = shapes.get(schema);
  if (!shape) {
    const others = new Map<string, Slot>();
    let slots: ReadonlyMap<string, Slot> | undefined;
    shape = {
      nodes: newBit(),
      accepts: (node) => acceptsNode(schema, node),
      slots: () => {
        slots ??= new Map(Array.from(properties(schema), ([key, below]) => [key, newSlot(key, shapeOf(below))]));
        return slots;
      },
      items: () => below(itemSchema(schema)),
      slotOf: (key) => {
        const slot = shape?.slots().get(key) ?? others.get(key) ?? newSlot(key, undefined);
        if (!slot.below) others.set(key, slot);
        return slot;
      },
      otherSlots: () => others.values(),
    };
    shapes.set(schema, shape);
  }
  return shape;
}

function below(schema: SchemaNode | undefined): Shape | undefined {
  return schema && shapeOf(schema);
}
