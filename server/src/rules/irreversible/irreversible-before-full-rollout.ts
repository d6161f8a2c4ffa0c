import * as l10n from '@vscode/l10n';
import { plansAround } from '../../lint/bundle.ts';
import { irreversibleSteps } from '../../lint/irreversible.ts';
import { defineRule, type Finding, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { nameOfStage, stagesOf } from '../../lint/stages.ts';
import { type Listed, lastOf, type Rollout, rolloutAmong } from '../../lint/step-in-rollout.ts';
import { awaitedBy, nameOfStep, stepsById, stepsOf } from '../../lint/steps.ts';
import type { StageView, StepView } from '../../lint/views.ts';
import { entryOf, idOf } from '../../model/plan/view.ts';

/** What cannot be undone waits until everybody has the change, and nobody has to go back. */
export const irreversibleBeforeFullRollout = defineRule({
  id: 'irreversible-before-full-rollout',
  group: 'irreversible',
  severity: 'error',
  fixable: true,
  *check(context) {
    const { plan, bundle } = context;
    const plans = plansAround(plan, bundle);
    const rollout = rolloutAmong(plans);
    const full = rollout.stages[rollout.full];
    if (!full) return;
    const before: Before = { ...rollout, last: full };
    const late = lateSteps(plans.flatMap(stepsOf), rollout);
    for (const { step } of irreversibleSteps(plan, bundle)) if (!late.has(step)) yield* tooEarly(step, before);
    if (rollout.stages === stagesOf(plan)) yield* inStages(context, before);
  },
});

interface Before extends Rollout {
  /** The stage in which everybody has the change. */
  readonly last: StageView;
}

/** Steps that wait for the full rollout, or come after one that does. */
function lateSteps(steps: readonly StepView[], { full, holds }: Rollout): ReadonlySet<StepView> {
  const byId = stepsById(steps);
  const late = new Map<StepView, boolean>();
  for (const step of steps) {
    const passed: StepView[] = [];
    let at: StepView | undefined = step;
    while (at && !late.has(at)) {
      late.set(
        at,
        holds(at).some((held) => held.at >= full),
      );
      passed.push(at);
      at = late.get(at) ? undefined : awaitedBy(at, byId);
    }
    // All that was passed on the way waits as long as where the way ended.
    const end = at ?? passed.at(-1);
    if (end && late.get(end)) for (const one of passed) late.set(one, true);
  }
  return new Set(steps.filter((step) => late.get(step)));
}

/** The step waits for a stage, and that is not the last one. */
function* tooEarly(step: StepView, { holds, last }: Before): Generator<Finding> {
  const held = lastOf(holds(step));
  if (!held) return;
  yield finding(held.node.span, messageFor(nameOfStep(step), `may run after "${nameOfStage(held.stage)}"`, last), [
    {
      title: l10n.t`Wait for "${nameOfStage(last)}"`,
      edits: holds(step).map(({ node }) => ({ kind: 'write', node, value: nameOfStage(last) })),
      preferred: true,
    },
  ]);
}

/** Stages that list such a step, or whose gate opens it. */
function* inStages({ plan, bundle }: RuleContext, { stages, full, listed, last }: Before): Generator<Finding> {
  const around = plansAround(plan, bundle).flatMap((other) => irreversibleSteps(other, bundle));
  const irreversible = new Set(around.map(({ step }) => idOf(step)));
  const inLast = new Map<string, Listed>();
  for (const one of listed) {
    if (!irreversible.has(one.id)) continue;
    if (one.at >= full) inLast.set(one.id, one);
    else
      yield finding(one.node.span, messageFor(one.id, `runs in "${nameOfStage(one.stage)}"`, last), moveTo(one, last));
  }
  for (const [at, stage] of stages.entries()) {
    const opens = gateOf(stage);
    if (!opens || !irreversible.has(opens.value)) continue;
    const how = `is opened by the gate of "${nameOfStage(stage)}"`;
    if (at < full) yield finding(opens.node.span, messageFor(opens.value, how, last));
    const early = inLast.get(opens.value);
    if (early && early.at <= at) yield finding(early.node.span, beforeItsGate(early));
  }
}

function gateOf(stage: StageView) {
  const { gate } = stage;
  return gate && 'opens' in gate && !entryOf(stage, 'gate')?.inherited ? gate.opens : undefined;
}

function messageFor(step: string, how: string, last: StageView): string {
  return l10n.t`The step "${step}" cannot be undone and ${how}, before "${nameOfStage(last)}". Until everybody has the change you may have to go back, and this step takes that away: let it wait for "${nameOfStage(last)}".`;
}

function beforeItsGate({ id, stage }: Listed): string {
  return l10n.t`The step "${id}" cannot be undone and runs in "${nameOfStage(stage)}", whose gate is what opens it. It would be done before anybody has decided: take it out of the stage, or open it by an earlier gate.`;
}

/** From one stage's list to the last one's. */
function moveTo({ node, list, id }: Listed, last: StageView): Fix[] {
  const rest = list.items.filter((item) => item !== node);
  // What is no name of a step would be lost.
  if (!rest.every((item) => item.kind === 'scalar')) return [];
  const value = rest.length > 0 ? rest.map(({ text }) => text) : 'none';
  const left = { kind: 'write', node: list, value } as const;
  return [{ title: l10n.t`Move it to "${nameOfStage(last)}"`, edits: [left, addedTo(last, id)], preferred: true }];
}

function addedTo(stage: StageView, id: string) {
  const parent = stage.node.written ?? stage.node;
  const own = parent.entries.get('steps')?.value;
  if (own?.kind === 'list') return { kind: 'append', list: own, value: id } as const;
  return { kind: 'set', parent, key: 'steps', value: [id] } as const;
}
