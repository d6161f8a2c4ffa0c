import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClientOptions, PULL } from '../support/lsp-client.ts';
import { Completing } from './completing.ts';

const SNIPPETS: ClientOptions = {
  capabilities: {
    ...PULL,
    textDocument: {
      ...PULL.textDocument,
      completion: { completionItem: { snippetSupport: true, insertTextModeSupport: { valueSet: [1, 2] } } },
    },
  },
  initializationOptions: { commands: ['editor.action.triggerSuggest'] },
};

let plain: Completing;
let rich: Completing;
beforeAll(async () => {
  [plain, rich] = await Promise.all([Completing.start(), Completing.start(SNIPPETS)]);
});
afterAll(() => Promise.all([plain.stop(), rich.stop()]));

const labels = (text: string, name?: string): Promise<string[]> => plain.labels(text, name);
const taken = (text: string, label: string): Promise<string> => plain.taken(text, label);

const METRICS = 'metrics:\n  - { id: error-rate, baseline: 0.1% }\n  - { id: p99-latency, baseline: 180ms }\n';

describe('keys', () => {
  test('those that are missed most come first, and none that is there', async () => {
    const found = await labels('rolloutPlan: 1\nrollback:\n  owner: team\n  |\n');
    expect(found).not.toContain('owner');
    expect(found.indexOf('triggers')).toBeGreaterThanOrEqual(0);
    expect(found.indexOf('timeBudget')).toBeLessThan(found.indexOf('description'));
  });

  test.each([
    [
      'a word begun',
      'rolloutPlan: 1\nrollout:\n  stages:\n    - id: a\n      wei|\n      soak: 2h\n',
      'weight',
      '      weight: \n      soak',
    ],
    ['an indented empty line', 'rolloutPlan: 1\nchange:\n  |', 'surfaces', 'change:\n  surfaces: []'],
    ['between braces', 'rolloutPlan: 1\nflags:\n  - { id: a, | }\n', 'default', '{ id: a, default:  }'],
    ['between braces that are open', 'rolloutPlan: 1\nflags:\n  - { id: a, de|\n', 'default', '{ id: a, default: \n'],
    ['behind a dash', 'rolloutPlan: 1\nmetrics:\n  - |\n', 'id', 'metrics:\n  - id: error-rate\n'],
    ['a dash as deep as its key', 'rolloutPlan: 1\nmetrics:\n- id: a\n  |\n', 'query', '- id: a\n  query: \n'],
    ['a key with its colon', 'rolloutPlan: 1\nrollout:\n  ow|: me\n', 'owner', 'rollout:\n  owner: me\n'],
    [
      'a key above its value',
      'rolloutPlan: 1\nchange:\n  sum|\n    words below\n',
      'summary',
      '  summary:\n    words below\n',
    ],
    ['Windows line ends', 'rolloutPlan: 1\r\nmigration:\r\n  |\r\n', 'steps', 'migration:\r\n  steps:\r\n    - \r\n'],
    [
      'astral characters before it',
      'rolloutPlan: 1\nflags:\n  - { id: a, notes: "🚀🚀", de| }\n',
      'default',
      '"🚀🚀", default:  }',
    ],
    [
      'four columns',
      'rolloutPlan: 1\nchange:\n    summary: x\nrollback:\n    |\n',
      'reverts',
      'rollback:\n    reverts:\n        \n',
    ],
  ])('%s', async (_, text, label, expected) => {
    expect(await taken(text, label)).toContain(expected);
  });

  test('nothing is offered in text, in literals and behind what is no word', async () => {
    expect(await labels('rolloutPlan: 1\nrollback:\n  triggers: [any data loss, |]\n')).not.toContain('when');
    expect(await labels('rolloutPlan: 1\nrollback:\n  owner:| team\n')).toEqual([]);
    expect(await labels('rolloutPlan: 1\ntitle: some wo|\n')).toEqual([]);
    const literal = 'rolloutPlan: 1\nmigration:\n  steps:\n    - id: a\n      up:\n        sql: \\|\n';
    expect(await labels(`${literal}      |\n          select 1\n`)).toEqual([]);
    expect(await labels(`${literal}        |\n          select 1\n`)).toEqual([]);
  });

  test('a key that stands there without its colon makes way for none but longer ones', async () => {
    const stage = (key: string): string => `rolloutPlan: 1\nrollout:\n  stages:\n    - { id: a, ${key}| }\n`;
    expect(await labels(stage('weight'))).toEqual(['weight']);
    expect(await labels(stage('run'))).toEqual(['run', 'runbook']);
    expect(await labels(stage('wei'))).toContain('soak');
  });

  test('nothing is offered in a literal', async () => {
    expect(
      await labels(
        'rolloutPlan: 1\nmigration:\n  steps:\n    - id: a\n      up:\n        sql: |\n          select |\n'.replace(
          'sql: |',
          'sql: \\|',
        ),
      ),
    ).toEqual([]);
  });
});

