/** One mistake each, to be made in a plan that has none. */

export interface Mistake {
  readonly name: string;
  readonly rule: string;
  /** The file to make it in; the YAML plan where it is not said. */
  readonly file?: string;
  readonly replace: readonly (readonly [from: string | RegExp, to: string])[];
  /** Words of the line that the rule must point at, once the mistake is made. */
  readonly at: string | RegExp;
  /** No quick fix can know what was meant. */
  readonly noFix?: boolean;
  /** The rule's severity is below warning, so all diagnostics are compared. */
  readonly quiet?: boolean;
}

const part = (name: string): readonly [RegExp, string] => [new RegExp(`^${name}:\\n(?:  .*\\n)*`, 'm'), ''];

const STRUCTURE: readonly Mistake[] = [
  {
    name: 'a second colon',
    rule: 'yaml-syntax',
    replace: [['owner: team-payments\nappr', 'owner: team: payments\nappr']],
    at: 'team: payments',
  },
  { name: 'a tab', rule: 'yaml-syntax', replace: [['      weight: 1%', '\t\tweight: 1%']], at: '\t\tweight' },
  {
    name: 'one space too many',
    rule: 'yaml-syntax',
    replace: [['      weight: 1%', '       weight: 1%']],
    at: '       weight',
  },
  {
    name: 'a half-typed key',
    rule: 'yaml-syntax',
    replace: [['      weight: 1%', '      weight: 1%\n      abo']],
    at: /^ {6}abo$/,
    noFix: true,
  },
  {
    name: 'a status of its own',
    rule: 'plan-schema',
    replace: [['status: draft ', 'status: drafft ']],
    at: 'status: drafft',
  },
  {
    name: 'a text for a list',
    rule: 'plan-schema',
    replace: [['surfaces: [database, http-api, events]', 'surfaces: database']],
    at: 'surfaces: database',
  },
  { name: 'a misspelt key', rule: 'unknown-key', replace: [['timeBudget: 10m', 'timeBugdet: 10m']], at: 'timeBugdet' },
  {
    name: 'words for a duration',
    rule: 'invalid-duration',
    replace: [['soak: 2h', 'soak: 2 hours']],
    at: 'soak: 2 hours',
  },
  {
    name: 'a number for a duration',
    rule: 'invalid-duration',
    replace: [['timeBudget: 10m', 'timeBudget: 600']],
    at: 'timeBudget: 600',
  },
  { name: 'an ISO duration', rule: 'invalid-duration', replace: [['ttl: 45d', 'ttl: P45D']], at: 'ttl: P45D' },
  {
    name: 'a fraction',
    rule: 'invalid-percentage',
    replace: [['      weight: 1%', '      weight: 0.01']],
    at: 'weight: 0.01',
  },
  {
    name: 'a date in words',
    rule: 'invalid-date',
    replace: [['announced: 2026-12-01', 'announced: 1 Dec 2026']],
    at: '1 Dec 2026',
  },
  {
    name: 'a day that no calendar has',
    rule: 'invalid-date',
    replace: [['announced: 2026-12-01', 'announced: 2026-11-31']],
    at: '2026-11-31',
    noFix: true,
  },
  { name: 'one id twice', rule: 'duplicate-id', replace: [['id: ramp-50', 'id: ramp-10']], at: 'weight: 50%' },
  {
    name: 'TBD',
    rule: 'placeholder-left',
    replace: [['approach: roll-forward-first', 'description: TBD\n  approach: roll-forward-first']],
    at: 'TBD',
  },
  {
    name: 'a key with nothing behind it',
    rule: 'empty-section',
    replace: [['timeBudget: 10m', 'description:\n  timeBudget: 10m']],
    at: /^ {2}description:$/,
  },
  { name: 'no compatibility part', rule: 'missing-section', replace: [part('compatibility')], at: 'rolloutPlan: 1' },
  { name: 'no validation part', rule: 'missing-section', replace: [part('validation')], at: 'rolloutPlan: 1' },
  { name: 'no rollback part', rule: 'missing-rollback', replace: [part('rollback')], at: 'rolloutPlan: 1' },
  {
    name: 'no owner',
    rule: 'missing-owner',
    replace: [['owner: team-payments\napprovers', 'approvers']],
    at: 'rolloutPlan: 1',
  },
  {
    name: 'nobody is told',
    rule: 'missing-communication',
    replace: [[/ {2}communication:\n(?: {4}.*\n)*/, '']],
    at: /^rollout:/,
    quiet: true,
  },
];

