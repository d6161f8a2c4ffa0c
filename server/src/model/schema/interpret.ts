/** Units that have no validator compiled: those of the policy, which follow the rules and change with them. */
import { isEmpty, type LocatedNode, type MapNode } from '../located.ts';
import { acceptsNode, itemSchema, properties, propertySchema, type SchemaNode } from './schema.ts';

/** As a compiled validator says it. */
export type ValidatorError = { readonly instancePath: string } & (
  | { readonly keyword: 'additionalProperties'; readonly params: { readonly additionalProperty: string } }
  | { readonly keyword: 'required'; readonly params: { readonly missingProperty: string } }
  | { readonly keyword: 'type' | 'enum' | 'minimum' }
);

/** What is wrong in a map itself, without the units below it. */
export function interpret(map: MapNode, schema: SchemaNode): readonly ValidatorError[] {
  const missing = schema.required.filter((key) => properties(schema).has(key) && !map.entries.has(key));
  return [
    ...missing.map((key) => ({ instancePath: '', keyword: 'required', params: { missingProperty: key } }) as const),
    ...Array.from(map.entries).flatMap(([key, { value }]) => errorsAt(key, value, schema)),
  ];
}

function errorsAt(key: string, value: LocatedNode, schema: SchemaNode): readonly ValidatorError[] {
  const property = propertySchema(schema, key);
  if (!property) {
    const error = { instancePath: '', keyword: 'additionalProperties', params: { additionalProperty: key } } as const;
    return key.startsWith('x-') ? [] : [error];
  }
  if (isEmpty(value) || property.unit || property.notation) return [];
  if (!acceptsNode(property, value)) return [{ instancePath: `/${key}`, keyword: 'type' }];
  const item = itemSchema(property);
  if (!item || item.unit || value.kind !== 'list') return [];
  return value.items.flatMap((below, at) =>
    acceptsNode(item, below) ? [] : [{ instancePath: `/${key}/${at}`, keyword: 'type' }],
  );
}

/** Nothing where a unit that is written as something else than a map may be written so; else the schema that it breaks. */
export function brokenBy(node: LocatedNode, schema: SchemaNode): SchemaNode | undefined {
  const text = schema.text === undefined ? undefined : propertySchema(schema, schema.text);
  const expected = node.kind === 'scalar' && text ? text : schema;
  return acceptsNode(expected, node) ? undefined : expected;
}
