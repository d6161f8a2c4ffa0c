/** New items as a whole: what they name is free, or there, and their days and shares go on from what is written. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Completing } from './completing.ts';

let editor: Completing;
beforeAll(async () => {
  editor = await Completing.start();
});
afterAll(() => editor.stop());

const PLAN = 'rolloutPlan: 1\n';
const METRICS =
  'metrics:\n  - { id: checkout-p95, baseline: 200ms }\n  - { id: checkout-5xx, baseline: 0.1% }\n  - { id: orders-drift }\n';
const stages = (...written: string[]): string =>
  `${PLAN}rollout:\n  stages:\n${written.map((stage) => `    - ${stage}\n`).join('')}`;

/** Labels of skeletons, in the order in which they are offered. */
async function skeletons(text: string, name?: string): Promise<string[]> {
  return (await editor.labels(text, name)).filter((label) => /^[A-Z][\w ]*: /.test(label));
}

describe('ids', () => {
  test('that are taken are numbered, and their skeletons come last', async () => {
    const text = `${PLAN}metrics:\n  - { id: error-rate }\n  - |\n`;
    expect((await skeletons(text)).at(-1)).toBe('Metric: error rate');
    expect(await editor.taken(text, 'Metric: error rate')).toContain('\n  - id: error-rate-2\n    query:');
    expect(await editor.taken(text, 'Metric: latency')).toContain('\n  - id: p99-latency\n');
  });

  test('of a template are taken too', async () => {
    const text = `${PLAN}rollout:\n  templates: [{ id: canary }]\n  stages:\n    - |\n`;
    expect(await editor.taken(text, 'Stage: canary')).toContain('- id: canary-2\n');
  });

  test('a key that comes with one brings one that is free', async () => {
    const text = `${PLAN}metrics:\n  - { id: error-rate }\n  - |\n`;
    expect(await editor.taken(text, 'query')).toContain('  - id: p99-latency\n    query: \n');
    expect(await editor.taken(`${PLAN}flags: [{ id: orders-write-currency }, { | }]\n`, 'owner')).toContain(
      '{ id: orders-shed-exports, owner:  }',
    );
  });

  test('in Markdown', async () => {
    const text = `# Rollout plan: x\n\n## Stages\n\n### Stage 1: canary (1%, 2h)\n\n- **Environment**: production\n\n|`;
    expect((await skeletons(text, 'ROLLOUT_PLAN.md')).at(-1)).toBe('Stage: canary');
    expect(await editor.taken(text, 'Stage: canary', 'ROLLOUT_PLAN.md')).toMatch(/### Stage 2: canary-2 \(10%, 2h\)/);
  });
});

describe('names of what the plan has', () => {
  test('metrics by what they measure, in lists and in criteria', async () => {
    const text = await editor.taken(`${PLAN}${METRICS}rollout:\n  stages:\n    - |\n`, 'Stage: canary');
    expect(text).toContain('metrics: [checkout-5xx, checkout-p95]');
    expect(text).toContain('- checkout-5xx > 1% for 5m -> rollback');
    expect(text).not.toContain('error-rate');
  });

  test('the stage before', async () => {
    const own = '{ id: first-users, environment: production, weight: 1%, soak: 2h }';
    expect(await editor.taken(stages(own, '|'), 'Stage: ramp')).toContain(
      '- id: ramp-10\n      extends: first-users\n',
    );
    const heir = '{ id: more, extends: first-users, weight: 10% }';
    expect(await editor.taken(stages(own, heir, '|'), 'Stage: ramp')).toContain('extends: first-users\n');
  });

  test('steps, backups and flags', async () => {
    const plan = `${PLAN}flags: [{ id: new-shape }]\nbackups: [{ id: before-drop }]\nmigration:\n  steps:\n    - { id: fill, phase: migrate }\n    - |\n`;
    const contract = await editor.taken(plan, 'Step: contract');
    expect(contract).toContain('after:\n        step: fill\n');
    expect(contract).toContain('backup: before-drop\n');
    const dual = await editor.taken(plan, 'Step: dual write');
    expect(dual).toContain('flag: new-shape\n');
    expect(dual).toContain('flagctl set new-shape --on');
  });
});

describe('the step that a new rollback leaves as it is', () => {
  const plan = (step: string): string => `${PLAN}migration:\n  steps:\n    - ${step}\n|`;

  test('is one that cannot be undone, or takes away with a backup', async () => {
    for (const fact of ['reversible: false', 'backup: before-drop, phase: contract'])
      expect(await editor.taken(plan(`{ id: forget, ${fact} }`), 'rollback: rollback')).toContain('- step: forget\n');
  });

  test('is none that the plan can take back', async () => {
    for (const step of ['{ id: add, phase: expand }', '{ id: drop-amount-cents, phase: contract }'])
      expect(await editor.taken(plan(step), 'rollback: rollback')).not.toMatch(/- step:|viableUntil/);
    const stays = `${PLAN}migration:\n  steps:\n    - { id: add, phase: expand }\nrollback:\n  notReverted:\n    - |\n`;
    expect(await skeletons(stays)).toEqual([expect.stringContaining('something else that stays')]);
  });
});

describe('shares', () => {
  const at = (weight: string): string =>
    `{ id: s${weight.replace('%', '')}, environment: production, weight: ${weight} }`;

  test.each([
    ['1%', 'ramp-10', '10%'],
    ['10%', 'ramp-50', '50%'],
  ])('after %s comes %s', async (before, id, share) => {
    const text = await editor.taken(stages(at(before), '|'), 'Stage: ramp');
    expect(text).toContain(`- id: ${id}\n      extends: s${before.replace('%', '')}\n      weight: ${share}\n`);
  });

  test('after half of all comes all', async () => {
    const found = await skeletons(stages(at('50%'), '|'));
    expect(found).toContain('Stage: full');
    expect(found).not.toContain('Stage: ramp');
  });

  test('nothing is offered that would be larger than what follows', async () => {
    expect(await skeletons(stages(at('1%'), '|', at('10%')))).not.toContain('Stage: full');
    expect(await skeletons(stages(at('1%'), '|'))).toContain('Stage: full');
  });

  test('nor one as large as what follows, unless both reach everybody', async () => {
    expect(await skeletons(stages('|', at('1%')))).not.toContain('Stage: canary');
    expect(await skeletons(stages(at('5%'), '|', at('10%')))).not.toContain('Stage: ramp');
    expect(await skeletons(stages(at('50%'), '|', at('100%')))).toContain('Stage: full');
  });

  test('what is not in production is passed over, and after everybody nobody begins again', async () => {
    const staging = '{ id: staging, environment: staging, weight: 100% }';
    expect(await skeletons(stages('|', staging, at('1%')))).not.toContain('Stage: canary');
    expect(await editor.taken(stages(at('10%'), staging, '|'), 'Stage: ramp')).toContain('weight: 50%\n');
    expect(await skeletons(stages(at('10%'), at('100%'), '|'))).not.toContain('Stage: ramp');
  });
});

test('nothing is taken away before what moves it', async () => {
  const steps = `${PLAN}migration:\n  steps:\n    - { id: a, phase: expand }\n    - |\n    - { id: b, phase: migrate }\n`;
  expect(await skeletons(steps)).not.toContain('Step: contract');
  expect(await skeletons(steps.replace('migrate', 'contract'))).toContain('Step: contract');
});

test('days are counted from today', async () => {
  const today = new Date();
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
    .map((n) => String(n).padStart(2, '0'))
    .join('-');
  expect(await editor.taken(`${PLAN}flags:\n  - |\n`, 'Flag: release flag')).toContain(`created: ${day}\n`);
});
