/** The same mistakes as the artifacts would make them. */
import type { Mistake } from './planted-mistakes.ts';

const ROLLOUT = 'ROLLOUT_PLAN.md';
const MIGRATION = 'MIGRATION_PLAN.md';

export const MARKDOWN_MISTAKES: readonly Mistake[] = [
  {
    file: ROLLOUT,
    name: 'a stage that others extend',
    rule: 'missing-abort-criteria',
    replace: [[/\*\*Abort criteria\*\*:\n\n- error-rate > 1% for 5m -> rollback\n- p99[\s\S]*?payments-oncall\n/, '']],
    at: '### Stage 2: canary',
  },
  {
    file: ROLLOUT,
    name: 'the staging stage',
    rule: 'missing-abort-criteria',
    replace: [[/\*\*Abort criteria\*\*:\n\n- error-rate > 1% for 5m -> rollback\n\n(?=### Stage 2)/, '']],
    at: '### Stage 1: staging',
  },
  {
    file: ROLLOUT,
    name: 'a feeling',
    rule: 'abort-criterion-not-measurable',
    replace: [['- error-rate > 1% for 5m -> rollback', '- if there are issues']],
    at: 'if there are issues',
  },
  {
    file: ROLLOUT,
    name: 'no window',
    rule: 'abort-criterion-without-window',
    replace: [['- p99-latency > 400ms for 10m ->', '- p99-latency > 400ms ->']],
    at: '- p99-latency > 400ms ->',
  },
  {
    file: ROLLOUT,
    name: 'no action',
    rule: 'abort-criterion-without-action',
    replace: [['for 10m -> pause', 'for 10m']],
    at: '- p99-latency > 400ms',
  },
  {
    file: ROLLOUT,
    name: 'a gap closed',
    rule: 'abort-overlaps-success',
    replace: [
      ['- error-rate < 0.5% for 1h', '- error-rate < 2% for 1h'],
      [/- error-rate > 1% for 5m -> rollback\n- p99/, '- error-rate > 1% for 6m -> rollback\n- p99'],
    ],
    at: 'for 6m',
  },
  {
    file: ROLLOUT,
    name: 'a misspelt metric',
    rule: 'metric-undefined',
    replace: [['- p99-latency > 400ms', '- p99-latncy > 400ms']],
    at: 'p99-latncy',
  },
  {
    file: ROLLOUT,
    name: 'words for a duration',
    rule: 'invalid-duration',
    replace: [['canary (1%, 2h)', 'canary (1%)\n\n**Soak**: 2 hours']],
    at: '**Soak**: 2 hours',
  },
  {
    file: ROLLOUT,
    name: 'one id twice',
    rule: 'duplicate-id',
    replace: [['Stage 4: ramp-50', 'Stage 4: ramp-10']],
    at: 'Stage 4: ramp-10',
  },
  {
    file: ROLLOUT,
    name: 'TBD',
    rule: 'placeholder-left',
    replace: [['**Sticky by**: customer id', '**Sticky by**: TBD']],
    at: 'TBD',
  },
  {
    file: ROLLOUT,
    name: 'an empty section',
    rule: 'empty-section',
    replace: [['## Communication', '## Runbook\n\n## Communication']],
    at: '## Runbook',
  },
  {
    file: MIGRATION,
    name: 'a drop without a way back',
    rule: 'irreversible-step-without-backup',
    replace: [[/- \*\*Backup\*\*: .*\n/, '']],
    at: '### 4.',
  },
  {
    file: MIGRATION,
    name: 'a misspelt backup',
    rule: 'backup-undefined',
    replace: [[/(- \*\*Backup\*\*: `?)orders-before-contract/, '$1orders-before-contrct']],
    at: 'contrct',
  },
];
