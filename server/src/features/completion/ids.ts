/** Ids for what is new, and in the place of ids that a skeleton only gives as an example. */
import { signalOf } from '../../analysis/metrics.ts';
import { type DeclaredKind, declarationsFor, declaringLists } from '../../lint/bundle.ts';
import { freeId as firstFree } from '../../lint/free-id.ts';
import { irreversibleSteps } from '../../lint/irreversible.ts';
import { referencesIn } from '../../lint/references.ts';
import { stagesOf } from '../../lint/stages.ts';
import { stepsOf } from '../../lint/steps.ts';
import type { MetricView } from '../../lint/views.ts';
import { itemBefore, type Scene } from './scene.ts';

export function isFree(id: string, kind: DeclaredKind, scene: Scene): boolean {
  return !takenIds(kind, scene).has(id);
}

export function freeId(wanted: string, kind: DeclaredKind, scene: Scene): string {
  return firstFree(wanted, takenIds(kind, scene));
}

function takenIds(kind: DeclaredKind, { plan }: Scene): ReadonlySet<string> {
  const templates = kind === 'stage' ? (plan.view.rollout?.templates ?? []) : [];
  return new Set([...declaringLists(plan, kind), ...templates].flatMap((item) => item.id?.value ?? []));
}

/** What the plan declares that an example most likely stands for; nothing where it declares the example itself, or nothing like it. A step with its name need not be like it. */
export function standIn(
  example: string,
  kind: DeclaredKind,
  taken: ReadonlySet<string>,
  scene: Scene,
): string | undefined {
  const declared = declarationsFor(scene.plan, scene.context.bundle, kind);
  if (kind === 'step' && /^drop-/.test(example)) return stepWithoutReturn(scene);
  if (declared.has(example)) return undefined;
  const free = [...declared.keys()].filter((id) => !taken.has(id));
  switch (kind) {
    case 'metric':
      return free.find((id) => signalIn(id, scene) === signalOf(example));
    case 'stage': {
      const before = itemBefore(stagesOf(scene.plan), scene);
      return before?.extends?.value ?? before?.id?.value;
    }
    case 'step':
      return lastMigration(scene);
    default: {
      const named = new Set(Array.from(referencesIn(scene.plan, kind), ({ text }) => text));
      return free.find((id) => !named.has(id)) ?? free[0];
    }
  }
}

function signalIn(id: string, { plan, context }: Scene): string | undefined {
  const metric = declarationsFor(plan, context.bundle, 'metric').get(id)?.item as MetricView | undefined;
  return metric?.signal?.value ?? signalOf(id);
}

/** A step of which it is true already that it stays: of any other a rollback would say that it loses data. */
export function stepWithoutReturn({ plan, context }: Scene): string | undefined {
  const contracts = stepsOf(plan).filter(({ phase, backup }) => phase?.value === 'contract' && backup);
  const last = irreversibleSteps(plan, context.bundle).at(-1)?.step ?? contracts.at(-1);
  return last?.id?.value;
}

/** The last migrating step before the cursor, else whichever is the last. */
function lastMigration(scene: Scene): string | undefined {
  const steps = stepsOf(scene.plan);
  const last = itemBefore(steps, scene);
  const before = last ? steps.slice(0, steps.indexOf(last) + 1) : steps;
  return (before.findLast(({ phase }) => phase?.value === 'migrate') ?? before.at(-1))?.id?.value;
}
