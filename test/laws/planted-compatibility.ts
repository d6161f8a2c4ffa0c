/** Mistakes of the compatibility contract, in the plan and in its artifact. */
import type { Mistake } from './planted-mistakes.ts';

const CONTRACT = 'COMPATIBILITY_CONTRACT.md';
const MIGRATION = 'MIGRATION_PLAN.md';

export const YAML_COMPATIBILITY: readonly Mistake[] = [
  {
    name: 'no window',
    rule: 'missing-compatibility-window',
    replace: [[/ {2}window: 90d .*\n/, '']],
    at: /^compatibility:/,
  },
  {
    name: 'no mixed versions',
    rule: 'mixed-versions-not-addressed',
    replace: [[/ {2}mixedVersions:\n(?: {4}.*\n)*/, '']],
    at: /^compatibility:/,
  },
  {
    name: 'one direction',
    rule: 'mixed-versions-not-addressed',
    replace: [[/ {4}newCodeOldData: .*\n/, '']],
    at: '  mixedVersions:',
  },
  {
    name: 'no tests',
    rule: 'missing-contract-tests',
    replace: [[/ {2}contractTests:\n(?: {4}.*\n)*/, '']],
    at: /^compatibility:/,
  },
  {
    name: 'tests of one shape',
    rule: 'missing-contract-tests',
    replace: [[/ {4}old: contract.*\n/, '']],
    at: '  contractTests:',
  },
  {
    name: 'no consumers',
    rule: 'consumers-missing',
    replace: [[/ {2}consumers:\n(?: {4}.*\n)*/, '']],
    at: '  surfaces:',
  },
  {
    name: 'latest',
    rule: 'version-not-explicit',
    replace: [['from: 4.18.2, to: 5.0.0', 'from: 4.18.2, to: latest']],
    at: 'to: latest',
  },
  {
    name: 'no version to go back to',
    rule: 'version-not-explicit',
    replace: [['from: V112, to: V115', 'to: V115']],
    at: 'to: V115',
  },
  {
    name: 'contract with expand',
    rule: 'rename-and-contract-same-release',
    replace: [['release: 5.2.0', 'release: v5.0.0']],
    at: 'release: v5.0.0',
  },
  {
    name: 'a removal without a date',
    rule: 'deprecation-without-date',
    replace: [[/ {6}removeAfter: .*\n/, '']],
    at: '- what: amount_cents',
  },
  {
    name: 'a removal without an announcement',
    rule: 'deprecation-without-date',
    replace: [[/ {6}announced: .*\n/, '']],
    at: '- what: amount_cents',
  },
  {
    name: 'a date that has passed',
    rule: 'deprecation-date-past',
    replace: [
      ['announced: 2026-12-01\n', 'announced: 2026-01-01\n'],
      ['removeAfter: 2027-06-01', 'removeAfter: 2026-06-01'],
    ],
    at: 'removeAfter: 2026-06-01',
  },
  {
    name: 'a month to move',
    rule: 'deprecation-too-short',
    replace: [['removeAfter: 2027-06-01', 'removeAfter: 2027-01-01']],
    at: 'removeAfter: 2027-01-01',
  },
  {
    name: 'nobody has counted',
    rule: 'removal-without-usage-proof',
    replace: [
      [/ {6}usage: .*\n/, ''],
      ['"amount-cents-readers = 0 for 14d"', '"select count(*) from orders returns 120000000"'],
    ],
    at: 'id: drop-amount-cents',
  },
  {
    name: 'half an example',
    rule: 'example-missing-side',
    replace: [[/ {6}old: \{ command.*\n/, '']],
    at: 'name: export orders',
  },
];

export const MARKDOWN_COMPATIBILITY: readonly Mistake[] = [
  {
    file: CONTRACT,
    name: 'no window',
    rule: 'missing-compatibility-window',
    replace: [[/## Compatibility window\n[\s\S]*?(?=## Must)/, '']],
    at: '# Compatibility contract',
  },
  {
    file: CONTRACT,
    name: 'no mixed versions',
    rule: 'mixed-versions-not-addressed',
    replace: [[/## Mixed versions\n[\s\S]*?(?=## Deprec)/, '']],
    at: '# Compatibility contract',
  },
  {
    file: CONTRACT,
    name: 'one direction',
    rule: 'mixed-versions-not-addressed',
    replace: [[/- \*\*New code on old data\*\*.*\n/, '']],
    at: '## Mixed versions',
  },
  {
    file: CONTRACT,
    name: 'tests of one shape',
    rule: 'missing-contract-tests',
    replace: [[/- \*\*Old\*\*: contract.*\n/, '']],
    at: '## Contract tests',
  },
  {
    file: CONTRACT,
    name: 'no consumers',
    rule: 'consumers-missing',
    replace: [[/### Consumers\n[\s\S]*?(?=### Data)/, '']],
    at: '**Surfaces**',
  },
  {
    file: CONTRACT,
    name: 'latest',
    rule: 'version-not-explicit',
    replace: [['| 4.18.2 | 5.0.0 |', '| 4.18.2 | latest |']],
    at: '| latest |',
  },
  {
    file: CONTRACT,
    name: 'a removal without a date',
    rule: 'deprecation-without-date',
    replace: [[/- \*\*Remove after\*\*.*\n/, '']],
    at: '### amount_cents',
  },
  {
    file: CONTRACT,
    name: 'a month to move',
    rule: 'deprecation-too-short',
    replace: [['2027-06-01', '2027-01-01']],
    at: '2027-01-01',
  },
  {
    file: CONTRACT,
    name: 'half an example',
    rule: 'example-missing-side',
    replace: [['#### Old\n\n```sh\norders export --cents\n```\n\n', '']],
    at: '### export orders',
  },
  {
    file: MIGRATION,
    name: 'contract with expand',
    rule: 'rename-and-contract-same-release',
    replace: [['(5.2.0)', '(5.0.0)']],
    at: '### 4.',
  },
];
