/**
 * What is read of a plan while something is made from it. The views report it, so that whoever keeps what was made knows after an edit
 * whether it still holds, and nobody has to declare what a rule depends on.
 */
import { addBit, addBits, type Bit, type Bits, newBit } from '../../util/bits.ts';
import type { Shape } from './view.ts';

/** A key of the objects of one shape, of whichever object. */
export interface Slot {
  readonly key: string;
  /** Nothing where the schema does not know the key. */
  readonly below: Shape | undefined;
  /** That its value was looked at. */
  readonly value: Bit;
  /** That its value was taken with all that is in it. */
  readonly whole: Bit;
}

export function newSlot(key: string, below: Shape | undefined): Slot {
  return { key, below, value: newBit(), whole: newBit() };
}

/** Stands for the keys of an object themselves, whatever their values. */
export const WHICH_KEYS = '*';

export interface Reads {
  /** Values of slots, whole values of slots, and shapes of which whole nodes were taken: anything in those may have been looked at. */
  readonly parts: Bits;
  /** What was gathered from the values of a plan, wherever they stand: it holds as long as the same is gathered. */
  gathered: Map<object, GatheredFacts> | undefined;
  /** The tree, the text or the problems were taken as a whole. */
  everything: boolean;
}

/** `from` is the same object for all readings of one text. */
export interface GatheredFacts {
  readonly from: object;
  readonly facts: readonly unknown[];
}

export function noReads(): Reads {
  return { parts: [], gathered: undefined, everything: false };
}

/** Whose reading it is at the moment; whatever is made is made in one go, so that it is always the innermost one's. */
let current: Reads | undefined;

/** Does something and adds what it reads to `reads`, or to nobody's. */
export function recording<T>(reads: Reads | undefined, make: () => T): T {
  const outer = current;
  current = reads;
  try {
    return make();
  } finally {
    current = outer;
  }
}

/** What was made earlier is used again: its maker's reads are the user's too. */
export function readAgain(reads: Reads): void {
  if (!current) return;
  addBits(current.parts, reads.parts);
  if (reads.gathered) for (const [collect, gathered] of reads.gathered) readGathered(collect, gathered);
  current.everything ||= reads.everything;
}

export function readSlot(slot: Slot): void {
  if (current) addBit(current.parts, slot.value);
}

export function readWhole(slot: Slot): void {
  if (current) addBit(current.parts, slot.whole);
}

export function readNode(shape: Shape): void {
  if (current) addBit(current.parts, shape.nodes);
}

export function readGathered(collect: object, gathered: GatheredFacts): void {
  if (!current) return;
  current.gathered ??= new Map();
  const known = current.gathered.get(collect);
  // Of several plans that are looked at together only one is edited at a time, and nobody knows here which.
  if (known && known.from !== gathered.from) current.everything = true;
  else current.gathered.set(collect, gathered);
}

export function readEverything(): void {
  if (current) current.everything = true;
}

/** Made once for each subject. Whoever asks again has read what its making read. */
export function once<K extends object, T>(make: (subject: K) => T): (subject: K) => T {
  const known = new WeakMap<K, { readonly made: T; readonly reads: Reads }>();
  return (subject) => {
    let one = known.get(subject);
    if (!one) {
      const reads = noReads();
      one = { made: recording(reads, () => make(subject)), reads };
      known.set(subject, one);
    }
    readAgain(one.reads);
    return one.made;
  };
}

/**
 * Made once for each item of a list, of the item and of what is given beside it, and of nothing else: after an edit only items that it
 * has made anew are looked at. Whoever asks has read what any of them was made of.
 */
export function onceForEach<I extends object, G extends readonly unknown[], T>(
  make: (item: I, ...given: G) => T,
): (items: readonly I[], ...given: G) => readonly T[] {
  const known = new WeakMap<I, { readonly given: G; readonly made: T }>();
  const lists = new WeakMap<readonly I[], { readonly given: G; readonly made: readonly T[] }>();
  const reads = noReads();
  const makeOf = (item: I, given: G): T => {
    const one = known.get(item);
    if (one && isSame(one.given, given)) return one.made;
    const made = make(item, ...given);
    known.set(item, { given, made });
    return made;
  };
  return (items, ...given) => {
    let list = lists.get(items);
    if (!list || !isSame(list.given, given)) {
      list = { given, made: recording(reads, () => items.map((item) => makeOf(item, given))) };
      lists.set(items, list);
    }
    readAgain(reads);
    return list.made;
  };
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}
