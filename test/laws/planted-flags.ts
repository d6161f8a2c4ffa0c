/** Mistakes in the flags, as a plan and as the artifacts would make them. */
import type { Mistake } from './planted-mistakes.ts';

export const FLAG_MISTAKES: readonly Mistake[] = [
  {
    name: 'a misspelt flag',
    rule: 'flag-undefined',
    replace: [['flag: orders-write-currency', 'flag: orders-write-curency']],
    at: 'curency',
  },
  {
    name: 'all flags gone',
    rule: 'flag-undefined',
    replace: [[/^flags:\n(?: {2}.*\n)*/m, '']],
    at: 'flag: orders-write-currency',
  },
  {
    name: 'nobody owns it',
    rule: 'flag-without-owner',
    replace: [['default: false, owner: team-payments, ', 'default: false, ']],
    at: '- { id: orders-write-currency',
  },
  {
    name: 'for ever',
    rule: 'flag-without-removal-date',
    replace: [['removeBy: 2027-02-01, ', '']],
    at: '- { id: orders-write-currency',
  },
  {
    name: 'its day has passed',
    rule: 'flag-overdue',
    replace: [['removeBy: 2027-02-01', 'removeBy: 2026-02-01']],
    at: 'removeBy: 2026-02-01',
  },
  {
    name: 'released by the deployment',
    rule: 'flag-on-by-default',
    replace: [['default: false', 'default: true']],
    at: 'default: true',
  },
  {
    name: 'nobody takes it out',
    rule: 'flag-not-removed-in-checklist',
    replace: [[/ {4}- \{ check: orders-write-currency is removed.*\n?/, '']],
    at: '- { id: orders-write-currency',
    quiet: true,
  },
];

const MIGRATION = 'MIGRATION_PLAN.md';

export const FLAG_MISTAKES_IN_MARKDOWN: readonly Mistake[] = [
  {
    file: MIGRATION,
    name: 'a misspelt flag',
    rule: 'flag-undefined',
    replace: [['**Flag**: `orders-write-currency`', '**Flag**: `orders-write-curency`']],
    at: 'curency',
  },
  {
    file: MIGRATION,
    name: 'nobody owns it',
    rule: 'flag-without-owner',
    replace: [['- **Default**: false\n- **Owner**: team-payments\n', '- **Default**: false\n']],
    at: '### orders-write-currency',
  },
  {
    file: MIGRATION,
    name: 'for ever',
    rule: 'flag-without-removal-date',
    replace: [['- **Remove by**: 2027-02-01\n', '']],
    at: '### orders-write-currency',
  },
  {
    file: MIGRATION,
    name: 'its day has passed',
    rule: 'flag-overdue',
    replace: [['- **Remove by**: 2027-02-01', '- **Remove by**: 2026-02-01']],
    at: '**Remove by**: 2026-02-01',
  },
  {
    file: MIGRATION,
    name: 'released by the deployment',
    rule: 'flag-on-by-default',
    replace: [['- **Default**: false', '- **Default**: true']],
    at: '**Default**: true',
  },
];
