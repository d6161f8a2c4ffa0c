/** What an id stands for, where it is declared, referred to or mentioned. */
import { declarationsFor } from '../../lint/bundle.ts';
import type { PlanContext } from '../context.ts';
import { idAt } from '../navigation.ts';
import type { Place } from '../place.ts';
import type { About } from './about.ts';
import { declaredFacts } from './declared.ts';

export function aboutId(context: PlanContext, { plan, offset }: Place): About | undefined {
  const id = idAt(context, context.document.positionAt(offset));
  const declared = id && declarationsFor(plan, context.bundle, id.kind).get(id.id);
  return declared && { span: id.span, text: declaredFacts(context, plan, id.kind, declared) };
}
