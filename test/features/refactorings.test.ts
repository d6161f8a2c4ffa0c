/** Refactorings on the reference plan and its artifacts: the text afterwards, and that nothing new is wrong with it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from '../../server/src/features/types.ts';
import { apply, checkAll, type Files, seriousOnes, serviceOver, uriOf } from '../support/checking.ts';
import { ROOT } from '../support/files.ts';

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const REFERENCE = read('test/fixtures/reference/rollout-plan.yaml');
const ROLLOUT = read('examples/orders-currency/ROLLOUT_PLAN.md');
const PLAN = 'rollout-plan.yaml';

async function offered(files: Files, name: string, words: string): Promise<readonly CodeAction[]> {
  const text = files[name] ?? '';
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`"${words}" is not in ${name}`);
  const position = TextDocument.create('', '', 0, text).positionAt(at);
  return serviceOver(files).codeActions(uriOf(name), { start: position, end: position }, ['refactor']);
}

/** The text after the refactoring with this title; held to the laws. */
async function refactored(text: string, words: string, title: string | RegExp, name = PLAN): Promise<string> {
  const files = { [name]: text };
  const actions = await offered(files, name, words);
  const action = actions.find((one) => (typeof title === 'string' ? one.title === title : title.test(one.title)));
  if (!action) throw new Error(`no such refactoring; there are: ${actions.map((one) => one.title).join(' | ')}`);
  const changed = apply(files, action);
  const [before, then] = [await checkAll(files), await checkAll(changed)];
  const rules = (found: typeof before): string[] =>
    seriousOnes(found)
      .map((line) => line.replace(/^\S+ /, ''))
      .sort();
  expect(rules(then).filter((rule) => !rules(before).includes(rule))).toEqual([]);
  const comments = text.match(/(?<=\s)# .*$/gm) ?? [];
  expect(changed[name]).toSatisfy((now: string) => comments.every((comment) => now.includes(comment.trim())));
  if (text.includes('\r\n')) expect(changed[name]).not.toMatch(/(?<!\r)\n/);
  return changed[name] ?? '';
}

/** Lines that differ, with `-` and `+`. */
function changes(before: string, then: string): string[] {
  const [old, now] = [before.split('\n'), then.split('\n')];
  const removed = old.filter((line) => !now.includes(line)).map((line) => `-${line}`);
  return [...removed, ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`)];
}

describe('durations', () => {
  test('in other units', async () => {
    expect(changes(REFERENCE, await refactored(REFERENCE, '72h }', 'Write "72h" as "3d"'))).toEqual([
      '-    - { id: full, extends: canary, weight: 100%, soak: 72h }',
      '+    - { id: full, extends: canary, weight: 100%, soak: 3d }',
    ]);
  });
  test('not of what is no duration', async () => {
    expect(await offered({ [PLAN]: REFERENCE }, PLAN, 'orders-currency')).toEqual([]);
  });
  test('in Markdown', async () => {
    const text = '# Rollout plan\n\n## Stages\n\n### Stage 1: canary (1%)\n\n- **Soak**: 24h\n';
    expect(await refactored(text, '24h', 'Write "24h" as "1d"', 'ROLLOUT_PLAN.md')).toContain('- **Soak**: 1d\n');
  });
});

describe('criteria', () => {
  const sentence = REFERENCE.replace(
    'p99-latency > 400ms for 10m -> pause',
    'if p99 latency is above 400 ms for ten minutes, pause',
  );
  test('a sentence becomes a criterion', async () => {
    const title = 'Write "p99-latency > 400ms for 10m -> pause"';
    expect(await refactored(sentence, 'if p99 latency', title)).toBe(REFERENCE);
  });
  test('a criterion that says who decides', async () => {
    const then = await refactored(REFERENCE, 'p99-latency > 400ms for 10m -> pause', /mapping/);
    expect(then).toMatch(/- when: p99-latency > 400ms for 10m\n\s+then: pause\n\s+automatic: true/);
  });
  test('what is written as it should be is left alone', async () => {
    const titles = (await offered({ [PLAN]: REFERENCE }, PLAN, 'error-rate < 0.5% for 24h')).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('Write "error'))).toEqual([]);
  });
});

describe('stages', () => {
  test('one before', async () => {
    const then = await refactored(REFERENCE, 'id: ramp-10', 'Add a stage of 5% before "ramp-10"');
    expect(changes(REFERENCE, then)).toEqual(['+    - { id: ramp-5, extends: ramp-10, weight: 5% }']);
  });
  test('one after', async () => {
    const then = await refactored(REFERENCE, 'id: ramp-50', /^Add a stage of \d+% after "ramp-50"$/);
    expect(then.indexOf('extends: ramp-50')).toBeGreaterThan(then.indexOf('id: ramp-50'));
    expect(then.indexOf('extends: ramp-50')).toBeLessThan(then.indexOf('id: full'));
  });
  test('one in two', async () => {
    const then = await refactored(REFERENCE, 'id: ramp-50', /^Split it into \d+% and 50%, 12h each$/);
    expect(then).toContain('{ id: ramp-50, extends: canary, weight: 50%, soak: 12h }');
  });
  test('none like one that does what is its own', async () => {
    const own = REFERENCE.replace('id: ramp-50,', 'id: ramp-50, run: "deploy --weight 50",');
    expect(own).not.toBe(REFERENCE);
    expect((await offered({ [PLAN]: own }, PLAN, 'id: ramp-50')).map(({ title }) => title)).toEqual(
      (await offered({ [PLAN]: REFERENCE }, PLAN, 'id: ramp-50'))
        .map(({ title }) => title)
        .filter((title) => !/^(?:Add|Split)/.test(title)),
    );
  });
  test('in order, with their comments, at the end of a text without a last line break', async () => {
    const text = `rolloutPlan: 1
rollout:
  stages:
    # half
    - id: half
      weight: 10%
    # a few
    - id: canary # the first
      weight: 1%`;
    expect(await refactored(text, 'id: canary', 'Sort the stages by their share')).toBe(`rolloutPlan: 1
rollout:
  stages:
    # a few
    - id: canary # the first
      weight: 1%
    # half
    - id: half
      weight: 10%`);
  });
  test('in order with CRLF, and what has no share stays in its place', async () => {
    const [half, dark, few] = [
      '    - id: half\r\n      weight: 10%\r\n',
      '    - id: qa\r\n',
      '    - { id: few, weight: 1% }',
    ];
    const text = `rolloutPlan: 1\r\nrollout:\r\n  stages:\r\n${half}${dark}${few}`;
    const then = await refactored(text, 'id: few', 'Sort the stages by their share');
    expect(then).toBe(`rolloutPlan: 1\r\nrollout:\r\n  stages:\r\n${few}\r\n${dark}${half.trimEnd()}`);
  });
  test('in order, where one stands in its place already', async () => {
    const stage = (id: string, weight: string): string => `    - id: ${id}\n      weight: ${weight}\n`;
    const plan = (...stages: string[]): string => `rolloutPlan: 1\nrollout:\n  stages:\n${stages.join('')}`;
    const [few, some, many] = [stage('few', '1%'), stage('some', '5%'), stage('many', '10%')];
    const text = plan(many, some, few);
    expect(await refactored(text, 'id: few', 'Sort the stages by their share')).toBe(plan(few, some, many));
  });
  test('in order in Markdown', async () => {
    const text =
      '# Rollout plan\n\n## Stages\n\n### Stage 1: half (10%)\n\nMany.\n\n### Stage 2: canary (1%)\n\nFew.\n';
    const then = await refactored(text, 'Few', 'Sort the stages by their share', 'ROLLOUT_PLAN.md');
    expect(then.indexOf('canary (1%)')).toBeLessThan(then.indexOf('half (10%)'));
  });
  test('stages on one line are not sorted by lines', async () => {
    const text = 'rolloutPlan: 1\nrollout:\n  stages: [{ id: half, weight: 50% }, { id: canary, weight: 1% }]\n';
    expect((await offered({ [PLAN]: text }, PLAN, 'canary')).map(({ title }) => title)).not.toContain(
      'Sort the stages by their share',
    );
  });
});

describe('shared criteria', () => {
  const own = (id: string, weight: string): string => `    - id: ${id}
      weight: ${weight}
      soak: 2h
      metrics: [error-rate]
      abortCriteria:
        - error-rate > 1% for 5m -> rollback
`;
  const text = `rolloutPlan: 1\nrollout:\n  stages:\n${own('canary', '1%')}${own('ramp', '10%')}`;
  test('are said once', async () => {
    const then = await refactored(text, 'id: ramp', 'Let "ramp" extend "canary" for what they share');
    expect(then).toBe(
      `rolloutPlan: 1\nrollout:\n  stages:\n${own('canary', '1%')}    - id: ramp\n      extends: canary\n      weight: 10%\n      soak: 2h\n`,
    );
  });
  test('and keep CRLF', async () => {
    await refactored(text.replaceAll('\n', '\r\n'), 'id: ramp', /extend "canary"/);
  });
  test('but not where a comment would be lost, or something would be inherited that was not there', async () => {
    for (const other of [
      text.replace(/metrics: \[error-rate\]\n(?!.*metrics)/s, 'metrics: [error-rate] # why\n'),
      text.replace('      soak: 2h\n', '      soak: 2h\n      run: deploy --weight 1\n'),
    ]) {
      expect((await offered({ [PLAN]: other }, PLAN, 'id: ramp')).map(({ title }) => title)).not.toContain(
        'Let "ramp" extend "canary" for what they share',
      );
    }
  });
});

describe('shared criteria elsewhere', () => {
  const stage = (id: string, more: string): string => `    - { id: ${id}, weight: 5%, ${more} }\n`;
  const plan = (...stages: string[]): string => `rolloutPlan: 1\nrollout:\n  stages:\n${stages.join('')}`;
  const title = 'Let "ramp" extend "canary" for what they share';
  test.each([
    ['between braces', 'metrics: [a, b], soak: 2h', 'metrics: [a, b], soak: 3h', 'soak: 3h, extends: canary'],
    ['at the end of braces', 'soak: 2h, metrics: [a, b]', 'soak: 3h, metrics: [a, b]', 'soak: 3h, extends: canary'],
    ['of one that extends the other', 'metrics: [a]', 'extends: canary, metrics: [a]', 'extends: canary'],
  ])('%s', async (_, canary, ramp, then) => {
    const text = plan(stage('canary', canary), stage('ramp', ramp));
    const now = await refactored(text, 'id: ramp', title);
    expect(sorted(now)).toBe(sorted(plan(stage('canary', canary), stage('ramp', then))));
  });
  /** The keys of a map in braces may stand in any order. */
  const sorted = (text: string): string =>
    text.replace(/\{ (.*) \}/g, (_, keys: string) => keys.split(', ').sort().join());
  test.each([
    [
      'of one that extends another',
      plan(stage('one', 'soak: 2h'), stage('canary', 'metrics: [a]'), stage('ramp', 'extends: one, metrics: [a]')),
    ],
    [
      'what others repeat by an alias',
      plan(stage('canary', 'metrics: [a]'), stage('ramp', 'metrics: &m [a]'), '    - { title: last, metrics: *m }\n'),
    ],
    ['of one without an id', plan('    - { title: canary, metrics: [a] }\n', stage('ramp', 'metrics: [a]'))],
    [
      'on lines between braces',
      plan(stage('canary', 'metrics: [a]'), '    - {\n      id: ramp,\n      weight: 9%,\n      metrics: [a] }\n'),
    ],
    [
      'that other stages inherit',
      `${plan(stage('canary', 'metrics: [a]'), '    - &r { id: ramp, metrics: [a] }\n', '    - { <<: *r, id: full }\n')}`,
    ],
  ])('not %s', async (_, text) => {
    expect((await offered({ [PLAN]: text }, PLAN, 'id: ramp')).map((one) => one.title)).not.toContain(title);
  });
});

test('labels of a list in Markdown are left as they are', async () => {
  const stages = (mark: string): string =>
    `# Rollout plan\n\n## Stages\n\n### canary (1%)\n\n${mark}Metrics: a, b\n\n### ramp (10%)\n\n${mark}Metrics: a, b\n`;
  const title = 'Let "ramp" extend "canary" for what they share';
  const titles = async (mark: string): Promise<string[]> =>
    (await offered({ 'ROLLOUT_PLAN.md': stages(mark) }, 'ROLLOUT_PLAN.md', 'ramp (10%)')).map((one) => one.title);
  expect(await titles('')).toContain(title);
  expect(await titles('- ')).not.toContain(title);
});

test('nothing is offered in prose that is too long to be tried', async () => {
  const text = '# Rollout plan\n\n## Stages\n\n### Stage 1: canary (1%)\n\n- **Soak**: 24h\n';
  const files = (more: string) => ({ 'ROLLOUT_PLAN.md': `${text}\n${more}` });
  expect((await offered(files('Why.'), 'ROLLOUT_PLAN.md', '24h')).length).toBeGreaterThan(0);
  expect(await offered(files('Why. '.repeat(20_001)), 'ROLLOUT_PLAN.md', '24h')).toEqual([]);
  expect(await offered(files('Why.\n'.repeat(2_001)), 'ROLLOUT_PLAN.md', '24h')).toEqual([]);
});

describe('steps', () => {
  const text = REFERENCE.replace(/ {4}- id: expand-columns[\s\S]*?(?= {4}- id: drop-amount-cents)/, '')
    .replace('      phase: contract\n', '')
    .replace('      after: { step: backfill-amount, soak: 90d }\n', '')
    .replace('strategies: [expand-contract, dual-write, backfill, feature-flag]', 'strategies: [expand-contract]');
  test('one in three', async () => {
    const then = await refactored(text, 'title: Drop amount_cents', 'Convert it to expand, migrate and contract');
    const phases = [...then.matchAll(/^ {6}phase: (\w+)/gm)].map((match) => match[1]);
    expect(phases[0]).toBe('expand');
    expect(phases.slice(1, -1)).toContain('migrate');
    expect(phases.at(-1)).toBe('contract');
    expect(then).toContain('DROP COLUMN amount_cents');
  });
  test('one in three, also of one that says already that it contracts', async () => {
    const contracting = text.replace('    - id: drop-amount-cents\n', '$&      phase: contract\n');
    const then = await refactored(contracting, 'title: Drop amount_cents', /^Convert it/);
    expect([...then.matchAll(/^ {6}phase: (\w+)/gm)].filter(([, phase]) => phase === 'contract')).toHaveLength(1);
  });
  test.each(['ALTER TABLE a ADD COLUMN b int;', 'UPDATE a SET b = 1;'])(
    'not of one that takes nothing away: %s',
    async (sql) => {
      const plan = `rolloutPlan: 1\nmigration:\n  steps:\n    - id: one\n      up:\n        sql: ${sql}\n`;
      expect(await offered({ [PLAN]: plan }, PLAN, 'id: one')).toEqual([]);
    },
  );
  test('not where the phases are there, nor of a step that only adds', async () => {
    for (const words of ['title: Drop amount_cents', 'title: Add nullable columns'])
      expect((await offered({ [PLAN]: REFERENCE }, PLAN, words)).map(({ title }) => title)).toEqual([]);
  });
});

test('at every place of the plan and the artifact, each refactoring can be written and brings nothing wrong', async () => {
  for (const [name, text] of [
    [PLAN, REFERENCE],
    ['ROLLOUT_PLAN.md', ROLLOUT],
  ] as const) {
    const files = { [name]: text };
    const before = seriousOnes(await checkAll(files)).length;
    const service = serviceOver(files);
    const seen = new Set<string>();
    const document = TextDocument.create('', '', 0, text);
    for (let line = 0; line < document.lineCount; line++) {
      const start = { line, character: Math.max(0, (text.split('\n')[line] ?? '').length - 2) };
      for (const action of await service.codeActions(uriOf(name), { start, end: start }, ['refactor'])) {
        const key = `${action.title} ${JSON.stringify(action.edit)}`;
        if (seen.has(key)) continue;
        seen.add(key);
        expect(seriousOnes(await checkAll(apply(files, action))).length, action.title).toBeLessThanOrEqual(before);
      }
    }
    expect(seen.size).toBeGreaterThan(5);
  }
});
