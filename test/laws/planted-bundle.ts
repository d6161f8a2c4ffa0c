/** Mistakes between the files of a bundle: the YAML plan stands beside its artifacts. */
import type { Mistake } from './planted-mistakes.ts';

const ROLLOUT = 'ROLLOUT_PLAN.md';
const ROLLBACK = 'ROLLBACK_PLAN.md';
const CONTRACT = 'COMPATIBILITY_CONTRACT.md';

export const BUNDLE_MISTAKES: readonly Mistake[] = [
  {
    file: ROLLOUT,
    name: 'another weight',
    rule: 'stage-mismatch',
    replace: [['canary (1%, 2h)', 'canary (2%, 2h)']],
    at: 'canary (2%',
  },
  {
    file: ROLLOUT,
    name: 'another soak',
    rule: 'stage-mismatch',
    replace: [['ramp-50 (50%, 24h)', 'ramp-50 (50%, 30h)']],
    at: 'ramp-50 (50%',
  },
  {
    file: ROLLOUT,
    name: 'another limit of a stage',
    rule: 'threshold-mismatch',
    replace: [['p99-latency > 400ms', 'p99-latency > 450ms']],
    at: 'p99-latency > 450ms',
  },
  {
    file: ROLLBACK,
    name: 'another trigger',
    rule: 'threshold-mismatch',
    replace: [['- error-rate > 1% for 5m\n- amount', '- error-rate > 3% for 5m\n- amount']],
    at: 'error-rate > 3%',
  },
  {
    file: CONTRACT,
    name: 'another version to go back to',
    rule: 'version-mismatch',
    replace: [['| 4.18.2 |', '| 4.17.0 |']],
    at: '| 4.17.0 |',
  },
  {
    file: CONTRACT,
    name: 'another day of removal',
    rule: 'date-order',
    replace: [['2027-06-01', '2027-07-01']],
    at: '2027-07-01',
  },
  {
    file: ROLLBACK,
    name: 'the record has moved',
    rule: 'broken-link',
    replace: [['rollback-rehearsals/001.md', 'rollback-rehearsal/001.md']],
    at: 'rollback-rehearsal/001.md',
    noFix: true,
  },
];
