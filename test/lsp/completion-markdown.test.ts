import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Completing } from './completing.ts';

let editor: Completing;
beforeAll(async () => {
  editor = await Completing.start();
});
afterAll(() => editor.stop());

const ROLLOUT = 'ROLLOUT_PLAN.md';
const labels = (text: string, name = ROLLOUT): Promise<string[]> => editor.labels(text, name);
const taken = (text: string, label: string, name = ROLLOUT): Promise<string> => editor.taken(text, label, name);

const STAGE = '# Rollout plan: x\n\n## Stages\n\n### Stage 1: canary (5%, 2h)\n\n';
const METRICS = '## Metrics\n\n- error-rate\n  - **Baseline**: 0.1%\n- p99-latency\n  - **Baseline**: 180ms\n\n';

describe('headings', () => {
  test('of what is missing, at the level of the place', async () => {
    const found = await labels('# Rollout plan: x\n\n## Abort criteria\n\n- error-rate > 1% for 5m\n\n## |\n');
    expect(found[0]).toBe('## Stages');
    expect(found).not.toContain('## Abort criteria');
    expect(await labels(`${STAGE}- **Environment**: production\n\n#### |`)).toContain('#### Abort criteria');
  });

  test.each([
    ['signs alone', '# Rollout plan: x\n\n##|', '## Stages', '\n\n## Stages\n\n'],
    ['on an empty line', '# Rollout plan: x\n\n|', '## Communication', '# Rollout plan: x\n\n## Communication\n\n'],
    ['a word begun', '# Rollout plan: x\n\n## Com|\n', '## Communication', '\n\n## Communication\n\n\n'],
    ['a list of criteria', '# Rollout plan: x\r\n\r\n## |', '## Abort criteria', '\r\n\r\n## Abort criteria\r\n\r\n- '],
  ])('%s', async (_, text, label, expected) => {
    expect(await taken(text, label)).toContain(expected);
  });

  test('not of what would take the headings below that have no place there', async () => {
    const steps = (below: string): string =>
      `---\nrolloutPlan: 1\n---\n\n# M\n\n## Steps\n\n### 1. Expand: add it (5.0)\n\n#### Up\n\n- **Manual**: yes\n\n#|\n\n${below}\n`;
    expect(await labels(steps('### 2. Migrate: fill it (5.0)'), 'MIGRATION_PLAN.md')).toContain('#### Down');
    expect(await labels(steps('### orders-write-currency\n\n- **Type**: release'), 'MIGRATION_PLAN.md')).toEqual([]);
  });

  test('not between a heading and what stands under it', async () => {
    expect(await labels('# Rollout plan: x\n\n## St|\n\n### Stage 1: canary (5%, 2h)\n')).toEqual([]);
    expect(await labels('# Rollout plan: x\n\n## Re|\n\nWords under it.\n')).toEqual([]);
  });

  test('a whole stage, a whole step, a check', async () => {
    expect(await taken('# Rollout plan: x\n\n## Stages\n\n|', 'Stage: ramp')).toContain(
      '### Stage 1: ramp-10 (10%, 12h)\n\n- **Extends**: canary',
    );
    const migration =
      '---\nrolloutPlan: 1\n---\n\n# Migration plan: x\n\n## Steps\n\n### 1. Expand: Add (5.0)\n\n- **Reversible**: yes\n\n|';
    expect(await taken(migration, 'Step: backfill', 'MIGRATION_PLAN.md')).toMatch(/\n### 2\. Migrate: .*\n/);
    const checks = '---\nrolloutPlan: 1\n---\n\n## Smoke\n\n|';
    expect(await taken(checks, 'Check: smoke check', 'VALIDATION_CHECKLIST.md')).toContain('- [ ] place an order');
  });
});

describe('facts in headings', () => {
  const stage = (heading: string): string =>
    `# R\n\n## Stages\n\n### Stage 1: canary (5%, 2h)\n\n- **Environment**: production\n\n${heading}\n\n- **Extends**: canary\n`;

  test.each([
    ['a share, after that of the stage before', '### Stage 2: more (|)', '10%', '### Stage 2: more (10%)\n'],
    ['of a group that is not closed yet', '### Stage 2: more (|', '10%', '### Stage 2: more (10%\n'],
    ['in the place of one that is there', '### Stage 2: more (2|5%, 12h)', '50%', '### Stage 2: more (50%, 12h)\n'],
    ['a soak', '### Stage 2: more (10%, |)', '12h', '### Stage 2: more (10%, 12h)\n'],
    ['where the stage is', '### Stage 2: more (10%, 12h, pro|)', 'production', '(10%, 12h, production)\n'],
  ])('%s', async (_, heading, label, expected) => {
    expect(await taken(stage(heading), label)).toContain(expected);
  });

  test('what the stage says already is not said twice, and words are the author’s', async () => {
    const found = await labels(stage('### Stage 2: more (10%, |)'));
    expect(found).not.toContain('25%');
    expect(found).not.toContain('1h');
    expect(await labels(stage('### Stage 2: more (10%, 12h) |'))).toEqual([]);
    expect(await labels('# Rollout plan: x (|)\n')).toEqual([]);
  });

  test('the phase and the release of a step', async () => {
    const steps = (heading: string): string =>
      `---\nrolloutPlan: 1\n---\n\n# M\n\n## Steps\n\n### 1. Expand: add it (5.1.0)\n\n- **Reversible**: yes\n\n${heading}\n\n- **Reversible**: yes\n`;
    expect(await labels(steps('### 2. Contract: drop it (|)'), 'MIGRATION_PLAN.md')).toEqual(['5.1.0']);
    expect(await labels(steps('### 2. Drop it (|)'), 'MIGRATION_PLAN.md')).toContain('contract');
  });
});

describe('labels', () => {
  test.each([
    ['in a list', `${STAGE}- **Weight**: 5%\n- |`, 'Soak', false],
    ['in a list, bold', `${STAGE}- **|`, 'Environment', true],
    ['of the document, above its sections', '# Rollout plan: x\n\n- |', 'Sticky by', true],
    ['of a record', '# Rehearsal\n\n- |', 'Trigger', true],
  ])('%s', async (_, text, label, isOffered) => {
    const name = label === 'Trigger' ? 'rollback-rehearsals/001.md' : ROLLOUT;
    expect((await labels(text, name)).includes(label)).toBe(isOffered);
  });

  test('on the line below a list, with their dash', async () => {
    expect(await taken(`${STAGE}- **Soak**: 2h\nEnv|\n`, 'Environment')).toContain('2h\n- **Environment**: \n');
    expect(await labels('# R\n\n## Abort criteria\n\n- any data loss\n|\n')).toEqual([]);
    const below = '# R\n\n## Abort criteria\n\n- error-rate > 1% for 5m\n|\n  - **Then**: rollback\n';
    expect(await labels(below)).toEqual([]);
  });

  test('written like those beside it', async () => {
    expect(await taken(`${STAGE}- **Env|`, 'Environment')).toContain('\n- **Environment**: ');
    expect(await taken(`${STAGE}|\n`, 'Environment')).toContain('\n- **Environment**: \n');
    expect(
      await taken('---\nrolloutPlan: 1\n---\n\n## Smoke\n\n- [ ] it works\n  - |', 'Run', 'VALIDATION_CHECKLIST.md'),
    ).toContain('  - **Run**: ');
  });
});

describe('values', () => {
  test.each([
    ['behind a label', `${STAGE}- **Environment**: |`, 'production', '- **Environment**: production'],
    ['behind a bold label', '# Rollout plan: x\n\n**Unit**: re|\n', 'requests', '**Unit**: requests\n'],
    ['a truth', `${STAGE}- **Done**: |`, 'yes', '- **Done**: yes'],
    [
      'a stage',
      `${STAGE}- **Soak**: 2h\n\n### Stage 2: ramp (10%, 2h)\n\n- **Extends**: |`,
      'canary',
      '- **Extends**: canary',
    ],
    [
      'in a cell',
      '# R\n\n## Stages\n\n\\| Stage \\| Environment \\|\n\\| --- \\| --- \\|\n\\| a \\| | \\|\n',
      'production',
      '| a | production |',
    ],
    [
      'in a list',
      `# R\n\n${METRICS}${STAGE.slice(19)}#### Metrics\n\n- error-rate\n- |`,
      'p99-latency',
      '- error-rate\n- p99-latency',
    ],
    [
      'on a line of several',
      `# R\n\n${METRICS}${STAGE.slice(19)}- **Metrics**: error-rate, |`,
      'p99-latency',
      'error-rate, p99-latency',
    ],
    ['a criterion', `# R\n\n${METRICS}## Abort criteria\n\n- p99-latency > |`, '360ms', '- p99-latency > 360ms'],
    [
      'with astral characters before it',
      '# R\n\n## Stages\n\n\\| Stage \\| Environment \\|\n\\| --- \\| --- \\|\n\\| 🚀🚀 \\| | \\|\n',
      'production',
      '| 🚀🚀 | production |',
    ],
  ])('%s', async (_, text, label, expected) => {
    expect(await taken(text, label)).toContain(expected);
  });

  test('front matter', async () => {
    expect(await labels('---\nrolloutPlan: 1\n|\n---\n\n# Rollout plan: x\n')).toContain('plan');
    expect(await labels('---\nrolloutPlan: 1\nrisk: |\n---\n\n# Rollout plan: x\n')).toEqual(['low', 'medium', 'high']);
    expect(await labels('---\nrolloutPlan: 1\n|\n---\n\n# Rollout plan: x\n')).not.toContain('rollout');
  });

  test('a value that is being written is no label', async () => {
    const contract = '# Compatibility contract\n\n## Compatibility window\n\n9|0d\n\n## Mixed versions\n';
    expect(await labels(contract, 'COMPATIBILITY_CONTRACT.md')).not.toContain('Notes');
    expect(await labels('# R\n\n## Abort criteria\n\n- amo|\n  - **Then**: rollback\n')).not.toContain('Why');
  });

  test('nothing in prose, in code and in comments', async () => {
    expect(await labels('# Rollout plan: x\n\nSome words, and |\nmore of them.\n')).toEqual([]);
    expect(await labels(`${STAGE}\`\`\`sh\nkubectl |\n\`\`\`\n`)).toEqual([]);
    expect(await labels('# Rollout plan: x\n\n<!-- a |remark -->\n')).toEqual([]);
  });
});
