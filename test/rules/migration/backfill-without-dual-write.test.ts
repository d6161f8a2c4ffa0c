import { testRule } from '../../support/rule-tester.ts';

const CONTRACT =
  '    - { id: drop-cents, phase: contract, reversible: false, title: Drop cents, after: { step: fill, soak: 30d } }\n';
const yaml = (keys = '', before = '', after = CONTRACT): string =>
  `metrics:\n  - { id: amount-mismatch, query: mismatches }\nmigration:\n  steps:\n${before}    - id: fill\n      kind: backfill\n      phase: migrate\n${keys}${after}`;
const DROP = '\n### 3. Contract: drop cents\n\n- Id: drop-cents\n';
const markdown = (keys = '', before = '', after = DROP): string =>
  `# Migration plan\n\n## Steps\n${before}\n### 2. Migrate: backfill amount\n\n- Id: fill\n${keys}${after}`;

testRule('backfill-without-dual-write', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'a dual write',
      yaml: yaml('', '    - { id: dual-write, phase: migrate }\n'),
      markdown: markdown('', '\n### 1. Migrate: write both shapes\n\n- Id: both\n'),
    },
    {
      name: 'a trigger keeps up',
      yaml: yaml('', '    - { id: keep-up, phase: expand, up: { sql: CREATE TRIGGER copy_amount } }\n'),
      markdown: markdown('\nA trigger copies every row that is written meanwhile.\n'),
    },
    { name: 'the new code writes it', yaml: yaml('', '    - { id: deploy, title: "5.0 writes amount" }\n') },
    { name: 'nothing goes away', yaml: yaml('', '', ''), markdown: markdown('', '', '') },
    {
      name: 'nobody writes meanwhile',
      yaml: yaml().replace('migration:\n', 'migration:\n  maintenanceWindow: { length: 1h }\n'),
    },
  ],
  faulty: [
    {
      name: 'rows that are written behind it',
      yaml: yaml().replace('id: fill', 'id: [|fill|]'),
      markdown: markdown().replace('### 2. Migrate: backfill amount', '### [|2. Migrate: backfill amount|]'),
      message:
        '"fill" fills old rows, and no step writes both shapes meanwhile. A row that is written behind the backfill has only one of them, and loses its value when the old one goes: write both first.',
      fixed: {
        yaml: `metrics:
  - { id: amount-mismatch, query: mismatches }
migration:
  steps:
    - id: dual-write
      phase: migrate
      title: Write both shapes
      reversible: true
      up:
        command: flagctl set write-both-shapes --on
      down:
        command: flagctl set write-both-shapes --off
      reconciliation:
        metric: amount-mismatch
        limit: amount-mismatch > 0 for 5m -> pause
        sourceOfTruth: the old shape
      verify:
        - amount-mismatch = 0 for 24h
    - id: fill
      kind: backfill
      phase: migrate
    - { id: drop-cents, phase: contract, reversible: false, title: Drop cents, after: { step: fill, soak: 30d } }
`,
        markdown: `# Migration plan

## Steps

### 1. Migrate: Write both shapes

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

### 2. Migrate: backfill amount

- Id: fill

### 3. Contract: drop cents

- Id: drop-cents
`,
      },
    },
    {
      name: 'a strategy is no step',
      yaml: yaml('', '', '')
        .replace('migration:\n', 'migration:\n  strategies: [dual-write, backfill]\n')
        .replace('id: fill', 'id: [|fill|]'),
      markdown: markdown('', '', '')
        .replace('## Steps', '**Strategies**: dual-write, backfill\n\n## Steps')
        .replace('### 2. Migrate: backfill amount', '### [|2. Migrate: backfill amount|]'),
      fixed: {
        yaml: `metrics:
  - { id: amount-mismatch, query: mismatches }
migration:
  strategies: [dual-write, backfill]
  steps:
    - id: dual-write
      phase: migrate
      title: Write both shapes
      reversible: true
      up:
        command: flagctl set write-both-shapes --on
      down:
        command: flagctl set write-both-shapes --off
      reconciliation:
        metric: amount-mismatch
        limit: amount-mismatch > 0 for 5m -> pause
        sourceOfTruth: the old shape
      verify:
        - amount-mismatch = 0 for 24h
    - id: fill
      kind: backfill
      phase: migrate
`,
        markdown: `# Migration plan

**Strategies**: dual-write, backfill

## Steps

### 1. Migrate: Write both shapes

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

### 2. Migrate: backfill amount

- Id: fill
`,
      },
    },
  ],
});
