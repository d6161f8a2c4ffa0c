import { testRule } from '../../support/rule-tester.ts';
import { inBoth } from '../../support/sql-plans.ts';

testRule('sql-enum-add', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'the step says that it stays',
      ...inBoth({
        up: "ALTER TYPE mood ADD VALUE 'calm';",
        yaml: 'reversible: false',
        markdown: '- Reversible: no',
      }),
    },
    {
      name: 'the rollback says it',
      yaml: `migration:
  steps:
    - { id: add-calm, engine: postgresql, up: { sql: "ALTER TYPE mood ADD VALUE 'calm'" } }
rollback:
  notReverted:
    - { step: add-calm, why: nobody is harmed by a value that is not used }
`,
    },
    {
      name: 'a type of the plan',
      ...inBoth({ up: "CREATE TYPE mood AS ENUM ('sad');\nALTER TYPE mood ADD VALUE 'calm';" }),
    },
  ],
  faulty: [
    {
      name: 'nothing says that it stays',
      message:
        'The new value of "mood" cannot be taken back: no statement removes a value of an enum, and the old version meets rows that hold one it does not know. Say under `notReverted` that it stays, and write it only when every version can read it.',
      ...inBoth({ up: "[|ALTER TYPE mood ADD VALUE 'calm'|];" }),
    },
    {
      name: 'the rollback tells of others, and of something without a name',
      yaml: `migration:
  steps:
    - { id: add-calm, engine: postgresql, up: { sql: "[|ALTER TYPE mood ADD VALUE 'calm'|]" } }
rollback:
  notReverted:
    - { step: add-sad, why: nobody is harmed }
    - { why: nobody is harmed }
`,
    },
    {
      name: 'the rollback says nothing of what stays',
      yaml: `migration:
  steps:
    - { id: add-calm, engine: postgresql, up: { sql: "[|ALTER TYPE mood ADD VALUE 'calm'|]" } }
rollback:
  owner: oncall
`,
    },
    {
      name: 'said to be reversible',
      ...inBoth({
        up: "[|ALTER TYPE shop.mood ADD VALUE IF NOT EXISTS 'calm' AFTER 'sad'|];",
        yaml: 'reversible: true',
        markdown: '- Reversible: yes',
      }),
    },
  ],
});
