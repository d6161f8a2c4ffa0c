import { testRule } from '../../support/rule-tester.ts';
import { inBoth } from '../../support/sql-plans.ts';

testRule('sql-add-constraint', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'checked afterwards, made of an index',
      ...inBoth({
        up: 'ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES b (id) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT f;\nALTER TABLE orders ADD CONSTRAINT u UNIQUE USING INDEX orders_u;',
      }),
    },
    {
      name: 'on a new table',
      ...inBoth({ up: 'CREATE TABLE copy (a int);\nALTER TABLE copy ADD CHECK (a > 0);' }),
    },
    {
      name: 'other engines have other forms',
      ...inBoth(
        { engine: 'mysql', up: 'ALTER TABLE orders ADD UNIQUE (a), ADD CHECK (a > 0) NOT ENFORCED;' },
        {
          engine: 'mysql',
          up: 'SET foreign_key_checks = 0;\nALTER TABLE orders ADD FOREIGN KEY (a) REFERENCES b (id);',
        },
        { engine: 'sqlserver', up: 'ALTER TABLE orders WITH NOCHECK ADD CONSTRAINT c CHECK (a > 0);' },
        { engine: 'cockroachdb', up: 'ALTER TABLE orders ADD CONSTRAINT c CHECK (a > 0);' },
      ),
    },
  ],
  faulty: [
    {
      name: 'a foreign key and a check',
      message:
        'The foreign key is checked against every row while SHARE ROW EXCLUSIVE blocks writes. Add it NOT VALID, which takes a moment, and run VALIDATE CONSTRAINT in a later step, which blocks nobody.',
      ...inBoth({
        up: 'ALTER TABLE orders [|ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES b (id)|],\n  [|ADD CHECK (a > 0)|];',
      }),
    },
    {
      name: 'what builds an index',
      message:
        /^The UNIQUE constraint is built while ACCESS EXCLUSIVE blocks reads and writes\. Build the index with CREATE UNIQUE INDEX CONCURRENTLY/,
      ...inBoth({
        up: 'ALTER TABLE orders [|ADD CONSTRAINT u UNIQUE (a)|];\nALTER TABLE orders [|ADD COLUMN b int UNIQUE|];',
      }),
    },
    {
      name: 'a primary key that comes with its column, and what excludes',
      message: /^The primary key is built/,
      ...inBoth({
        up: 'ALTER TABLE orders [|ADD COLUMN b int PRIMARY KEY|];\nALTER TABLE orders [|ADD CONSTRAINT e EXCLUDE USING gist (a WITH =)|];',
      }),
    },
    {
      name: 'an index of SQL Server',
      message: /Add it WITH \(ONLINE = ON\)\.$/,
      ...inBoth({ engine: 'sqlserver', up: 'ALTER TABLE orders [|ADD CONSTRAINT u UNIQUE (a)|];' }),
    },
    {
      name: 'in other engines',
      ...inBoth(
        { engine: 'mysql', up: 'ALTER TABLE orders [|ADD FOREIGN KEY (a) REFERENCES b (id)|], [|ADD CHECK (a > 0)|];' },
        { engine: 'sqlserver', up: 'ALTER TABLE orders [|ADD CONSTRAINT c CHECK (a > 0)|];' },
      ),
    },
  ],
});
