/** Mistakes of the migration, in the plan and in its artifact. */
import type { Mistake } from './planted-mistakes.ts';

const MIGRATION = 'MIGRATION_PLAN.md';
const BATCHES = '--batch 5000 --sleep 200ms --resume';

export const MIGRATION_MISTAKES: readonly Mistake[] = [
  {
    name: 'a column that is dropped by the way',
    rule: 'missing-expand-migrate-contract',
    replace: [
      [
        '    - id: expand-columns\n',
        '    - id: drop-note\n      reversible: false\n      backup: orders-before-contract\n      approvers: ["@dba-oncall"]\n      up: { sql: "SET lock_timeout = \'2s\'; ALTER TABLE orders DROP COLUMN note;" }\n      locking: { lock: ACCESS EXCLUSIVE }\n      verify: [note is gone]\n    - id: expand-columns\n',
      ],
      ['covers: [orders.amount_cents]', 'covers: [orders.amount_cents, orders.note]'],
      [
        '  notReverted:\n',
        '  notReverted:\n    - { step: drop-note, why: the notes are gone, instead: restore orders-before-contract }\n',
      ],
      ['    ttl: 45d', '    ttl: 365d'],
    ],
    at: '- id: drop-note',
  },
  {
    name: 'the drop before the backfill',
    rule: 'phase-order',
    replace: [
      [/( {4}- id: backfill-amount\n[\s\S]*?)( {4}- id: drop-amount-cents\n[\s\S]*?)(?=\nrollout:)/, '$2$1'],
      [/( {4}- id: dual-write\n[\s\S]*?)( {4}- id: drop-amount-cents\n[\s\S]*?)(?= {4}- id: backfill)/, '$2$1'],
    ],
    at: '- id: drop-amount-cents',
  },
  {
    name: 'a drop right behind the backfill',
    rule: 'contract-without-soak',
    replace: [['after: { step: backfill-amount, soak: 90d }', 'after: { step: backfill-amount }']],
    at: 'after: { step: backfill-amount }',
  },
  {
    name: 'a drop that waits for nothing',
    rule: 'contract-without-soak',
    replace: [[/ {6}after: \{ step: backfill-amount.*\n/, '']],
    at: '- id: drop-amount-cents',
  },
  {
    name: 'old rows that nobody fills',
    rule: 'dual-write-without-backfill',
    replace: [
      [/ {4}- id: backfill-amount\n[\s\S]*?(?= {4}- id: drop-amount-cents)/, ''],
      ['after: { step: backfill-amount,', 'after: { step: dual-write,'],
    ],
    at: '- id: dual-write',
  },
  {
    name: 'new rows that nobody writes twice',
    rule: 'backfill-without-dual-write',
    replace: [[/ {4}- id: dual-write\n[\s\S]*?(?= {4}- id: backfill-amount)/, '']],
    at: '- id: backfill-amount',
  },
  {
    name: 'two copies that nobody compares',
    rule: 'dual-write-without-reconciliation',
    replace: [
      [/amount-mismatch/g, 'amount-watch'],
      ['orders_dual_write_mismatch_total', 'orders_written_total'],
    ],
    at: '- id: dual-write',
  },
  {
    name: 'answers that nobody compares',
    rule: 'shadow-read-without-comparison',
    replace: [
      [
        / {4}- id: dual-write\n[\s\S]*?(?= {4}- id: backfill-amount)/,
        '    - { id: dark-reads, phase: migrate, kind: shadow-read, flag: orders-write-currency, verify: [the log is read] }\n',
      ],
      [/amount-mismatch/g, 'amount-watch'],
      ['orders_dual_write_mismatch_total', 'orders_written_total'],
      ['resumable: true,', 'resumable: true, conflicts: a trigger wins,'],
    ],
    at: 'id: dark-reads',
  },
  {
    name: 'all rows at once',
    rule: 'backfill-not-batched',
    replace: [
      [BATCHES, '--resume'],
      ['batchSize: 5000, throttle: 200ms, ', ''],
    ],
    at: 'backfill: { idempotent',
  },
  {
    name: 'a job that nobody dares to start again',
    rule: 'backfill-not-idempotent',
    replace: [
      [' --resume', ''],
      ['idempotent: true, resumable: true, ', ''],
    ],
    at: 'backfill: { batchSize',
  },
  {
    name: 'rows that are filled under the lock',
    rule: 'backfill-in-ddl-step',
    replace: [
      [
        /(ADD COLUMN currency char\(3\);\n)/,
        "$1          UPDATE orders SET currency = 'EUR' WHERE id BETWEEN :low AND :high;\n",
      ],
    ],
    at: 'UPDATE orders SET currency',
  },
  {
    name: 'columns that nobody looks at',
    rule: 'step-without-verification',
    replace: [[/ {6}verify: \["select count\(\*\) from information_schema.*\n/, '']],
    at: '- id: expand-columns',
  },
  {
    name: 'a backfill that nobody may stop',
    rule: 'step-without-stop-condition',
    replace: [[/ {6}stopWhen: .*\n/, '']],
    at: '- id: backfill-amount',
  },
  {
    name: 'a claim without a way',
    rule: 'down-missing',
    replace: [[/ {6}down:\n {8}sql: \|\n(?: {10}.*\n)+/, '']],
    at: '- id: expand-columns',
  },
  {
    name: 'sessions of yesterday',
    rule: 'state-change-without-ttl-impact',
    quiet: true,
    replace: [
      [
        '    - id: drop-amount-cents\n',
        '    - { id: sessions-v2, phase: migrate, kind: cache, title: Write sessions under v2 keys, release: 5.0.1 }\n    - id: drop-amount-cents\n',
      ],
    ],
    at: 'id: sessions-v2',
  },
  {
    name: 'a step that was renamed',
    rule: 'unknown-step-reference',
    replace: [['viableUntil: drop-amount-cents', 'viableUntil: drop-amount-cent']],
    at: 'viableUntil',
  },
];

const STEP = (number: number): RegExp => new RegExp(`### ${number}\\. [\\s\\S]*?(?=### ${number + 1}\\.|## Feature)`);

const IN_MARKDOWN: readonly Mistake[] = [
  {
    name: 'a drop right behind the backfill',
    rule: 'contract-without-soak',
    replace: [
      ['- **After**: backfill-amount, soak: 90d', '- **After**: backfill-amount'],
      [' for two weeks', ''],
    ],
    at: '**After**',
  },
  {
    name: 'old rows that nobody fills',
    rule: 'dual-write-without-backfill',
    replace: [
      [STEP(3), ''],
      ['- **After**: backfill-amount', '- **After**: dual-write'],
    ],
    at: '### 2.',
  },
  {
    name: 'new rows that nobody writes twice',
    rule: 'backfill-without-dual-write',
    replace: [[STEP(2), '']],
    at: '### 3.',
  },
  {
    name: 'all rows at once',
    rule: 'backfill-not-batched',
    replace: [
      [BATCHES, '--resume'],
      ['- **Batch size**: 5000\n- **Throttle**: 200ms\n', ''],
      ['120 million rows are 24,000 batches: some hours', '120 million rows: some hours'],
    ],
    at: '#### Backfill',
  },
  {
    name: 'a job that nobody dares to start again',
    rule: 'backfill-not-idempotent',
    replace: [
      [' --resume', ''],
      ['- **Idempotent**: yes\n- **Resumable**: yes\n', ''],
      ['start it again at the row where it stopped', 'go home'],
    ],
    at: '#### Backfill',
  },
  {
    name: 'rows that are filled under the lock',
    rule: 'backfill-in-ddl-step',
    replace: [
      [/(ADD COLUMN currency char\(3\);\n)/, "$1UPDATE orders SET currency = 'EUR' WHERE id BETWEEN :low AND :high;\n"],
    ],
    at: 'UPDATE orders SET currency',
  },
  {
    name: 'columns that nobody looks at',
    rule: 'step-without-verification',
    replace: [[/#### Verify\n\n- select count\(\*\) from information_schema.*\n\n/, '']],
    at: '### 1.',
  },
  {
    name: 'a backfill that nobody may stop',
    rule: 'step-without-stop-condition',
    replace: [[/#### Stop when\n\n(?:- .*\n)+\n/, '']],
    at: '### 3.',
  },
  {
    name: 'a claim without a way',
    rule: 'down-missing',
    replace: [[/#### Down\n\n```sql\n[\s\S]*?```\n\n/, '']],
    at: '### 1.',
  },
  {
    name: 'a step that was renamed',
    rule: 'unknown-step-reference',
    replace: [['- **After**: backfill-amount', '- **After**: backfill-amounts']],
    at: '**After**',
  },
];

export const MIGRATION_MISTAKES_IN_MARKDOWN = IN_MARKDOWN.map((mistake): Mistake => ({ ...mistake, file: MIGRATION }));
