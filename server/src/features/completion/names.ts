/** In which order keys are offered. */
import { properties, type SchemaNode } from '../../model/schema/schema.ts';

/**
 * What a map has no meaning without, what people miss when it is not there, what a usual one says, everything else: each in the
 * schema's order.
 */
export function namesInOrder(schema: SchemaNode): string[] {
  const rank = rankIn(schema);
  return [...properties(schema).keys()].sort((a, b) => rank(a) - rank(b));
}

export function rankIn(schema: SchemaNode): (name: string) => number {
  const usual = schema.snippets.map(({ body }) => body).find((body) => typeof body === 'object') ?? {};
  return (name) => {
    // Says what the file is.
    if (schema.required.includes(name) || name === 'rolloutPlan') return 0;
    if (properties(schema).get(name)?.missing) return 1;
    return name in (usual as object) ? 2 : 3;
  };
}
