import { testRule } from '../../support/rule-tester.ts';

const REPOSITORY = { '.git/HEAD': 'ref: refs/heads/main\n' };
const step = (path: string): string => `migration:
  steps:
    - id: drop-email
      phase: contract
      up: { file: ${path} }
`;
const see = (path: string): string => `# Rollout plan\n\nSee [the runbook](${path}).\n`;

testRule('broken-link', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'the file is there',
      yaml: step('db/V113.sql'),
      markdown: see('docs/run%20book.md'),
      beside: { ...REPOSITORY, 'db/V113.sql': 'SELECT 1;', 'docs/run%20book.md': '# Run book' },
    },
    {
      name: 'no place of this workspace',
      yaml: step('https://example.com/V113.sql'),
      markdown: see('../other/README.md'),
    },
    {
      name: 'nobody knows where the path starts from',
      yaml: step('db/V113.sql'),
    },
    {
      name: 'names of things that have no file',
      yaml: 'metrics:\n  - { id: error-rate, dashboard: grafana.example.com/d/orders.json, runbook: RB-12 }\nmigration:\n  runbook: payments/orders\n',
      markdown: see('orders')
        .concat('\n[the site](guide/rollout.html), `[code](none.md)`, [to fill](<path>.md), [later](TODO.md)\n')
        .replace('(TODO.md)', '({{path}}.md)'),
      beside: REPOSITORY,
    },
    {
      name: 'headings are there, however tools write their anchors',
      markdown: see('#stages').concat(
        '\n[a](#21-first-stage--5-), [b](#21-first-stage-5) [c](#top) [d](#here) [e](OTHER.md#a-heading)\n\n<a id="here"></a>\n\n## Stages\n\n### 2.1 First stage (5 %)\n',
      ),
      beside: { 'OTHER.md': '# Other\n\n## A heading\n' },
    },
  ],
  faulty: [
    {
      name: 'the file is not there',
      yaml: step('[|db/V114.sql|]'),
      markdown: see('[|rehearsals/001.md|]'),
      message:
        /^There is no file "(?:db\/V114\.sql|rehearsals\/001\.md)", so whoever follows this finds nothing when it is needed\./,
      beside: REPOSITORY,
    },
    {
      name: 'a name alone, or a path from the top',
      yaml: step('[|V114.sql|]'),
      markdown: see('[|/docs/none.md|]'),
      beside: REPOSITORY,
    },
    {
      name: 'a path that is longer than anybody reads',
      markdown: see(`[|docs/${'very-'.repeat(20)}long.md|]`),
      message: /^There is no file "docs\/(?:very-)+v?e?r?…"/,
      beside: REPOSITORY,
    },
    {
      name: 'parentheses end an address in parentheses',
      markdown: see('[|run%20(odl).md|]'),
      fixed: { markdown: see('run%20%28old%29.md') },
      beside: { 'run%20(old).md': '# Run book' },
    },
    {
      name: 'a slip of the finger',
      yaml: step('[|./V113_drop_emial.sql|]'),
      markdown: see('[|RUN-BOOK.md|]'),
      fixed: { yaml: step('V113_drop_email.sql'), markdown: see('RUNBOOK.md') },
      beside: { 'V113_drop_email.sql': '', 'RUNBOOK.md': '# Run book', 'V114_drop_email.sql': '' },
    },
    {
      name: 'the words of a path, with spaces',
      markdown: see('[|run%20bok.md#steps|]'),
      fixed: { markdown: see('run%20book.md#steps') },
      beside: { 'run%20book.md': '## Steps' },
    },
    {
      name: 'a place on one machine',
      yaml: step('[|file:///home/ann/work/orders/db/V113.sql|]'),
      markdown: see('[|/Users/ann/orders/docs/run.md|]'),
      message: /is a place on one machine, so nobody else can follow it/,
      fixed: { yaml: step('db/V113.sql'), markdown: see('docs/run.md') },
      beside: { 'db/V113.sql': '', 'docs/run.md': '' },
    },
    {
      name: 'no such heading',
      markdown: see('[|#stage-two|]').concat('\n## Stages\n\n### Stage to\n'),
      message:
        'No heading has the anchor "#stage-two", so the link ends at the top of the file. Write the anchor of a heading that is there, perhaps "#stage-to".',
      fixed: { markdown: see('#stage-to').concat('\n## Stages\n\n### Stage to\n') },
    },
    {
      name: 'no such heading in another file',
      yaml: 'migration:\n  runbook: "[|./RUNBOOK.md#restore|]"\n'.replace('"[|', '[|"').replace('|]"', '"|]'),
      markdown: see('[|RUNBOOK.md#restore|]'),
      beside: { 'RUNBOOK.md': '# Run book\n\n## Going back\n' },
    },
  ],
});
