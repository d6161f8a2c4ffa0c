/** In which order keys are offered. */
import { properties, type SchemaNode } from '../../model/schema/schema.ts';

/** What a map has no meaning without, what people miss when it is not there, everything else: each in the schema's order. */
export function namesInOrder(schema: SchemaNode): string[] {
  const rank = ([name, { missing }]: [string, SchemaNode]): number =>
    schema.required.includes(name) ? 0 : missing ? 1 : 2;
  return [...properties(schema)].sort((a, b) => rank(a) - rank(b)).map(([name]) => name);
}
