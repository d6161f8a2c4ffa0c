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

/** By their ids; of several with one id the last. Nobody can wait for a step without one. */
export function stepsById(steps: readonly StepView[]): ReadonlyMap<string, StepView> {
  return new Map(steps.flatMap((step) => (step.id ? [[step.id.value, step] as const] : [])));
}

/** What stands under the id of the step that it waits for. */
export function awaitedBy<T>({ after }: StepView, byId: ReadonlyMap<string, T>): T | undefined {
  const id = after?.step?.value;
  return id === undefined ? undefined : byId.get(id);
}

/** The steps that it waits for, directly or by way of others, nearest first; each once, also where they wait for each other. */
export function* awaitedOnTheWay(step: StepView, byId: ReadonlyMap<string, StepView>): Generator<StepView> {
  const passed = new Set([step]);
  for (let at = awaitedBy(step, byId); at && !passed.has(at); at = awaitedBy(at, byId)) {
    passed.add(at);
    yield at;
  }
}
