/** What a plan refers to by id, wherever the schema says that a value is a reference. */
import { isPlaceholder } from '../analysis/placeholders.ts';
import { type LocatedNode, type ScalarNode, saysNone } from '../model/located.ts';
import { collector } from '../model/plan/gather.ts';
import { gather, type Plan } from '../model/plan/plan.ts';
import type { Visit } from '../model/plan/walk.ts';
import type { DeclaredKind } from './bundle.ts';

/** In the order of the text. What could not be read, is still a placeholder or says "none" refers to nothing. */
export function* referencesIn(
  plan: Plan,
  kind: DeclaredKind,
  values: Iterable<Visit> = gather(plan, referring),
): Generator<ScalarNode> {
  for (const { node, schema } of values) if (schema.reference === kind && refers(node)) yield node;
}

function refers(node: LocatedNode): node is ScalarNode {
  if (node.kind !== 'scalar' || node.broken || typeof node.value !== 'string' || node.value === '') return false;
  return !saysNone(node) && !isPlaceholder(node.text);
}

const referring = collector((visit: Visit): readonly Visit[] => {
  return visit.schema.reference ? [visit] : [];
});