describe('values', () => {
  test('an enum, with what each value means', async () => {
    const text = 'rolloutPlan: 1\nmigration:\n  strategies: [dual-write, |]\n';
    await plain.offered(text, (found) => {
      expect(found.map(({ label }) => label)).toContain('expand-contract');
      expect(found.map(({ label }) => label)).not.toContain('dual-write');
      expect(JSON.stringify(found.find(({ label }) => label === 'canary')?.documentation)).toContain('small share');
    });
  });

  test.each([
    ['a truth', 'rollout:\n  stages: [{ id: a, done: | }]\n', 'true'],
    ['a metric', `${METRICS}rollout:\n  metrics: [error-rate, |]\n`, 'p99-latency'],
    ['a metric behind a dash', `${METRICS}rollout:\n  metrics:\n    - |\n`, 'p99-latency'],
    ['a list where none is begun', `${METRICS}rollout:\n  metrics: |\n`, 'p99-latency'],
    [
      'a backup',
      'backups:\n  - id: before-drop\nmigration:\n  steps:\n    - id: drop\n      backup: |\n',
      'before-drop',
    ],
    ['a step', 'migration:\n  steps:\n    - id: one\n    - id: two\n      after: { step: | }\n', 'one'],
    ['a stage', 'rollout:\n  stages:\n    - id: canary\n    - id: full\n      extends: |\n', 'canary'],
    ['an id that is named and not declared', 'rollout:\n  metrics: [error-rate]\nmetrics:\n  - id: |\n', 'error-rate'],
    ['a day', 'flags:\n  - id: a\n    removeBy: |\n', /^\d{4}-\d\d-\d\d$/],
    ['directly behind the colon', 'rollback:\n  approach:|\n', 'rollback-first'],
    ['between quotes', `${METRICS}rollout:\n  metrics: ["|"]\n`, 'p99-latency'],
    ['in quotes that are open', `${METRICS}rollout:\n  metrics: ["|\n`, 'p99-latency'],
    ['an owner that is named elsewhere', 'owner: team-a\nrollback:\n  owner: |\n', 'team-a'],
  ])('%s', async (_, text, label) => {
    const found = await labels(`rolloutPlan: 1\n${text}`);
    if (typeof label === 'string') expect(found).toContain(label);
    else expect(found[0]).toMatch(label);
  });

  test('nothing refers to itself', async () => {
    expect(
      await labels('rolloutPlan: 1\nrollout:\n  stages:\n    - id: canary\n      extends: |\n    - id: b\n'),
    ).toEqual(['b']);
  });

  test('the next share, after that of the stage before', async () => {
    const stages = ['id: a, weight: 5%', 'id: b, weight: |', 'id: c, weight: 50%'];
    const text = `rolloutPlan: 1\nrollout:\n  stages:\n${stages.map((stage) => `    - { ${stage} }\n`).join('')}`;
    await plain.offered(text, (found) => {
      expect(found.map(({ label }) => label)).toEqual(['10%', '25%']);
      expect(found.find(({ preselect }) => preselect)?.label).toBe('10%');
    });
  });

  test('taken as it has to stand there', async () => {
    const plan = 'rolloutPlan: 1\napprovers: ["@dba"]\nrollback:\n  owner:|\n';
    expect(await taken(plan, '@dba')).toContain('  owner: "@dba"\n');
    expect(await taken('rolloutPlan: 1\nrollback:\n  approach: "roll|"\n', 'rollback-first')).toContain(
      'approach: "rollback-first"',
    );
    expect(
      await taken('rolloutPlan: 1\nrollback:\n  approach: rollback-fi|rst # why\n', 'roll-forward-first'),
    ).toContain('approach: roll-forward-first # why');
  });
});

