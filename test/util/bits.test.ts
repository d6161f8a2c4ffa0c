/** Sets as bits are the sets that they stand for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBit, addBits, type Bits, haveCommon, newBit } from '../../server/src/util/bits.ts';

/** More than two words of them. */
const known = Array.from({ length: 70 }, () => newBit());
const members = fc.uniqueArray(fc.nat({ max: known.length - 1 }), { maxLength: 8 });

function bitsOf(at: readonly number[]): Bits {
  const bits: Bits = [];
  for (const one of at) addBit(bits, known[one] as (typeof known)[number]);
  return bits;
}

describe('bits', () => {
  it('have something in common where the sets do', () => {
    fc.assert(
      fc.property(members, members, (some, others) => {
        expect(haveCommon(bitsOf(some), bitsOf(others))).toBe(some.some((one) => others.includes(one)));
      }),
    );
  });

  it('join to what both hold', () => {
    fc.assert(
      fc.property(members, members, (some, others) => {
        const joined = bitsOf(some);
        addBits(joined, bitsOf(others));
        const held = known.flatMap((_, at) => (haveCommon(joined, bitsOf([at])) ? [at] : []));
        expect(held).toEqual([...new Set([...some, ...others])].sort((a, b) => a - b));
      }),
    );
  });

  it('are integers of a size that every machine keeps in place', () => {
    expect(bitsOf(known.map((_, at) => at)).every((word) => word >= 0 && word < 2 ** 30)).toBe(true);
  });
});
