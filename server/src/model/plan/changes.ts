/** What has become another between two readings of a plan, in the terms in which its views report what is read. */
import { addBit, type Bits, haveCommon } from '../../util/bits.ts';
import type { Entry, LocatedNode, MapNode, ScalarNode } from '../located.ts';
import { isCurrent } from '../source.ts';
import { type Reads, type Slot, WHICH_KEYS } from './reads.ts';
import type { Shape } from './view.ts';

/** What a reading may have looked at and would find another now. */
export type Changes = Bits;

export function changesBetween(before: LocatedNode, after: LocatedNode, shape: Shape): Changes {
  const comparing = new Comparing();
  comparing.compare(before, after, shape, undefined);
  return comparing.changes;
}

/** Whether anything that was read is another now. */
export function concerns(changes: Changes, reads: Reads): boolean {
  return reads.everything || haveCommon(changes, reads.parts);
}

class Comparing {
  readonly changes: Bits = [];

  /** `slot`: the key that the value belongs to. The words of a list's items belong to the key of the list. */
  compare(before: LocatedNode, after: LocatedNode, shape: Shape | undefined, slot: Slot | undefined): void {
    if (before === after) return;
    if (shape) addBit(this.changes, shape.nodes);
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
      if (before.value !== after.value && after.value.kind !== 'scalar') addBit(this.changes, slot.whole);
      this.compare(before.value, after.value, slot.below, slot);
    }
  }

  private changed(slot: Slot | undefined): void {
    if (!slot) return;
    addBit(this.changes, slot.value);
    addBit(this.changes, slot.whole);
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
