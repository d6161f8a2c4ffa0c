import { testRule } from '../../support/rule-tester.ts';

const plan = (migration: string, sql = 'CREATE INDEX i ON orders (a);'): string => `migration:
${migration}  steps:
    - id: change
      engine: postgresql
      up:
        sql: |
          ${sql}
`;
const artifact = (words: string, sql = 'CREATE INDEX i ON orders (a);'): string =>
  `# Migration plan\n\n${words}\n\n## Steps\n\n### 1. Expand: change orders\n\n- Engine: postgresql\n\n**Up**:\n\n\`\`\`sql\n${sql}\n\`\`\`\n`;

testRule('downtime-not-declared', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'nothing blocks for longer than a moment',
      yaml: plan('  downtime: none\n', 'CREATE INDEX CONCURRENTLY i ON orders (a);'),
      markdown: artifact('Zero downtime.', 'ALTER TABLE orders ADD COLUMN a int;'),
    },
    { name: 'it is said how long', yaml: plan('  downtime: 5m\n'), markdown: artifact('## Downtime\n\n5m') },
    { name: 'nothing is promised', yaml: plan(''), markdown: artifact('This cannot be done without a pause.') },
    {
      name: 'a window with a length, in whatever form',
      yaml: `migration:
  maintenanceWindow: { start: 2026-12-01T22:00+01:00, length: 1h }
`,
      markdown: '# Migration plan\n\n## Maintenance window\n\nSaturday 02:00 to 04:00, orders are read-only.\n',
    },
  ],
  faulty: [
    {
      name: 'promised under its key',
      message:
        'The plan promises no downtime, and one of its statements takes SHARE, which blocks writes for as long as it works. To those who wait that is an outage: write the statement in a form that blocks nobody, or say how long users wait.',
      yaml: plan('  downtime: [|none|]\n'),
      markdown: artifact('## Downtime\n\n[|None|]'),
      fixed: { yaml: plan('  downtime: 5m\n'), markdown: artifact('## Downtime\n\n5m') },
    },
    {
      name: 'promised in words',
      yaml: `title: Amounts get a currency, with [|zero downtime|]
${plan('', 'UPDATE orders SET a = 1;')}`,
      markdown: artifact('**[|Zero-downtime|]** migration: orders are taken around the clock.'),
    },
    {
      name: 'a window without an end',
      message:
        'The maintenance window has no length. Without an end there is no moment at which to turn back, and users cannot plan around it: write how long it is, with the time to go back in it.',
      yaml: `migration:
  [|maintenanceWindow|]: { start: 2026-12-01T22:00+01:00, impact: orders are read-only }
`,
      fixed: {
        yaml: `migration:
  maintenanceWindow: { start: 2026-12-01T22:00+01:00, length: 1h, impact: orders are read-only }
`,
      },
    },
    {
      name: 'a window in an artifact',
      markdown:
        '# Migration plan\n\n## [|Maintenance window|]\n\n- Start: 2026-12-01T22:00+01:00\n- Impact: orders are read-only\n',
      fixed: {
        markdown:
          '# Migration plan\n\n## Maintenance window\n\n- Start: 2026-12-01T22:00+01:00\n- Length: 1h\n- Impact: orders are read-only\n',
      },
    },
  ],
});
