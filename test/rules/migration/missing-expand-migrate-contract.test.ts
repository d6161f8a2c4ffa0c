import { testRule } from '../../support/rule-tester.ts';

const DROP = 'ALTER TABLE orders DROP COLUMN cents;';
const KEPT = '      reversible: false\n      verify: [the column is gone]\n';
const yaml = (sql: string, before = '', keys = KEPT, id = 'drop-cents'): string =>
  `metrics:\n  - { id: p99-latency, query: p99, baseline: 180ms }\nmigration:\n  steps:\n${before}    - id: ${id}\n      release: 5.2.0\n      up: { sql: "${sql}" }\n${keys}`;
const markdown = (sql: string, before = '', title = 'Drop cents'): string =>
  `# Migration plan\n\n## Steps\n${before}\n### ${title}\n\n- Id: drop-cents\n- Release: 5.2.0\n- Verify: the column is gone\n\n\`\`\`sql\n${sql}\n\`\`\`\n`;
const ADD = '    - { id: add-amount, phase: expand, up: { sql: ALTER TABLE orders ADD COLUMN amount int } }\n';

testRule('missing-expand-migrate-contract', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'only adds',
      yaml: yaml('ALTER TABLE orders ADD COLUMN amount int;'),
      markdown: markdown('CREATE TABLE amounts (id int);'),
    },
    {
      name: 'the three phases',
      yaml: yaml(DROP, `${ADD}    - { id: fill, phase: migrate }\n`, '      phase: contract\n'),
      markdown: markdown(
        DROP,
        '\n### 1. Expand: add amount\n\n- Id: a\n\n### 2. Migrate: fill amount\n\n- Id: b\n',
        '3. Contract: drop cents',
      ),
    },
    {
      name: 'the three phases, without their names',
      yaml: yaml(
        DROP,
        '    - { id: add, up: { sql: ALTER TABLE orders ADD COLUMN amount int } }\n    - { id: fill, up: { sql: UPDATE orders SET amount = cents WHERE amount IS NULL } }\n',
      ),
    },
    {
      name: 'what the plan has made',
      yaml: yaml('DROP TABLE copy;', '    - { id: make, up: { sql: CREATE TABLE copy (id int) } }\n'),
    },
    { name: 'a leftover', yaml: yaml('DROP TABLE orders_backup;'), markdown: markdown('DROP TABLE tmp_orders;') },
    {
      name: 'a contract step alone: the others came in an earlier change',
      yaml: yaml(DROP, '', '      phase: contract\n'),
    },
    { name: 'nobody uses it', yaml: yaml(DROP, '', `${KEPT}      after: { when: [nobody reads cents] }\n`) },
    {
      name: 'all at once, on purpose',
      yaml: yaml(DROP).replace('migration:\n', 'migration:\n  strategies: [maintenance-window]\n'),
    },
  ],
  faulty: [
    {
      name: 'the new shape came, and nothing moved to it',
      yaml: yaml(DROP, ADD, KEPT, '[|drop-cents|]'),
      message: /, and no step before it moves its values\./,
    },
    {
      name: 'values moved to what nobody has brought',
      yaml: yaml(
        DROP,
        '    - { id: fill, up: { sql: UPDATE orders SET amount = cents WHERE amount IS NULL } }\n',
        KEPT,
        '[|drop-cents|]',
      ),
      message: /, and no step before it brings what replaces it\./,
    },
    {
      name: 'a column goes, and nothing comes',
      yaml: yaml(DROP, '', KEPT, '[|drop-cents|]'),
      markdown: markdown(DROP).replace('### Drop cents', '### [|Drop cents|]'),
      message:
        'The step "drop-cents" drops "orders.cents", and no step before it brings what replaces it or moves its values. While the release rolls out the old code still needs it, and its values are gone: expand, migrate, and contract in a later release.',
      fixed: {
        yaml: `metrics:
  - { id: p99-latency, query: p99, baseline: 180ms }
  - id: dual-write-mismatch
    query: sum(rate(dual_write_mismatch_total[5m]))
    dashboard: https://grafana.example.com/d/service
    onNoData: abort
migration:
  steps:
    - id: add-new-shape
      phase: expand
      release: 5.1.0
      title: Add the new shape beside the old one
      reversible: true
      up:
        description: add the new column, nullable and without a default
      down:
        description: drop the new column again
      verify:
        - the new column is there and old code still writes
    - id: dual-write
      phase: migrate
      release: 5.1.0
      title: Write both shapes
      reversible: true
      up:
        command: flagctl set write-both-shapes --on
      down:
        command: flagctl set write-both-shapes --off
      reconciliation:
        metric: dual-write-mismatch
        limit: dual-write-mismatch > 0 for 5m -> pause
        sourceOfTruth: the old shape
      verify:
        - dual-write-mismatch = 0 for 24h
    - id: backfill-new-shape
      phase: migrate
      release: 5.1.0
      title: Fill the new shape for old rows
      reversible: true
      up:
        command: scripts/backfill.sh --batch 5000 --sleep 200ms --resume
      down:
        description: "nothing to take back: nobody reads the new shape yet"
      backfill:
        batchSize: 5000
        throttle: 200ms
        idempotent: true
        resumable: true
      verify:
        - a query for old rows without the new shape returns 0
      stopWhen:
        - p99-latency > 360ms for 10m -> pause
    - id: drop-cents
      release: 5.2.0
      up: { sql: "ALTER TABLE orders DROP COLUMN cents;" }
      reversible: false
      after:
        step: backfill-new-shape
        soak: 30d
      verify: [the column is gone]
`,
        markdown: `# Migration plan

## Steps

### 1. Expand: Add the new shape beside the old one (5.1.0)

- **Id**: add-new-shape
- **Reversible**: yes
- **Up**: add the new column, nullable and without a default
- **Down**: drop the new column again

**Verify**:

- the new column is there and old code still writes

### 2. Migrate: Write both shapes (5.1.0)

- **Id**: dual-write
- **Reversible**: yes

**Up**:

\`\`\`sh
flagctl set write-both-shapes --on
\`\`\`

**Down**:

\`\`\`sh
flagctl set write-both-shapes --off
\`\`\`

**Reconciliation**:

- **Metric**: dual-write-mismatch
- **Limit**: dual-write-mismatch > 0 for 5m -> pause
- **Source of truth**: the old shape

**Verify**:

- dual-write-mismatch = 0 for 24h

### 3. Migrate: Fill the new shape for old rows (5.1.0)

- **Id**: backfill-new-shape
- **Reversible**: yes
- **Down**: nothing to take back: nobody reads the new shape yet

**Up**:

\`\`\`sh
scripts/backfill.sh --batch 5000 --sleep 200ms --resume
\`\`\`

**Backfill**:

- **Batch size**: 5000
- **Throttle**: 200ms
- **Idempotent**: yes
- **Resumable**: yes

**Verify**:

- a query for old rows without the new shape returns 0

**Stop when**:

- p99-latency > 400ms for 10m -> pause

### Drop cents

- Id: drop-cents
- Release: 5.2.0
- After: backfill-new-shape, soak: 30d
- Verify: the column is gone

\`\`\`sql
ALTER TABLE orders DROP COLUMN cents;
\`\`\`
`,
      },
    },
    {
      name: 'the new column is never filled',
      yaml: yaml(
        DROP,
        ADD,
        `${KEPT}      phase: contract\n      title: Drop cents\n      after: { step: add-amount, soak: 30d }\n`,
        '[|drop-cents|]',
      ),
      markdown: markdown(DROP, '\n### 1. Expand: add amount\n\n- Id: add\n', '[|2. Contract: drop cents|]'),
      message: /no step before it moves its values\./,
      fixed: {
        yaml: `metrics:
  - { id: p99-latency, query: p99, baseline: 180ms }
  - id: dual-write-mismatch
    query: sum(rate(dual_write_mismatch_total[5m]))
    dashboard: https://grafana.example.com/d/service
    onNoData: abort
migration:
  steps:
    - { id: add-amount, phase: expand, up: { sql: ALTER TABLE orders ADD COLUMN amount int } }
    - id: dual-write
      phase: migrate
      release: 5.1.0
      title: Write both shapes
      reversible: true
      up:
        command: flagctl set write-both-shapes --on
      down:
        command: flagctl set write-both-shapes --off
      reconciliation:
        metric: dual-write-mismatch
        limit: dual-write-mismatch > 0 for 5m -> pause
        sourceOfTruth: the old shape
      verify:
        - dual-write-mismatch = 0 for 24h
    - id: backfill-new-shape
      phase: migrate
      release: 5.1.0
      title: Fill the new shape for old rows
      reversible: true
      up:
        command: scripts/backfill.sh --batch 5000 --sleep 200ms --resume
      down:
        description: "nothing to take back: nobody reads the new shape yet"
      backfill:
        batchSize: 5000
        throttle: 200ms
        idempotent: true
        resumable: true
      verify:
        - a query for old rows without the new shape returns 0
      stopWhen:
        - p99-latency > 360ms for 10m -> pause
    - id: drop-cents
      release: 5.2.0
      up: { sql: "ALTER TABLE orders DROP COLUMN cents;" }
      reversible: false
      verify: [the column is gone]
      phase: contract
      title: Drop cents
      after: { step: add-amount, soak: 30d }
`,
      },
    },
    {
      name: 'in the step that adds',
      yaml: yaml(
        `ALTER TABLE orders ADD COLUMN amount int; ${DROP}`,
        '',
        `${KEPT}      phase: expand\n`,
        '[|drop-cents|]',
      ),
    },
  ],
});
