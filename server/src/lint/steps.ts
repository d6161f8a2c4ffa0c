/** Facts about steps that several rules need. */
import type { Plan } from '../model/plan/plan.ts';
import { nameSpan } from '../model/plan/view.ts';
import type { Span } from '../model/source.ts';
import type { StepView } from './views.ts';

export function stepsOf(plan: Plan): readonly StepView[] {
  return plan.view.migration?.steps ?? [];
}

/** How a step is called in a message. */
export function nameOfStep(step: StepView): string {
  return step.id?.value ?? step.title?.toString() ?? 'this step';
}

/** The words that name a step. */
export function placeOfStep(step: StepView): Span {
  return nameSpan(step);
}
