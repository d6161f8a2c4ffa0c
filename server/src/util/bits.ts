/**
 * Sets of things that are few and known: each has a bit of its own, so that joining two sets and asking whether they meet costs a few
 * operations, whatever they hold.
 */

/** Where a thing's bit stands. */
export interface Bit {
  readonly word: number;
  readonly mask: number;
}

/** Words; one that is missing is empty. */
export type Bits = number[];

/** More would not be small integers wherever this runs. */
const BITS_OF_WORD = 30;

let given = 0;

/** A bit that nothing else has. */
export function newBit(): Bit {
  const bit = { word: Math.floor(given / BITS_OF_WORD), mask: 1 << (given % BITS_OF_WORD) };
  given++;
  return bit;
}

export function addBit(bits: Bits, { word, mask }: Bit): void {
  while (bits.length <= word) bits.push(0);
  bits[word] = (bits[word] as number) | mask;
}

export function addBits(bits: Bits, more: Bits): void {
  while (bits.length < more.length) bits.push(0);
  for (let word = 0; word < more.length; word++) bits[word] = (bits[word] as number) | (more[word] as number);
}

export function haveCommon(some: Bits, others: Bits): boolean {
  const words = Math.min(some.length, others.length);
  for (let word = 0; word < words; word++) if (((some[word] as number) & (others[word] as number)) !== 0) return true;
  return false;
}
