/** Stages to add to a rollout. They do as one that is there does, and differ in their share. */

import type { PlanEdit, Skeleton } from '../model/edit.ts';
import { descend } from '../model/located.ts';
import { formatPercent, isId } from '../model/notation.ts';
import type { Plan } from '../model/plan/plan.ts';
import { entryOf, idOf } from '../model/plan/view.ts';
import { freeId } from './free-id.ts';
import { lacks } from './missing.ts';
import type { StageView } from './views.ts';

/** What holds for one stage alone, and would be inherited: a command with its share in it, its days, its tick. */
const OF_ONE_STAGE = ['run', 'starts', 'ends', 'done', 'ticket', 'audience', 'regions'];

/** Edits that put stages with these shares in front of a stage, or at the end; nothing where none of them could do as `like` does. `more`: for the last of them. */
export function addStages(
  weights: readonly number[],
  like: StageView,
  before: StageView | undefined,
  plan: Plan,
  more: { readonly [key: string]: Skeleton } = {},
): readonly PlanEdit[] {
  const list = descend(plan.document.root, ['rollout', 'stages']);
  const id = like.id?.value;
  if (list?.kind !== 'list' || id === undefined || !isId(id) || weights.length === 0) return [];
  if (OF_ONE_STAGE.some((key) => entryOf(like, key) !== undefined)) return [];
  const at = before && plan.view.rollout?.stages?.node.items.indexOf(before.node);
  const taken = takenIds(plan);
  const added = weights.map((weight): PlanEdit => {
    const own = weight === weights.at(-1) ? more : {};
    const value = { id: newStageId(weight, taken), extends: id, weight: formatPercent(weight), ...own };
    return at === undefined || at < 0 ? { kind: 'append', list, value } : { kind: 'append', list, value, at };
  });
  return [...added, ...ofWhat(like, plan)];
}

/** Shares below 100 % ask what they are shares of. */
function ofWhat(like: StageView, plan: Plan): PlanEdit[] {
  const { rollout } = plan.view;
  if (!rollout || !lacks(like, 'unit', plan)) return [];
  return [{ kind: 'set', parent: rollout.node, key: 'unit', value: 'requests' }];
}

function takenIds(plan: Plan): Set<string> {
  const { rollout } = plan.view;
  const lists = [rollout?.stages, rollout?.templates].filter((list) => list !== undefined);
  return new Set(lists.flat().map(idOf));
}

function newStageId(weight: number, taken: Set<string>): string {
  const number = String(weight).replace('.', '-');
  const name = weight === 100 ? 'full' : weight <= 5 && !taken.has('canary') ? 'canary' : `ramp-${number}`;
  const id = freeId(name, taken);
  taken.add(id);
  return id;
}
