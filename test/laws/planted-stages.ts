/** Mistakes in the stages, in the flags and in the checklist, as a plan and as the artifacts would make them. */
import { FLAG_MISTAKES, FLAG_MISTAKES_IN_MARKDOWN } from './planted-flags.ts';
import type { Mistake } from './planted-mistakes.ts';

const ROLLOUT = 'ROLLOUT_PLAN.md';

const CHECK_MISTAKES: readonly Mistake[] = [
  {
    name: 'nobody looks at the logs',
    rule: 'missing-check-group',
    replace: [[/ {2}security:\n.*\n/, '']],
    at: /^validation:/,
  },
  {
    name: 'two concerns forgotten',
    rule: 'missing-check-group',
    replace: [
      [/ {2}security:\n.*\n/, ''],
      [/ {2}performance:\n.*\n/, ''],
    ],
    at: /^validation:/,
  },
  {
    name: 'up is not right',
    rule: 'smoke-only-health',
    replace: [
      [
        / {4}- \{ check: place an order in EUR.*/,
        '    - { check: the service is up, run: curl -fsS https://orders.example.com/healthz }',
      ],
      [
        / {4}- \{ check: read a 2019.*/,
        '    - { check: the service is ready, run: curl -fsS https://orders.example.com/ready }',
      ],
      [/ {4}- \{ check: the ledger consumes.*/, '    - { check: the front page returns 200 }'],
    ],
    at: / {2}smoke:/,
  },
  {
    name: 'two are few',
    rule: 'missing-smoke-checks',
    replace: [[/ {4}- \{ check: the ledger consumes.*\n/, '']],
    at: / {2}smoke:/,
  },
  {
    name: 'no smoke',
    rule: 'missing-smoke-checks',
    replace: [[/ {2}smoke:\n(?: {4}.*\n)+/, '']],
    at: /^validation:/,
  },
  {
    name: 'it works',
    rule: 'check-not-verifiable',
    replace: [['check: an order in JPY has no decimals, how: tests/jpy.spec.ts', 'check: the currency works']],
    at: 'the currency works',
    quiet: true,
  },
];

const CHECKLIST = 'VALIDATION_CHECKLIST.md';
const CHECK_MISTAKES_IN_MARKDOWN: readonly Mistake[] = [
  {
    file: CHECKLIST,
    name: 'nobody looks at the logs',
    rule: 'missing-check-group',
    replace: [[/## Security[\s\S]*?(?=## Operations)/, '']],
    at: '# Validation checklist',
  },
  {
    file: CHECKLIST,
    name: 'two are few',
    rule: 'missing-smoke-checks',
    replace: [[/- \[ \] the ledger.*\n/, '']],
    at: '## Smoke checks',
  },
  {
    file: CHECKLIST,
    name: 'up is not right',
    rule: 'smoke-only-health',
    replace: [
      [
        /- \[ \] place[\s\S]*?(?=\n## Functional)/,
        '- [ ] GET /healthz returns 200\n- [ ] GET /ready returns 200\n- [ ] the service is up\n',
      ],
    ],
    at: '## Smoke checks',
  },
  {
    file: CHECKLIST,
    name: 'it works',
    rule: 'check-not-verifiable',
    replace: [['| an order in JPY has no decimals | tests/jpy.spec.ts |', '| the currency works | |']],
    at: 'the currency works',
    quiet: true,
  },
];

export const STAGE_MISTAKES: readonly Mistake[] = [
  ...CHECK_MISTAKES,
  ...FLAG_MISTAKES,
  {
    name: 'no staging',
    rule: 'no-staging-stage',
    replace: [
      [/ {4}- id: staging\n(?: {6}.*\n)*/, ''],
      ['"staging succeeded", ', ''],
    ],
    at: 'id: canary',
  },
  {
    name: 'a fifth at once',
    rule: 'missing-canary',
    replace: [['      weight: 1%', '      weight: 8%']],
    at: 'weight: 8%',
  },
  {
    name: 'from a tenth to all',
    rule: 'no-gradual-ramp',
    replace: [[/ {4}- \{ id: ramp-50.*\n/, '']],
    at: 'id: full',
  },
  {
    name: 'a share that falls',
    rule: 'stage-weight-not-increasing',
    replace: [
      ['id: ramp-10, extends: canary, weight: 10%', 'id: some, extends: canary, weight: 50%'],
      ['id: ramp-50, extends: canary, weight: 50%', 'id: more, extends: canary, weight: 10%'],
    ],
    at: 'id: more',
  },
  {
    name: 'a share forgotten',
    rule: 'stage-weight-not-increasing',
    replace: [['extends: canary, weight: 10%', 'extends: canary']],
    at: 'id: ramp-10',
  },
  {
    name: 'half for good',
    rule: 'last-stage-not-full',
    replace: [[/ {4}- \{ id: full.*\n/, '']],
    at: 'weight: 50%',
    quiet: true,
  },
  { name: 'no soak', rule: 'stage-missing-soak', replace: [['      soak: 2h\n', '']], at: 'id: canary' },
  {
    name: 'too short to tell',
    rule: 'soak-shorter-than-window',
    replace: [['      soak: 2h\n', '      soak: 30m\n']],
    at: 'soak: 30m',
  },
  {
    name: 'it is its turn',
    rule: 'stage-missing-entry-criteria',
    replace: [[/ {6}entryCriteria: \["staging.*\n/, '']],
    at: 'id: canary',
  },
  {
    name: 'nothing was heard',
    rule: 'stage-missing-success-criteria',
    replace: [[/ {6}successCriteria: .*"amount.*\n/, '']],
    at: 'id: canary',
  },
  {
    name: 'nothing to watch',
    rule: 'stage-missing-metrics',
    replace: [[/ {6}metrics: \[error-rate, p99-latency\]\n/, '']],
    at: 'id: staging',
  },
  {
    name: 'percent of what',
    rule: 'rollout-unit-unstated',
    replace: [[/ {2}unit: .*\n/, '']],
    at: 'weight: 1%',
    quiet: true,
  },
  {
    name: 'drawn again and again',
    rule: 'cohort-not-sticky',
    replace: [
      ['unit: requests', 'unit: users'],
      [/ {2}stickyBy: .*\n/, ''],
    ],
    at: 'unit: users',
    quiet: true,
  },
  {
    name: 'nowhere to look',
    rule: 'observability-before-ramp',
    replace: [
      [/query: sum\(rate\(http_requests.*\n {4}dashboard: .*/, 'source: Datadog'],
      [/query: histogram.*\n {4}dashboard: .*/, 'source: Datadog'],
      [/query: sum\(rate\(orders_dual.*\n {4}dashboard: .*/, 'source: Datadog'],
    ],
    at: 'metrics: [error-rate, p99-latency, amount-mismatch]',
  },
];

export const STAGE_MISTAKES_IN_MARKDOWN: readonly Mistake[] = [
  ...CHECK_MISTAKES_IN_MARKDOWN,
  ...FLAG_MISTAKES_IN_MARKDOWN,
  {
    file: ROLLOUT,
    name: 'no staging',
    rule: 'no-staging-stage',
    replace: [
      [/### Stage 1: staging[\s\S]*?(?=### Stage 2)/, ''],
      ['- staging succeeded\n', ''],
    ],
    at: 'Stage 2: canary',
  },
  {
    file: ROLLOUT,
    name: 'a fifth at once',
    rule: 'missing-canary',
    replace: [['canary (1%, 2h)', 'canary (8%, 2h)']],
    at: '(8%, 2h)',
  },
  {
    file: ROLLOUT,
    name: 'from one to half',
    rule: 'no-gradual-ramp',
    replace: [[/### Stage 3: [\s\S]*?(?=### Stage 4)/, '']],
    at: 'ramp-50 (50%',
  },
  {
    file: ROLLOUT,
    name: 'a share that falls',
    rule: 'stage-weight-not-increasing',
    replace: [
      ['ramp-10 (10%', 'some (50%'],
      ['ramp-50 (50%', 'more (10%'],
    ],
    at: 'more (10%',
  },
  {
    file: ROLLOUT,
    name: 'no soak',
    rule: 'stage-missing-soak',
    replace: [['(1%, 2h)', '(1%)']],
    at: 'Stage 2: canary',
  },
  {
    file: ROLLOUT,
    name: 'too short to tell',
    rule: 'soak-shorter-than-window',
    replace: [['(1%, 2h)', '(1%, 30m)']],
    at: '(1%, 30m)',
  },
  {
    file: ROLLOUT,
    name: 'it is its turn',
    rule: 'stage-missing-entry-criteria',
    replace: [[/\*\*Entry criteria\*\*:\n\n(?:- .*\n)*\n(?=\*\*Metrics\*\*: error-rate, p99-latency, )/, '']],
    at: 'Stage 2: canary',
  },
  {
    file: ROLLOUT,
    name: 'nothing was heard',
    rule: 'stage-missing-success-criteria',
    replace: [[/\*\*Success criteria\*\*:\n\n- error-rate < 0.5% for 1h\n.*\n\n/, '']],
    at: 'Stage 2: canary',
  },
  {
    file: ROLLOUT,
    name: 'nothing to watch',
    rule: 'stage-missing-metrics',
    replace: [['**Metrics**: error-rate, p99-latency, amount-mismatch\n\n', '']],
    at: 'Stage 2: canary',
  },
  {
    file: ROLLOUT,
    name: 'percent of what',
    rule: 'rollout-unit-unstated',
    replace: [['**Unit**: requests\n\n', '']],
    at: 'Stage 2: canary',
    quiet: true,
  },
  {
    file: ROLLOUT,
    name: 'half for good',
    rule: 'last-stage-not-full',
    replace: [[/### Stage 5: [\s\S]*?(?=## Communication)/, '']],
    at: 'ramp-50 (50%',
    quiet: true,
  },
];
