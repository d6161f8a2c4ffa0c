/** What most people want at a place is what the list begins with, or what is selected in it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Completing } from './completing.ts';

let editor: Completing;
beforeAll(async () => {
  editor = await Completing.start();
});
afterAll(() => editor.stop());

const first = (text: string, name?: string): Promise<string | undefined> =>
  editor.offered(text, (items) => (items.find(({ preselect }) => preselect) ?? items[0])?.label, name);

const PLAN = 'rolloutPlan: 1\n';
const METRICS = 'metrics:\n  - { id: error-rate, baseline: 0.1% }\n  - { id: p99-latency, baseline: 180ms }\n';
const STAGE = 'rollout:\n  stages:\n    - id: canary\n      metrics: [p99-latency]\n';
const STEPS = 'migration:\n  steps:\n    - id: a\n';

test.each([
  ['an empty file', '|', 'Rollout plan: rollout plan'],
  ['a plan that was begun', `${PLAN}|\n`, 'owner'],
  ['a stage', `${PLAN}rollout:\n  stages:\n    - id: canary\n      |\n`, 'environment'],
  ['a metric', `${PLAN}metrics:\n  - id: a\n    |\n`, 'query'],
  ['a step', `${PLAN}${STEPS}      |\n`, 'title'],
  ['an operation', `${PLAN}${STEPS}      up: { | }\n`, 'sql'],
  [
    'a criterion',
    `${PLAN}${METRICS}${STAGE}      abortCriteria:\n        - |\n`,
    'p99-latency > 360ms for 5m -> pause',
  ],
  [
    'criteria behind their key',
    `${PLAN}${METRICS}${STAGE}      abortCriteria: |\n`,
    'p99-latency > 360ms for 5m -> pause',
  ],
  ['what lets a stage pass', `${PLAN}${METRICS}${STAGE}      successCriteria:\n        - |\n`, 'error-rate'],
  ['a window of months', `${PLAN}compatibility:\n  window: |\n`, '30d'],
  ['the first environment', `${PLAN}rollout:\n  stages:\n    - id: first\n      environment: |\n`, 'staging'],
  ['that of a canary', `${PLAN}rollout:\n  stages:\n    - id: canary\n      environment: |\n`, 'production'],
  [
    'the phase after an expand',
    `${PLAN}migration:\n  steps:\n    - { id: a, phase: expand }\n    - { id: b, phase: | }\n`,
    'migrate',
  ],
  [
    'the lock of the statements',
    `${PLAN}${STEPS}      up: { sql: "SET lock_timeout = '2s'; ALTER TABLE t ADD COLUMN c int;" }\n      locking: { lock: | }\n`,
    'ACCESS EXCLUSIVE',
  ],
  ['an id that is named', `${PLAN}rollout: { metrics: [checkout-errors] }\nmetrics:\n  - id: |\n`, 'checkout-errors'],
  ['an id that is usual', `${PLAN}metrics:\n  - id: error-rate\n  - id: |\n`, 'p99-latency'],
])('YAML: %s', async (_, text, expected) => {
  expect(await first(text)).toBe(expected);
});

test.each([
  ['ROLLOUT_PLAN.md', 'below the title', '# R\n\n|', '## Stages'],
  ['ROLLOUT_PLAN.md', 'in a stage', '# R\n\n## Stages\n\n### Stage 1: canary (1%, 2h)\n\n|', 'Environment'],
  [
    'ROLLOUT_PLAN.md',
    'a criterion of a metric that is only mentioned',
    '# R\n\n## Metrics\n\n- error-rate\n\n## Abort criteria\n\n- |',
    'error-rate',
  ],
  [
    'ROLLOUT_PLAN.md',
    'how it compares',
    '# R\n\n## Metrics\n\n- error-rate\n\n## Abort criteria\n\n- error rate |',
    '>',
  ],
  ['ROLLOUT_PLAN.md', 'in an empty file', '|', 'Rollout plan'],
  ['ROLLBACK_PLAN.md', 'where the title is begun', '# Rol|', 'Rollback plan'],
  ['COMPATIBILITY_CONTRACT.md', 'below the title', '# C\n\n|', 'Compatibility window'],
  ['rollback-rehearsals/001.md', 'of a record', '# Rehearsal\n\n|', 'Date'],
])('%s: %s', async (name, _, text, expected) => {
  expect(await first(text, name)).toBe(expected);
});

describe('nothing is offered', () => {
  test.each([
    ['in a sentence of a title', 'rollout-plan.yaml', `${PLAN}title: Give every order |\n`],
    ['where a sentence goes on', 'ROLLOUT_PLAN.md', '# R\n\nWe start with a ca|\n'],
    ['in a comment', 'rollout-plan.yaml', `${PLAN}# owner: te|\nowner: x\n`],
    ['behind a value', 'rollout-plan.yaml', `${PLAN}owner: x # who |\n`],
    ['in a folded text', 'rollout-plan.yaml', `${PLAN}change:\n  summary: >-\n    Some text st|\n`],
    ['as a title that the document has', 'ROLLBACK_PLAN.md', '# Rollback plan: x\n\n- **Title**: |\n'],
  ])('%s', async (_, name, text) => {
    expect(await editor.labels(text, name)).toEqual([]);
  });
});

test('an artifact from nothing is one', async () => {
  const text = await editor.taken('---|', 'Rollback plan', 'ROLLBACK_PLAN.md');
  expect(text).toBe(
    '---\nrolloutPlan: 1\nplan: name-of-the-plan\nowner: who-answers-for-it\n---\n\n# Rollback plan: what changes\n\n',
  );
  expect(await editor.labels(`${text}|`, 'ROLLBACK_PLAN.md')).toContain('## Triggers');
});

test.each([
  ['MIGRATION_PLAN.md', 'Migration plan'],
  ['VALIDATION_CHECKLIST.md', 'Validation checklist'],
])('%s with nothing in it becomes an artifact by what is offered, and by nothing else', async (name, title) => {
  for (const text of ['|', '# |\n', '\n|\n']) expect(await editor.labels(text, name)).toEqual([title]);
  const text = await editor.taken('|', title, name);
  expect(text).toMatch(/^---\nrolloutPlan: 1\n/);
  expect(await editor.labels(`${text}|`, name)).not.toEqual([]);
  expect(await editor.labels('# Moving house\n\n|\n', name)).toEqual([]);
  expect(await editor.labels('---\nrolloutPlan: off\n---\n\n|', name)).toEqual([]);
});

test('the number of a heading is that of the item', async () => {
  const text = '# R\n\n## Stages\n\n### |\n';
  expect(await editor.taken(text, 'Stage: canary', 'ROLLOUT_PLAN.md')).toContain('### Stage 1: canary (1%, 2h)\n');
  const steps =
    '---\nrolloutPlan: 1\n---\n\n# M\n\n## Steps\n\n### 1. Expand: add (5.0)\n\n- **Reversible**: yes\n\n### 2. |\n';
  expect(await editor.taken(steps, 'Step: backfill', 'MIGRATION_PLAN.md')).toContain('\n### 2. Migrate: ');
});

test('an operator may stand before its limit without a space', async () => {
  const text = `${PLAN}${METRICS}${STAGE}      abortCriteria:\n        - p99-latency >4|\n`;
  expect(await editor.taken(text, '900ms')).toContain('- p99-latency >900ms\n');
});
