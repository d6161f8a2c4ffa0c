/** A new item of a list, as it stands on lines of its own. */
import type { PlanDocument } from '../../plan-document.ts';
import { spotAt } from '../editing/editing.ts';
import type { JsonObject } from '../writing/json.ts';
import { headingItem, isTaskList, itemTexts } from '../writing/write-list.ts';
import type { Owner } from './owners.ts';

/** Under a heading, or as a task. Nothing where the items of the list are words. */
export function newItem(value: JsonObject, { path, count, level }: Owner, document: PlanDocument): string | undefined {
  const spot = spotAt(path, { kind: document.kind, document });
  const unit = spot?.shape.item?.unit;
  if (!spot?.property || !unit || spot.shape.item?.scalar || level === undefined) return undefined;
  if (isTaskList(spot.place)) return itemTexts(value, spot.property, spot.shape.item, spot.place, true)[0];
  return headingItem(value, spot.property, unit, spot.place, level + 1, count);
}
