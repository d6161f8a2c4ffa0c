import { plansAround } from '../../lint/bundle.ts';
import { irreversibleSteps } from '../../lint/irreversible.ts';
import { defineRule, type Finding, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { nameOfStage } from '../../lint/stages.ts';
import { fullStageAt, heldUntil, type Listed, listedIn, stagesAmong } from '../../lint/step-in-rollout.ts';
import { nameOfStep, stepsOf } from '../../lint/steps.ts';
import type { StageView, StepView } from '../../lint/views.ts';
import type { Skeleton } from '../../model/edit.ts';
import type { ListNode, ScalarNode } from '../../model/located.ts';

/** What cannot be undone waits until everybody has the change, and nobody has to go back. */
export const irreversibleBeforeFullRollout = defineRule({
  id: 'irreversible-before-full-rollout',
  group: 'irreversible',
  severity: 'error',
  fixable: true,
  *check(context) {
    const { plan, bundle } = context;
    const plans = plansAround(plan, bundle);
    const stages = stagesAmong(plans);
    const full = fullStageAt(stages);
    const last = stages[full];
    if (!last) return;
    const before: Before = { stages, full, last };
    const steps = new Map(plans.flatMap(stepsOf).map((step) => [step.id?.value, step]));
    for (const { step } of irreversibleSteps(plan, bundle)) yield* tooEarly(step, steps, before);
    if (stages === plan.view.rollout?.stages) yield* inStages(context, before);
  },
});

interface Before {
  readonly stages: readonly StageView[];
  readonly full: number;
  readonly last: StageView;
}

/** The step waits for a stage that is not the last one, and nothing before it waits for longer. */
function* tooEarly(
  step: StepView,
  steps: ReadonlyMap<string | undefined, StepView>,
  before: Before,
): Generator<Finding> {
  const held = heldUntil(step, before.stages);
  if (!held || held.at >= before.full || waitsLonger(step, steps, before)) return;
  yield finding(held.node.span, messageFor(nameOfStep(step), `may run after "${nameOfStage(held.stage)}"`, before), [
    {
      title: `Wait for "${nameOfStage(before.last)}"`,
      edits: waits(step, before).map((node) => ({ kind: 'write', node, value: nameOfStage(before.last) })),
      preferred: true,
    },
  ]);
}

function waits({ stage, after }: StepView, { stages, full }: Before): ScalarNode[] {
  return [stage, after?.stage].flatMap((name) => {
    const at = name ? stages.findIndex((one) => one.id?.value === name.value) : -1;
    return name && at >= 0 && at < full ? [name.node] : [];
  });
}

function waitsLonger(
  step: StepView,
  steps: ReadonlyMap<string | undefined, StepView>,
  { stages, full }: Before,
): boolean {
  const passed = new Set<StepView>();
  for (let at: StepView | undefined = step; at && !passed.has(at); at = steps.get(at.after?.step?.value ?? '')) {
    passed.add(at);
    if ((heldUntil(at, stages)?.at ?? -1) >= full) return true;
  }
  return false;
}

/** Stages that list such a step, or whose gate opens it. */
function* inStages({ plan, bundle }: RuleContext, before: Before): Generator<Finding> {
  const irreversible = new Set(
    plansAround(plan, bundle)
      .flatMap((other) => irreversibleSteps(other, bundle))
      .map(({ step }) => step.id?.value ?? ''),
  );
  const listed = listedIn(before.stages);
  for (const one of listed)
    if (one.at < before.full && irreversible.has(one.id))
      yield finding(
        one.node.span,
        messageFor(one.id, `runs in "${nameOfStage(one.stage)}"`, before),
        [moveTo(one, before)].flat(),
      );
  for (const [at, stage] of before.stages.entries()) {
    const opens = gateOf(stage);
    if (!opens || !irreversible.has(opens.value)) continue;
    const how = `is opened by the gate of "${nameOfStage(stage)}"`;
    if (at < before.full) yield finding(opens.node.span, messageFor(opens.value, how, before));
    const early = listed.find((one) => one.id === opens.value && one.at >= before.full && one.at <= at);
    if (early) yield finding(early.node.span, beforeItsGate(early));
  }
}

function gateOf({ gate, node }: StageView) {
  return gate && 'opens' in gate && !node.entries.get('gate')?.inherited ? gate.opens : undefined;
}

function messageFor(step: string, how: string, { last }: Before): string {
  return `The step "${step}" cannot be undone and ${how}, before "${nameOfStage(last)}". Until everybody has the change you may have to go back, and this step takes that away: let it wait for "${nameOfStage(last)}".`;
}

function beforeItsGate({ id, stage }: Listed): string {
  return `The step "${id}" cannot be undone and runs in "${nameOfStage(stage)}", whose gate is what opens it. It would be done before anybody has decided: take it out of the stage, or open it by an earlier gate.`;
}

/** From one stage's list to the last one's. */
function moveTo({ node, stage, id }: Listed, { last }: Before): Fix[] {
  const list = stage.steps?.node;
  if (!list) return [];
  const rest = list.items.flatMap((item): Skeleton[] => (item !== node && item.kind === 'scalar' ? [item.text] : []));
  const left = { kind: 'write', node: list, value: rest.length > 0 ? rest : 'none' } as const;
  return [{ title: `Move it to "${nameOfStage(last)}"`, edits: [left, addedTo(last, id)], preferred: true }];
}

function addedTo(stage: StageView, id: string) {
  const parent = stage.node.written ?? stage.node;
  const own = parent.entries.get('steps')?.value;
  if (own?.kind === 'list' && own.items.length > 0)
    return { kind: 'append', list: own as ListNode, value: id } as const;
  return { kind: 'set', parent, key: 'steps', value: [id] } as const;
}
