/** A new item of a list, as it stands on lines of its own. */
import type { PlanDocument } from '../../plan-document.ts';
import { type Spot, spotAt } from '../editing/editing.ts';
import type { JsonObject } from '../writing/json.ts';
import { headingItem, isTaskList, itemTexts } from '../writing/write-list.ts';
import type { Owner } from './owners.ts';

/** The list that gets the item, and the heading that it stands under. */
type ListOwner = Pick<Owner, 'path' | 'count'> & { readonly level: number };

/** Under a heading, or as a task. */
export function newItem(value: JsonObject, owner: ListOwner, document: PlanDocument): string | undefined {
  const spot = spotAt(owner.path, { kind: document.kind, document });
  return spot && itemAt(spot, value, owner);
}

function itemAt({ property, shape, place }: Spot, value: JsonObject, { count, level }: ListOwner): string | undefined {
  const { item } = shape;
  if (property && item && isTaskList(place)) return itemTexts(value, property, item, place, true)[0];
  return property && item?.unit && headingItem(value, property, item.unit, place, level + 1, count);
}
