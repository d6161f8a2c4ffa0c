/** Smoke checks to propose: what users do, as commands. */
import type { PlanEdit, Skeleton } from '../../model/edit.ts';
import { slot } from '../../model/edit.ts';
import type { MapNode } from '../../model/located.ts';

const PROPOSED: readonly (readonly [check: string, run: string])[] = [
  ['create one as a user would, and read it again', 'scripts/smoke.sh create'],
  ['read one that is a year old', 'scripts/smoke.sh history'],
  ['a consumer receives one new event', 'scripts/smoke.sh events'],
];

/** Adds so many smoke checks to the validation. */
export function addSmokeChecks(count: number, validation: MapNode): readonly PlanEdit[] {
  const values = PROPOSED.slice(0, count).map(([check, run]): Skeleton => ({ check: slot(check), run: slot(run) }));
  const list = validation.entries.get('smoke')?.value;
  if (list?.kind !== 'list' || list.items.length === 0)
    return [{ kind: 'set', parent: validation, key: 'smoke', value: values }];
  return values.map((value) => ({ kind: 'append', list, value }));
}
