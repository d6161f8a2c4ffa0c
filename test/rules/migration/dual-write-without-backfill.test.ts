import { testRule } from '../../support/rule-tester.ts';

const LIMIT = '      stopWhen: [amount-mismatch > 0 for 5m -> pause]\n';
const METRICS =
  'metrics:\n  - { id: p99-latency, query: p99, dashboard: "https://d.example.com", baseline: 180ms, onNoData: hold }\n  - { id: amount-mismatch, query: mismatches }\n';
const yaml = (keys = '', others = ''): string =>
  `${METRICS}migration:\n  steps:\n    - id: dual-write\n      phase: migrate\n${LIMIT}${keys}${others}`;
const markdown = (keys = '', others = ''): string =>
  `# Migration plan\n\n## Steps\n\n### 1. Migrate: write both shapes\n\n- Id: dual-write\n- Stop when: amount-mismatch > 0 for 5m\n${keys}${others}`;

testRule('dual-write-without-backfill', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'a backfill',
      yaml: yaml('', '    - { id: backfill-amount, phase: migrate }\n'),
      markdown: markdown('', '\n### 2. Migrate: backfill amount\n\n- Id: backfill-amount\n'),
    },
    {
      name: 'a copy by another name',
      yaml: yaml('', '    - { id: seed, phase: migrate, title: Copy the existing rows }\n'),
      markdown: markdown('', '\n### 2. Migrate: import the historical orders\n\n- Id: history\n'),
    },
    { name: 'old entries expire', yaml: yaml('      ttlImpact: v1 keys expire after 24h\n') },
    { name: 'nobody needs it, and why', markdown: markdown('\nOld rows stay in the archive and are not read.\n') },
    { name: 'the end of a dual write', yaml: 'migration:\n  steps:\n    - { id: stop-dual-write }\n' },
  ],
  faulty: [
    {
      name: 'only new rows have both',
      yaml: yaml().replace('id: dual-write', 'id: [|dual-write|]'),
      markdown: markdown().replace('### 1. Migrate: write both shapes', '### [|1. Migrate: write both shapes|]'),
      message:
        '"dual-write" writes both shapes from now on, and no step fills the new one for what was written before. Reads that are switched over then miss every old row: write a backfill step.',
      fixed: {
        yaml: `metrics:
  - { id: p99-latency, query: p99, dashboard: "https://d.example.com", baseline: 180ms, onNoData: hold }
  - { id: amount-mismatch, query: mismatches }
migration:
  steps:
    - id: dual-write
      phase: migrate
      stopWhen: [amount-mismatch > 0 for 5m -> pause]
    - id: backfill-old-rows
      phase: migrate
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
        - amount-mismatch > 0 for 5m -> pause
`,
        markdown: `# Migration plan

## Steps

### 1. Migrate: write both shapes

- Id: dual-write
- Stop when: amount-mismatch > 0 for 5m

### 2. Migrate: Fill the new shape for old rows

- **Id**: backfill-old-rows
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
`,
      },
    },
    {
      name: 'a strategy is no step',
      yaml: yaml('', '    - { id: switch-reads, phase: migrate, kind: switch-reads }\n')
        .replace('migration:\n', 'migration:\n  strategies: [dual-write, backfill]\n')
        .replace('id: dual-write', 'id: [|dual-write|]'),
      markdown: markdown('', '\n### 2. Migrate: serve the new shape\n\n- Id: switch-reads\n').replace(
        '### 1. Migrate: write both shapes',
        '### [|1. Migrate: write both shapes|]',
      ),
      fixed: {
        yaml: `metrics:
  - { id: p99-latency, query: p99, dashboard: "https://d.example.com", baseline: 180ms, onNoData: hold }
  - { id: amount-mismatch, query: mismatches }
migration:
  strategies: [dual-write, backfill]
  steps:
    - id: dual-write
      phase: migrate
      stopWhen: [amount-mismatch > 0 for 5m -> pause]
    - id: backfill-old-rows
      phase: migrate
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
        - amount-mismatch > 0 for 5m -> pause
    - { id: switch-reads, phase: migrate, kind: switch-reads }
`,
        markdown: `# Migration plan

## Steps

### 1. Migrate: write both shapes

- Id: dual-write
- Stop when: amount-mismatch > 0 for 5m

### 2. Migrate: Fill the new shape for old rows

- **Id**: backfill-old-rows
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

### 3. Migrate: serve the new shape

- Id: switch-reads
`,
      },
    },
  ],
});
