/** Where a plan holds shell commands, and what is known of each place. */

import { isNegated } from '../../analysis/commands/index.ts';
import { declarationsFor } from '../../lint/bundle.ts';
import { planSchema } from '../../lint/missing.ts';
import type { RuleContext } from '../../lint/rule.ts';
import { stagesOf } from '../../lint/stages.ts';
import { backupOf } from '../../lint/step-backup.ts';
import { isBeforeProduction } from '../../lint/step-in-rollout.ts';
import { stepsOf } from '../../lint/steps.ts';
import type { ExampleView, RehearsalView, StageView, StepView } from '../../lint/views.ts';
import type { LocatedNode, ScalarNode } from '../../model/located.ts';
import { collector, NOTHING } from '../../model/plan/gather.ts';
import { gather } from '../../model/plan/plan.ts';
import { once, onceForEach } from '../../model/plan/reads.ts';
import { entryOf } from '../../model/plan/view.ts';
import { type Visit, walk } from '../../model/plan/walk.ts';
import { offsets } from '../../model/source.ts';

export type Place =
  /** A step's way forward, with its place among the steps. */
  | { readonly kind: 'up'; readonly step: StepView; readonly at: number; readonly isDeclared: boolean }
  /** A step's way back, or a step of the rollback. */
  | { readonly kind: 'back'; readonly step?: StepView }
  | { readonly kind: 'restore' }
  | { readonly kind: 'other' };

export interface Shell {
  readonly node: ScalarNode;
  readonly place: Place;
}

const SHELLS = new Set(['sh', 'bash', 'shell', 'console', 'zsh']);

/** Every command that is to be run where it matters. What only runs before production, or is an example, is left out. */
export const shellsIn = once((context: RuleContext): readonly Shell[] => {
  const { plan } = context;
  const places = placesIn(context);
  const harmless = harmlessIn(context);
  const seen = new Set<LocatedNode>();
  return gather(plan, shells).flatMap(({ node, name }) => {
    if (harmless.has(node) || seen.has(node) || isForbidden(node)) return [];
    seen.add(node);
    return [{ node, place: places.get(node) ?? { kind: name === 'restore' ? 'restore' : 'other' } }];
  });
});

function shellsAt({
  node,
  schema,
  name,
}: Visit): readonly { readonly node: ScalarNode; readonly name: string | undefined }[] {
  if (node.kind !== 'scalar' || !schema.fences.some((fence) => SHELLS.has(fence))) return NOTHING;
  return [{ node, name }];
}

const shells = collector(shellsAt);

function placesIn(context: RuleContext): Map<LocatedNode, Place> {
  const places = new Map<LocatedNode, Place>();
  const declared = declarationsFor(context.plan, context.bundle, 'backup');
  for (const [at, step] of stepsOf(context.plan).entries()) {
    const isDeclared = entryOf(step, 'reversible') !== undefined || backupOf(step, declared).kind !== 'missing';
    if (step.up?.command) places.set(step.up.command.node, { kind: 'up', step, at, isDeclared });
    if (step.down?.command) places.set(step.down.command.node, { kind: 'back', step });
  }
  const { rollback } = context.plan.view;
  for (const { run } of rollback?.steps ?? []) if (run) places.set(run.node, { kind: 'back' });
  if (rollback?.restore?.run) places.set(rollback.restore.run.node, { kind: 'restore' });
  return places;
}

/** Examples are no orders; a copy of production may be destroyed. */
const harmlessIn = once(({ plan }: RuleContext): ReadonlySet<LocatedNode> => {
  const { compatibility, rollback } = plan.view;
  const examples = shellsOfExamples(compatibility?.examples ?? []);
  const rehearsals = shellsOfRehearsals(rollback?.rehearsals ?? []);
  return new Set([...examples, ...shellsOfStages(stagesOf(plan)), ...rehearsals].flat());
});

const shellsOfExamples = onceForEach(({ node }: ExampleView) => shellsBelow(node, ['compatibility', 'examples', 0]));
const shellsOfStages = onceForEach((stage: StageView) =>
  isBeforeProduction(stage) ? shellsBelow(stage.node, ['rollout', 'stages', 0]) : [],
);
const shellsOfRehearsals = onceForEach(({ environment, node }: RehearsalView) =>
  environment?.value === 'production' ? [] : shellsBelow(node, ['rollback', 'rehearsals', 0]),
);

function shellsBelow(node: LocatedNode, path: readonly (string | number)[]): readonly LocatedNode[] {
  return Array.from(walk(node, planSchema(path))).flatMap((visit) => shellsAt(visit).map((shell) => shell.node));
}

const NEARBY = 400;

/** "Never run this:" on the line before a block of code. */
function isForbidden({ span: place }: ScalarNode): boolean {
  const { source } = place.segment;
  if (source.syntax !== 'markdown') return false;
  const { start } = offsets(place);
  const lines = source.text.slice(Math.max(0, start - NEARBY), start).split('\n');
  const before = lines.slice(0, -1).findLast((line) => line.trim() !== '' && !/^\s*[`~]{3}/.test(line));
  return before !== undefined && /[:.]\**\s*$/.test(before) && isNegated(before);
}