describe('criteria', () => {
  const criterion = (words: string): string => `rolloutPlan: 1\n${METRICS}rollout:\n  abortCriteria:\n    - ${words}\n`;

  test.each([
    ['|', 'p99-latency', '- p99-latency \n'],
    ['|', 'p99-latency > 360ms for 5m -> pause', '- p99-latency > 360ms for 5m -> pause\n'],
    ['err|', 'error-rate', '- error-rate \n'],
    ['error-rate |', '>', '- error-rate > \n'],
    ['error-rate > |', '1%', '- error-rate > 1%\n'],
    ['p99-latency > |', '2x baseline', '- p99-latency > 2x baseline\n'],
    ['error-rate > 1% |', 'for', '- error-rate > 1% for \n'],
    ['error-rate > 1% for |', '10m', '- error-rate > 1% for 10m \n'],
    ['error-rate > 1% for 5m |', '->', '- error-rate > 1% for 5m -> \n'],
    ['error-rate > 1% for 5m -> |', 'pause', '- error-rate > 1% for 5m -> pause\n'],
    ['err|or-rate > 1% for 5m', 'p99-latency', '- p99-latency > 1% for 5m\n'],
    ['error-rate > 1|% for 5m', '2x baseline', '- error-rate > 2x baseline for 5m\n'],
    ['"error-rate > 1% for 5m -> |"', 'page', '- "error-rate > 1% for 5m -> page"\n'],
    ['{ when: error-rate > | }', '1%', '- { when: error-rate > 1% }\n'],
  ])('%s', async (words, label, expected) => {
    expect(await taken(criterion(words), label)).toContain(expected);
  });

  test("a sentence is the author's own", async () => {
    expect(await labels(criterion('any data loss |'))).toEqual([]);
  });
});

describe('new ones as a whole', () => {
  test('a stage, in its place', async () => {
    const text = await taken('rolloutPlan: 1\nrollout:\n  stages:\n    - |\n', 'Stage: ramp');
    expect(text).toContain('    - id: ramp-10\n      extends: canary\n');
  });

  test('a part, and its list', async () => {
    expect(await taken('rolloutPlan: 1\n|', 'rollout: canary to ramp')).toMatch(
      /^rollout:\n {2}unit: requests\n[\s\S]*\n {4}- id: staging\n/m,
    );
    expect(await taken('rolloutPlan: 1\nmigration:\n  steps:|\n', 'Step: backfill')).toContain(
      '  steps:\n    - id: backfill-amount\n',
    );
  });
});

test('snippets, their indentation, and what is asked next, for an editor that has them', async () => {
  await rich.offered('rolloutPlan: 1\nrollout:\n  stages:\n    - |\n', (items) => {
    const stage = items.find(({ label }) => label === 'Stage: ramp');
    expect(stage).toMatchObject({ insertTextFormat: 2, insertTextMode: 1 });
    expect(stage?.textEdit?.newText).toMatch(/^id: .*\n {6}extends: /);
  });
  await rich.offered('rolloutPlan: 1\nrollout:\n  so|', (items) =>
    expect(items.find(({ label }) => label === 'soak')?.command?.command).toBe('editor.action.triggerSuggest'),
  );
});

test('a file that is no plan gets nothing', async () => {
  expect(await labels('roll|', 'values.yaml')).toEqual([]);
});
