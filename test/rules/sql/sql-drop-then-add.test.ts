import { testRule } from '../../support/rule-tester.ts';
import { inBoth } from '../../support/sql-plans.ts';

testRule('sql-drop-then-add', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    { name: 'half typed', ...inBoth({ up: 'ALTER TABLE orders DROP COLUMN amount_cents, ADD COLUMN;' }) },
    {
      name: 'what comes is something else',
      ...inBoth({
        up: 'ALTER TABLE orders DROP COLUMN note, ADD COLUMN currency char(3);\nALTER TABLE orders DROP COLUMN a;\nALTER TABLE parts ADD COLUMN a int;',
      }),
    },
    {
      name: 'values are copied, rows are in the table that takes its place',
      ...inBoth(
        {
          up: 'ALTER TABLE orders ADD COLUMN email_address text;\nUPDATE orders SET email_address = email WHERE id < 5000;\nALTER TABLE orders DROP COLUMN email;',
        },
        { up: 'DROP TABLE parts;\nALTER TABLE parts_new RENAME TO parts;' },
        { up: 'DROP TABLE tally;\nCREATE TABLE tally AS SELECT 1 AS a;' },
      ),
    },
    {
      name: 'a script that can be run twice',
      ...inBoth({ up: 'DROP TABLE IF EXISTS scratch;\nCREATE TABLE scratch (a int);' }),
    },
  ],
  faulty: [
    {
      name: 'under the same name',
      message:
        '"amount" is dropped and added again in one step: it looks like a change and loses every value. Add the new one beside the old one, copy the values, and drop the old one in a later release.',
      ...inBoth({
        up: 'ALTER TABLE orders [|DROP COLUMN amount|];\nALTER TABLE orders ADD COLUMN amount numeric(14,2);',
      }),
    },
    {
      name: 'under another name: a rename that loses data',
      message: /^"email" is dropped and "email_address" added in its place in one step/,
      ...inBoth({
        up: 'ALTER TABLE orders ADD COLUMN token text;\nALTER TABLE orders [|DROP COLUMN email|], ADD COLUMN email_address text;',
      }),
    },
    {
      name: 'a table',
      ...inBoth({ up: '[|DROP TABLE orders|];\nCREATE TABLE orders (id bigint);' }),
    },
  ],
});
