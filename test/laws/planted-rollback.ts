/** Mistakes on the way back: in the plan, and in the artifact that holds it. */
import type { Mistake } from './planted-mistakes.ts';

const HERE = 'rollback:';

export const ROLLBACK_MISTAKES: readonly Mistake[] = [
  {
    name: 'revert the changes',
    rule: 'rollback-not-concrete',
    replace: [[/ {4}- \{ id: flag-off, run.*\n.*redeploy.*\n/, '    - { id: revert, manual: revert the changes }\n']],
    at: 'revert the changes',
  },
  {
    name: 'no steps',
    rule: 'rollback-not-concrete',
    replace: [[/ {2}steps:\n {4}- \{ id: flag-off.*\n.*redeploy.*\n/, '']],
    at: HERE,
  },
  {
    name: 'what goes back',
    rule: 'rollback-missing-reverts',
    replace: [[/ {2}reverts:\n(?: {4}.*\n)*/, '']],
    at: HERE,
  },
  {
    name: 'what stays',
    rule: 'rollback-missing-not-reverted',
    replace: [[/ {2}notReverted:\n(?: {4}.*\n)*/, '']],
    at: HERE,
  },
  {
    name: 'no check',
    rule: 'rollback-missing-verification',
    replace: [[/ {2}verify: \["scripts\/smoke.*\n/, '']],
    at: HERE,
  },
  { name: 'no budget', rule: 'rollback-missing-time-budget', replace: [['  timeBudget: 10m\n', '']], at: HERE },
  {
    name: 'nobody decides',
    rule: 'rollback-missing-owner',
    replace: [['  timeBudget: 10m\n  owner: payments-oncall\n', '  timeBudget: 10m\n']],
    at: HERE,
  },
  {
    name: 'no choice',
    rule: 'roll-forward-not-considered',
    replace: [
      [/ {2}approach: .*\n/, ''],
      ['flag off and backfill forward', 'flag off'],
    ],
    at: HERE,
  },
  { name: 'no last moment', rule: 'rollback-viability-missing', replace: [[/ {2}viableUntil: .*\n/, '']], at: HERE },
  {
    name: 'back to code that needs what is gone',
    rule: 'rollback-target-removed',
    replace: [
      [
        '{ failed: contract step, method: restore from backup,',
        '{ failed: contract step, step: drop-amount-cents, method: deploy the previous version,',
      ],
    ],
    at: 'failed: contract step',
  },
  {
    name: 'a down that takes more than its up has made',
    rule: 'down-destroys-data',
    replace: [['DROP COLUMN amount, DROP COLUMN currency;', 'DROP COLUMN amount, DROP COLUMN amount_cents;']],
    at: 'DROP COLUMN amount_cents;',
  },
  {
    name: 'the tool will do it',
    rule: 'down-destroys-data',
    replace: [[/ {4}data: none needed.*/, '    data: the migration tool rolls it back']],
    at: 'the migration tool',
  },
  { name: 'nothing sets it off', rule: 'no-rollback-trigger', replace: [[/ {2}triggers: .*\n/, '']], at: HERE },
  {
    name: 'a feeling sets it off',
    rule: 'no-rollback-trigger',
    replace: [[/ {2}triggers: .*\n/, '  triggers: [when something is wrong]\n']],
    at: 'something is wrong',
  },
];

const TRIED = '{ date: 2026-11-18, environment: staging';

export const REHEARSAL_MISTAKES: readonly Mistake[] = [
  { name: 'never tried', rule: 'missing-rehearsal', replace: [[/ {2}rehearsals:\n {4}- .*\n/, '']], at: HERE },
  {
    name: 'no clock',
    rule: 'rehearsal-without-timer',
    replace: [[' started: "14:02", restored: "14:09",', '']],
    at: TRIED,
  },
  { name: 'no end', rule: 'rehearsal-without-timer', replace: [[' restored: "14:09",', '']], at: TRIED },
  {
    name: 'nothing but a day',
    rule: 'rehearsal-without-timer',
    replace: [[/(\{ date: 2026-11-18), environment: staging.*/, '$1 }']],
    at: '{ date: 2026-11-18 }',
  },
  {
    name: 'what restored service',
    rule: 'rehearsal-without-trigger-or-command',
    replace: [[' command: kubectl rollout undo deployment/orders-api, started', ' started']],
    at: TRIED,
  },
  {
    name: 'two months ago',
    rule: 'rehearsal-stale',
    replace: [[TRIED, '{ date: 2026-09-18, environment: staging']],
    at: 'date: 2026-09-18',
  },
  {
    name: 'too slow',
    rule: 'rehearsal-exceeds-budget',
    replace: [['restored: "14:09", took: 7m', 'restored: "14:19", took: 17m']],
    at: 'took: 17m',
  },
  {
    name: 'a wrong difference',
    rule: 'rehearsal-time-inconsistent',
    replace: [['took: 7m', 'took: 9m']],
    at: 'took: 9m',
  },
  {
    name: 'back before it began',
    rule: 'rehearsal-time-inconsistent',
    replace: [['started: "14:02", restored: "14:09"', 'started: "14:09", restored: "14:02"']],
    at: 'restored: "14:02"',
  },
];

const ROLLBACK = { file: 'ROLLBACK_PLAN.md', at: '# Rollback plan' };

export const ROLLBACK_MISTAKES_IN_MARKDOWN: readonly Mistake[] = [
  {
    ...ROLLBACK,
    name: 'revert the changes',
    rule: 'rollback-not-concrete',
    replace: [[/1\. \*\*flag-off.*\n2\..*\n/, '1. Revert the changes\n']],
    at: 'Revert the changes',
  },
  {
    ...ROLLBACK,
    name: 'what goes back',
    rule: 'rollback-missing-reverts',
    replace: [[/## What is reverted\n\n(?:- .*\n)*\n/, '']],
  },
  {
    ...ROLLBACK,
    name: 'what stays',
    rule: 'rollback-missing-not-reverted',
    replace: [[/## Not reverted\n\n(?:\|.*\n)*\n.*\n\n/, '']],
  },
  {
    ...ROLLBACK,
    name: 'no check',
    rule: 'rollback-missing-verification',
    replace: [[/## Verification\n\n(?:- .*\n)*\n/, '']],
  },
  { ...ROLLBACK, name: 'no budget', rule: 'rollback-missing-time-budget', replace: [[/- \*\*Time budget.*\n/, '']] },
  { ...ROLLBACK, name: 'nobody decides', rule: 'rollback-missing-owner', replace: [[/- \*\*Owner.*\n/, '']] },
  {
    ...ROLLBACK,
    name: 'no choice',
    rule: 'roll-forward-not-considered',
    replace: [
      [/- \*\*Approach.*\n/, ''],
      ['flag off and backfill forward', 'flag off'],
    ],
  },
  { ...ROLLBACK, name: 'no last moment', rule: 'rollback-viability-missing', replace: [[/- \*\*Viable.*\n/, '']] },
  {
    ...ROLLBACK,
    name: 'nothing sets it off',
    rule: 'no-rollback-trigger',
    replace: [[/## Rollback triggers\n\n(?:- .*\n)*\n/, '']],
  },
  {
    ...ROLLBACK,
    name: 'the tool will do it',
    rule: 'down-destroys-data',
    replace: [[/- \*\*Data\*\*: .*/, '- **Data**: the migration tool rolls it back']],
    at: 'the migration tool',
  },
  {
    name: 'a down that takes more than its up has made',
    file: 'MIGRATION_PLAN.md',
    rule: 'down-destroys-data',
    replace: [['DROP COLUMN amount, DROP COLUMN currency;', 'DROP COLUMN amount, DROP COLUMN amount_cents;']],
    at: 'DROP COLUMN amount_cents;',
  },
];

const REHEARSAL = { file: 'ROLLBACK_PLAN.md', at: '### 2026-11-18 (staging)' };

export const REHEARSAL_MISTAKES_IN_MARKDOWN: readonly Mistake[] = [
  {
    ...REHEARSAL,
    name: 'never tried',
    rule: 'missing-rehearsal',
    replace: [[/## Rehearsals[\s\S]*/, '']],
    at: '# Rollback plan',
  },
  { ...REHEARSAL, name: 'no end', rule: 'rehearsal-without-timer', replace: [[/- \*\*Restored.*\n/, '']] },
  {
    ...REHEARSAL,
    name: 'what set it off',
    rule: 'rehearsal-without-trigger-or-command',
    replace: [[/- \*\*Trigger.*\n(?=- \*\*Command)/, '']],
  },
  {
    ...REHEARSAL,
    name: 'two months ago',
    rule: 'rehearsal-stale',
    replace: [['### 2026-11-18 (staging)', '### 2026-09-18 (staging)']],
    at: '2026-09-18',
  },
  {
    ...REHEARSAL,
    name: 'too slow',
    rule: 'rehearsal-exceeds-budget',
    replace: [['14:09\n- **Took**: 7m', '14:19\n- **Took**: 17m']],
    at: '17m',
  },
  {
    ...REHEARSAL,
    name: 'a wrong difference',
    rule: 'rehearsal-time-inconsistent',
    replace: [['**Took**: 7m', '**Took**: 9m']],
    at: '9m',
  },
];
