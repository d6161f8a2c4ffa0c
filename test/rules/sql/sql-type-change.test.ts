import { testRule } from '../../support/rule-tester.ts';
import { inBoth } from '../../support/sql-plans.ts';

testRule('sql-type-change', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'by a tool that works beside live traffic',
      yaml: `migration:
  steps:
    - { id: a, up: { command: "gh-ost --table=orders --alter='MODIFY COLUMN id bigint NOT NULL' --execute" } }
`,
    },
    {
      name: 'a new column, and one that the plan has made',
      ...inBoth({
        up: 'ALTER TABLE orders ADD COLUMN amount numeric(14,2);\nALTER TABLE orders ALTER COLUMN amount TYPE bigint;',
      }),
    },
    { name: 'most often a longer text', ...inBoth({ up: 'ALTER TABLE orders ALTER COLUMN note TYPE text;' }) },
    {
      name: 'a way that blocks nobody or fails',
      ...inBoth(
        { engine: 'mysql', up: 'ALTER TABLE orders MODIFY note varchar(200), ALGORITHM=INPLACE, LOCK=NONE;' },
        { engine: 'sqlserver', up: 'ALTER TABLE orders ALTER COLUMN id bigint WITH (ONLINE = ON);' },
      ),
    },
    {
      name: 'users are told that the service stops',
      yaml: `migration:
  downtime: 20m
  steps:
    - { id: retype, engine: postgresql, up: { sql: ALTER TABLE orders ALTER COLUMN id TYPE bigint } }
`,
    },
  ],
  faulty: [
    {
      name: 'half typed',
      message: /is changed in place\. The old version/,
      ...inBoth({ up: 'ALTER TABLE orders [|ALTER COLUMN a TYPE|];' }),
    },
    {
      name: 'to a time that knows its zone',
      message: /^The type of "orders\.placed_at" is changed in place, to timestamp\(3\) with time zone\./,
      ...inBoth({ up: 'ALTER TABLE orders [|ALTER COLUMN placed_at TYPE timestamp(3) with time zone|];' }),
    },
    {
      name: 'to a wider number, with a conversion',
      message:
        'The type of "orders.id" is changed in place, to bigint. The old version still writes the old type, a narrower one loses what does not fit, and most changes rewrite the table under a lock: add a column of the new type, fill it, and move the code over.',
      ...inBoth({
        up: 'ALTER TABLE orders [|ALTER COLUMN id TYPE bigint|];\nALTER TABLE orders [|ALTER note TYPE text USING left(note, 20)|];',
      }),
    },
    {
      name: 'in the words of other engines',
      ...inBoth(
        { engine: 'mysql', up: 'ALTER TABLE orders [|MODIFY COLUMN state varchar(20)|];' },
        { engine: 'sqlserver', up: 'ALTER TABLE orders [|ALTER COLUMN id bigint|];' },
        { engine: 'oracle', up: 'ALTER TABLE orders [|MODIFY amount NUMBER(10)|];' },
      ),
    },
  ],
});
