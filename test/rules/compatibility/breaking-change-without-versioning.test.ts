import { testRule } from '../../support/rule-tester.ts';

const yaml = (change: string): string => `compatibility:\n  window: 90d\n  mayChange:\n    - ${change}\n`;
const markdown = (row: string): string =>
  `# Compatibility contract\n\n## May change\n\n| Surface | What | Breaking | Version |\n| --- | --- | --- | --- |\n${row}\n`;
const STEP = (more = ''): string =>
  `    - id: remove-orders\n      phase: contract\n      title: Remove the endpoint /orders/search\n${more}`;

testRule('breaking-change-without-versioning', {
  artifact: 'COMPATIBILITY_CONTRACT',
  clean: [
    {
      name: 'a version of its own',
      yaml: yaml('{ surface: http-api, what: the total is a string, breaking: true, version: v5 }'),
      markdown: markdown('| http-api | the total is a string | yes | v5 |'),
    },
    {
      name: 'the words name a version',
      yaml: yaml('{ surface: http-api, what: GET /v5/orders returns a string, breaking: true }'),
      markdown: markdown('| http-api | GET /v5/orders returns a string | yes |  |'),
    },
    { name: 'not breaking, or not said', yaml: yaml('{ surface: http-api, what: the total is a string }') },
    {
      name: 'an expand step',
      yaml: `${yaml('{ what: the total is a string, breaking: true }')}migration:\n  steps:\n    - { id: add-total, phase: expand }\n`,
    },
    {
      name: 'a library with a new version',
      yaml: `change:\n  versions:\n    - { component: orders-sdk, kind: library, from: 4.1.0, to: 4.2.0 }\n${yaml('{ surface: library, what: total() returns a string, breaking: true }')}`,
    },
    {
      name: 'the contract says how versions are chosen',
      yaml: `${yaml('{ what: the total is a string, breaking: true }')}  versioning: a header\n`,
    },
    {
      name: 'a contract step after an expand step, or after one that does not say its phase',
      yaml: `change:\n  surfaces: [http-api]\nmigration:\n  steps:\n    - { id: add-search }\n${STEP()}`,
    },
    {
      name: 'what a database loses is told by others',
      yaml: 'change:\n  surfaces: [database, http-api]\nmigration:\n  steps:\n    - { id: drop-cents, phase: contract, title: Drop the field, up: { sql: "ALTER TABLE o DROP COLUMN c" } }\n',
    },
  ],
  faulty: [
    {
      name: 'in more words than a message can hold',
      yaml: yaml(`{ surface: http-api, what: ${'the total is a string '.repeat(4)}, breaking: [|true|] }`),
      message: /^"the total is a string the total is a string the total is…" breaks/,
    },
    {
      name: 'a change that is declared breaking',
      yaml: yaml('{ surface: http-api, what: the total is a string, breaking: [|true|] }'),
      markdown: markdown('| http-api | the total is a string | [|yes|] |  |'),
      message:
        '"the total is a string" breaks those who use it, and it has neither a version of its own nor a step that puts the new shape beside the old one. Old and new run at the same time, so some consumer fails whichever is deployed: write the version that brings it.',
      fixed: {
        yaml: yaml('{ surface: http-api, what: the total is a string, version: v2, breaking: true }'),
        markdown: markdown('| http-api | the total is a string | yes |  v2 |'),
      },
    },
    {
      name: 'a contract step alone',
      yaml: `change:\n  surfaces: [http-api]\nmigration:\n  steps:\n${STEP('      release: 5.2.0\n').replace('remove-orders', '[|remove-orders|]')}`,
      message:
        'The step "remove-orders" takes away what others use, and no step has put the new shape beside the old one, nor is there a new version. Consumers then have no moment at which they can move: expand first.',
      fixed: {
        yaml: `change:\n  surfaces: [http-api]\nmigration:\n  steps:\n    - id: add-new-shape\n      phase: expand\n      release: 5.1.0\n      title: Serve the new shape beside the old one\n      reversible: true\n      up:\n        command: flagctl set serve-new-shape --on\n      down:\n        command: flagctl set serve-new-shape --off\n      verify:\n        - a request for each shape is answered in that shape\n${STEP('      release: 5.2.0\n')}`,
      },
    },
    {
      name: 'a contract step of no release',
      yaml: `change:\n  surfaces: [http-api]\nmigration:\n  steps:\n${STEP().replace('remove-orders', '[|remove-orders|]')}`,
      fixed: {
        yaml: `change:\n  surfaces: [http-api]\nmigration:\n  steps:\n    - id: add-new-shape\n      phase: expand\n      title: Serve the new shape beside the old one\n      reversible: true\n      up:\n        command: flagctl set serve-new-shape --on\n      down:\n        command: flagctl set serve-new-shape --off\n      verify:\n        - a request for each shape is answered in that shape\n${STEP()}`,
      },
    },
    {
      name: 'the id of the step to insert is taken: no fix',
      yaml: `change:\n  surfaces: [http-api]\nmigration:\n  steps:\n${STEP().replace('remove-orders', '[|remove-orders|]')}    - { id: add-new-shape, phase: migrate }\n`,
    },
    {
      name: 'announced without a name, which announces nothing',
      yaml: `${yaml('{ surface: http-api, what: the total is a string, breaking: [|true|] }')}  deprecations:\n    - { removeAfter: 2027-06-01, announced: 2026-06-01 }\n`,
    },
  ],
});
