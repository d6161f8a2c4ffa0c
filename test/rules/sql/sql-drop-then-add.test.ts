import { testRule } from '../../support/rule-tester.ts';
import { inBoth } from '../../support/sql-plans.ts';

testRule('sql-drop-then-add', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    { name: 'half typed', ...inBoth({ up: 'ALTER TABLE orders DROP COLUMN amount_cents, ADD COLUMN;' }) },
    { name: 'half typed before', ...inBoth({ up: 'ALTER TABLE orders DROP COLUMN, ADD COLUMN amount int;' }) },
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
      name: 'a column that the plan has made itself',
      ...inBoth({
        up: 'ALTER TABLE orders ADD COLUMN amount int;\nALTER TABLE orders DROP COLUMN amount;\nALTER TABLE orders ADD COLUMN amount numeric(14,2);',
      }),
    },
    {
      name: 'a column that is computed from now on, under the same name and under another',
      ...inBoth({
        up: 'ALTER TABLE orders DROP COLUMN total, ADD COLUMN total int GENERATED ALWAYS AS (a * b) STORED;\nALTER TABLE parts DROP COLUMN price, ADD COLUMN price_net int GENERATED ALWAYS AS (a * b) STORED;',
      }),
    },
    {
      name: 'two go, or two come: nobody can tell which takes the place of which',
      ...inBoth({
        up: 'ALTER TABLE orders DROP COLUMN email, DROP COLUMN phone, ADD COLUMN email_address text;\nALTER TABLE parts DROP COLUMN email, ADD COLUMN email_address text, ADD COLUMN email_verified boolean;',
      }),
    },
    {
      name: 'names too short to be part of another by intention',
      ...inBoth({
        up: 'ALTER TABLE orders DROP COLUMN no, ADD COLUMN note text;\nALTER TABLE parts DROP COLUMN note, ADD COLUMN no int;',
      }),
    },
    {
      name: 'a table that is emptied, and made where it is not there',
      ...inBoth({ up: 'TRUNCATE scratch;\nCREATE TABLE IF NOT EXISTS scratch (a int);' }),
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
      related: ['ADD COLUMN amount numeric(14,2)'],
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
      name: 'under the same name, and another comes along',
      ...inBoth({
        up: 'ALTER TABLE orders [|DROP COLUMN amount|], ADD COLUMN currency char(3), ADD COLUMN amount numeric(14,2);',
      }),
    },
    {
      name: 'names of which one is a part of the other, in whatever way',
      ...inBoth({
        up: 'ALTER TABLE orders [|DROP COLUMN email_address|], ADD COLUMN email text;\nALTER TABLE parts [|DROP COLUMN amount|], ADD COLUMN total_amount int;\nALTER TABLE bills [|DROP COLUMN total_amount|], ADD COLUMN amount int;',
      }),
    },
    {
      name: 'an engine that is not known',
      yaml: `migration:
  steps:
    - { id: change-amount, up: { sql: "ALTER TABLE orders [|DROP COLUMN amount|]; ALTER TABLE orders ADD COLUMN amount int" } }
`,
    },
    {
      name: 'a table',
      ...inBoth({ up: '[|DROP TABLE orders|];\nCREATE TABLE orders (id bigint);' }),
    },
  ],
});
