/** What a plan refers to by id, wherever the schema says that a value is a reference. */
import { isPlaceholder } from '../analysis/placeholders.ts';
import { type LocatedNode, type ScalarNode, saysNone } from '../model/located.ts';
import { type Collector, collector } from '../model/plan/gather.ts';
import { gather, type Plan } from '../model/plan/plan.ts';
import type { Visit } from '../model/plan/walk.ts';
import type { DeclaredKind } from './bundle.ts';

/** In the order of the text. What could not be read, is still a placeholder or says "none" refers to nothing. */
export function referencesIn(plan: Plan, kind: DeclaredKind, values?: Iterable<Visit>): readonly ScalarNode[] {
  return values ? Array.from(values).flatMap((visit) => referredAt(visit, kind)) : gather(plan, REFERRING[kind]);
}

function referredAt({ node, schema }: Visit, kind: DeclaredKind): readonly ScalarNode[] {
  return schema.reference === kind && refers(node) ? [node] : [];
}

function refers(node: LocatedNode): node is ScalarNode {
  if (node.kind !== 'scalar' || node.broken || typeof node.value !== 'string' || node.value === '') return false;
  return !saysNone(node) && !isPlaceholder(node.text);
}

const referring = (kind: DeclaredKind) => collector((visit: Visit) => referredAt(visit, kind));
const REFERRING: Readonly<Record<DeclaredKind, Collector<ScalarNode>>> = {
  metric: referring('metric'),
  flag: referring('flag'),
  backup: referring('backup'),
  step: referring('step'),
  stage: referring('stage'),
};
