/** What has become another between two readings of a plan, in the terms in which its views report what is read. */
import type { Entry, LocatedNode, MapNode, ScalarNode } from '../located.ts';
import { isCurrent } from '../source.ts';
import { type Reads, type Slot, WHICH_KEYS } from './reads.ts';
import type { Shape } from './view.ts';

export interface Changes {
  readonly slots: ReadonlySet<Slot>;
  readonly wholes: ReadonlySet<Slot>;
  readonly nodes: ReadonlySet<Shape>;
}

export function changesBetween(before: LocatedNode, after: LocatedNode, shape: Shape): Changes {
  const comparing = new Comparing();
  comparing.compare(before, after, shape, undefined);
  return comparing;
}

/** Whether anything that was read is another now. */
export function concerns({ slots, wholes, nodes }: Changes, reads: Reads): boolean {
  if (reads.everything) return true;
  for (const slot of slots) if (reads.slots.has(slot) || reads.wholes.has(slot)) return true;
  for (const slot of wholes) if (reads.wholes.has(slot)) return true;
  for (const shape of nodes) if (reads.nodes.has(shape)) return true;
  return false;
}

class Comparing implements Changes {
  readonly slots = new Set<Slot>();
  readonly wholes = new Set<Slot>();
  readonly nodes = new Set<Shape>();

  /** `slot`: the key that the value belongs to. The words of a list's items belong to the key of the list. */
  compare(before: LocatedNode, after: LocatedNode, shape: Shape | undefined, slot: Slot | undefined): void {
    if (before === after) return;
    if (shape) this.nodes.add(shape);
    if (before.kind === 'scalar' && after.kind === 'scalar') {
      if (!saysTheSame(before, after)) this.changed(slot);
    } else if (before.kind === 'list' && after.kind === 'list') {
      const items = shape?.items();
      if (!items || before.items.length !== after.items.length) this.changed(slot);
      else
        for (const [at, item] of after.items.entries())
          this.compare(before.items[at] as LocatedNode, item, items, slot);
    } else if (shape && before.kind === 'map' && after.kind === 'map') {
      if ((before.entries.size === 0) !== (after.entries.size === 0)) this.changed(slot);
      for (const below of shape.slots().values())
        this.compareEntries(before.entries.get(below.key), after.entries.get(below.key), below);
      for (const other of shape.otherSlots())
        if (other.key !== WHICH_KEYS)
          this.compareEntries(before.entries.get(other.key), after.entries.get(other.key), other);
        else if (!isSameKeys(before, after)) this.changed(other);
    } else this.changed(slot);
  }

  private compareEntries(before: Entry | undefined, after: Entry | undefined, slot: Slot): void {
    if (before === after) return;
    if (!before || !after || before.inherited !== after.inherited) this.changed(slot);
    else {
      // Whether words of a single value are others is looked at; of what is larger, anything may be.
      if (before.value !== after.value && after.value.kind !== 'scalar') this.wholes.add(slot);
      this.compare(before.value, after.value, slot.below, slot);
    }
  }

  private changed(slot: Slot | undefined): void {
    if (slot) this.slots.add(slot);
  }
}

function isSameKeys(before: MapNode, after: MapNode): boolean {
  return (
    before.entries.size === after.entries.size && [...before.entries.keys()].every((key) => after.entries.has(key))
  );
}

/** The same words read anew. Where the place of before is still there, they are the same words of another place. */
function saysTheSame(before: ScalarNode, after: ScalarNode): boolean {
  return (
    before.value === after.value &&
    before.text === after.text &&
    before.broken === after.broken &&
    before.span.to - before.span.from === after.span.to - after.span.from &&
    !isCurrent(before.span)
  );
}
