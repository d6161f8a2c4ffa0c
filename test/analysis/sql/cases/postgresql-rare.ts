/** Statements and spellings that migrations seldom hold, and such as are not yet written to their end. */
import type { Case } from './case.ts';

export const POSTGRESQL_RARE: readonly Case[] = [
  ['SELECT a INTO', ['select'], []],
  ['REFRESH', ['unknown'], []],
  ['UPDATE orders SET = 1 WHERE id = 1', ['update orders hasWhere'], []],
  ['ALTER TYPE mood ADD VALUE', ['enum-add object:mood'], ['irreversible']],
  [
    'ALTER TABLE orders ADD check int',
    ['add-column orders.check type=int'],
    ['locks ACCESS EXCLUSIVE reads-and-writes moment'],
  ],
  [
    'ALTER TABLE orders ADD CONSTRAINT u UNIQUE (a) USING INDEX TABLESPACE fast',
    ['add-constraint orders constraint:u constraintKind=unique'],
    ['locks ACCESS EXCLUSIVE reads-and-writes work'],
  ],
  [
    'ALTER TABLE orders ADD FOREIGN KEY (a) REFERENCES',
    ['add-constraint orders constraintKind=foreign-key'],
    ['locks SHARE ROW EXCLUSIVE writes work'],
  ],
];
