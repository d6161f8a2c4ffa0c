/** What an id refers to. */
import { type DeclaredKind, declarationsFor } from '../../lint/bundle.ts';
import type { Visit } from '../../model/plan/walk.ts';
import type { PlanContext } from '../context.ts';
import type { Place } from '../place.ts';
import { declaredFacts } from './declared.ts';
import type { About } from './index.ts';

export function aboutReference(context: PlanContext, { plan, path, onKey }: Place): About | undefined {
  const visit = path.at(-1);
  const kind = visit && kindOf(visit, path.at(-2));
  if (onKey || visit?.node.kind !== 'scalar' || !kind) return undefined;
  const declared = declarationsFor(plan, context.bundle, kind).get(String(visit.node.value));
  return declared && { span: visit.node.span, text: declaredFacts(context, plan, kind, declared) };
}

/** Where an id is declared, what it stands for is told too: with what is inherited, and what follows from it. */
function kindOf({ schema, name }: Visit, owner: Visit | undefined): DeclaredKind | undefined {
  if (schema.reference) return schema.reference;
  if (name === 'id') return owner?.schema.declares;
  return schema.unit === 'StepBackup' ? 'backup' : undefined;
}
