/** The schema as the typed view asks for it: does a node have the type that the generated types promise? */
import type { DocumentKind } from '../plan-document.ts';
import { acceptsNode, itemSchema, propertySchema, rootSchema, type SchemaNode } from '../schema/schema.ts';
import type { Shape } from './view.ts';

const shapes = new WeakMap<SchemaNode, Shape>();

export function rootShape(kind: DocumentKind): Shape {
  return shapeOf(rootSchema(kind));
}

function shapeOf(schema: SchemaNode): Shape {
  let shape = shapes.get(schema);
  if (!shape) {
    shape = {
      accepts: (node) => acceptsNode(schema, node),
      property: (key) => below(propertySchema(schema, key)),
      items: () => below(itemSchema(schema)),
    };
    shapes.set(schema, shape);
  }
  return shape;
}

function below(schema: SchemaNode | undefined): Shape | undefined {
  return schema && shapeOf(schema);
}
