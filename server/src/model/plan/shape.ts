/** The schema as the typed view asks for it: does a node have the type that the generated types promise? */
import type { LocatedNode } from '../located.ts';
import type { DocumentKind } from '../plan-document.ts';
import { itemSchema, type JsonType, propertySchema, rootSchema, type SchemaNode } from '../schema/schema.ts';
import type { Shape } from './view.ts';

const shapes = new WeakMap<SchemaNode, Shape>();

export function rootShape(kind: DocumentKind): Shape {
  return shapeOf(rootSchema(kind));
}

function shapeOf(schema: SchemaNode): Shape {
  let shape = shapes.get(schema);
  if (!shape) {
    shape = {
      accepts: (node) => accepts(schema, node),
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

/** Whether the node has one of the types, and one of the values where those are listed. Notations are not looked at. */
function accepts(schema: SchemaNode, node: LocatedNode): boolean {
  if (node.kind === 'map') return schema.types.includes('object');
  if (node.kind === 'list') return schema.types.includes('array');
  const { value } = node;
  if (value === null || !schema.types.some((type) => isOfType(type, value))) return false;
  return schema.values.length === 0 || schema.values.some((allowed) => allowed === value);
}

function isOfType(type: JsonType, value: string | number | boolean): boolean {
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}