const ABORT: readonly Mistake[] = [
  {
    name: 'a stage that others extend',
    rule: 'missing-abort-criteria',
    replace: [[/ {6}abortCriteria:\n(?: {8}.*\n){3}/, '']],
    at: 'id: canary',
  },
  {
    name: 'the staging stage',
    rule: 'missing-abort-criteria',
    replace: [[/ {6}abortCriteria: \[.*\n/, '']],
    at: 'id: staging',
  },
  {
    name: 'an empty list',
    rule: 'missing-abort-criteria',
    replace: [[/abortCriteria: \[.*/, 'abortCriteria: []']],
    at: 'abortCriteria: []',
  },
  {
    name: 'nothing behind the key',
    rule: 'missing-abort-criteria',
    replace: [[/abortCriteria: \[.*/, 'abortCriteria:']],
    at: /abortCriteria:$/,
  },
  {
    name: 'a feeling',
    rule: 'abort-criterion-not-measurable',
    replace: [[/abortCriteria: \[.*/, 'abortCriteria: [if there are issues]']],
    at: 'issues',
  },
  {
    name: 'no window',
    rule: 'abort-criterion-without-window',
    replace: [['- error-rate > 1% for 5m ->', '- error-rate > 1% ->']],
    at: '- error-rate > 1% ->',
  },
  {
    name: 'no action',
    rule: 'abort-criterion-without-action',
    replace: [['- error-rate > 1% for 5m -> rollback', '- error-rate > 1% for 5m']],
    at: /- error-rate > 1% for 5m$/,
  },
  {
    name: 'a gap closed',
    rule: 'abort-overlaps-success',
    replace: [['["error-rate < 0.5% for 1h"', '["error-rate < 2% for 1h"']],
    at: '- error-rate > 1%',
  },
  {
    name: 'a misspelt metric',
    rule: 'metric-undefined',
    replace: [['- p99-latency > 400ms', '- p99-latncy > 400ms']],
    at: 'p99-latncy',
  },
  {
    name: 'a declaration gone',
    rule: 'metric-undefined',
    replace: [[/ {2}- id: error-rate\n(?: {4}.*\n)*/, '']],
    at: 'metrics: [error-rate, p99-latency]',
  },
  {
    name: 'all declarations gone',
    rule: 'metric-undefined',
    replace: [part('metrics')],
    at: 'metric: amount-cents-readers',
  },
  {
    name: 'nowhere to read it',
    rule: 'metric-without-source',
    replace: [[/ {4}query: sum\(rate\(orders_dual.*\n {4}dashboard: .*\n/, '']],
    at: 'id: amount-mismatch',
  },
  {
    name: 'relative to nothing',
    rule: 'metric-without-baseline',
    replace: [
      ['- p99-latency > 400ms', '- p99-latency > 2x baseline'],
      ['    baseline: 180ms\n', ''],
    ],
    at: '2x baseline',
  },
  {
    name: 'silence means nothing',
    rule: 'no-data-policy-missing',
    replace: [[/ {4}onNoData: abort {14}.*\n/, '']],
    at: 'id: error-rate',
    quiet: true,
  },
];

const IRREVERSIBLE: readonly Mistake[] = [
  {
    name: 'a drop without a way back',
    rule: 'irreversible-step-without-backup',
    replace: [['      backup: orders-before-contract\n', '']],
    at: 'id: drop-amount-cents',
  },
  {
    name: 'nobody approved',
    rule: 'irreversible-without-approval',
    replace: [
      ['      approvers: ["@dba-oncall"]\n', ''],
      [/^approvers.*\n/m, ''],
    ],
    at: 'id: drop-amount-cents',
  },
  {
    name: 'a misspelt backup',
    rule: 'backup-undefined',
    replace: [['backup: orders-before-contract', 'backup: orders-before-contrct']],
    at: 'contrct',
  },
  {
    name: 'all backups gone',
    rule: 'backup-undefined',
    replace: [part('backups')],
    at: 'backup: orders-before-contract',
  },
  {
    name: 'no reference',
    rule: 'backup-without-reference',
    replace: [['    ref: rds:snapshot/orders-2027-05-31\n', '']],
    at: '- id: orders-before-contract',
  },
  { name: 'no TTL', rule: 'backup-without-ttl', replace: [['    ttl: 45d\n', '']], at: '- id: orders-before-contract' },
  {
    name: 'no restore',
    rule: 'backup-without-restore',
    replace: [[/ {4}restore: aws.*\n/, '']],
    at: '- id: orders-before-contract',
  },
  {
    name: 'never tried',
    rule: 'backup-not-verified',
    replace: [['    verifiedOn: 2026-11-18\n', '']],
    at: '- id: orders-before-contract',
  },
  {
    name: 'gone before the damage is seen',
    rule: 'backup-expires-too-early',
    replace: [['ttl: 45d', 'ttl: 1h']],
    at: 'ttl: 1h',
  },
  {
    name: 'another table',
    rule: 'backup-scope-mismatch',
    replace: [['covers: [orders.amount_cents]', 'covers: [customers.email]']],
    at: 'customers.email',
  },
];

export const YAML_MISTAKES: readonly Mistake[] = [...STRUCTURE, ...ABORT, ...IRREVERSIBLE];
