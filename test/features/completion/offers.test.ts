/** What is offered at places where people seldom are. The rest is in `test/lsp/completion*.test.ts`. */
import { describe, expect, test } from 'vitest';
import { complete } from '../../../server/src/features/completion/complete.ts';
import type { Completion } from '../../../server/src/features/completion/types.ts';
import { asking } from '../../support/asking.ts';
import type { Files } from '../../support/checking.ts';
import { applyEdits } from '../../support/edits.ts';

async function offered(files: Files): Promise<readonly Completion[]> {
  const { context, position, service, uri } = await asking(files);
  return complete(context, position, service.surroundings(uri));
}

async function labels(files: Files): Promise<string[]> {
  return (await offered(files)).map(({ label }) => label);
}

/** The text with one of the offers taken. */
async function taken(files: Files, label: string): Promise<string> {
  const [marked = ''] = Object.values(files);
  const offer = (await offered(files)).find((one) => one.label === label);
  if (!offer) throw new Error(`"${label}" is not offered`);
  return applyEdits(marked.replace('‸', ''), [offer.edit]);
}

const yaml = (text: string): Files => ({ 'rollout-plan.yaml': text });
const METRICS =
  'rolloutPlan: 1\nmetrics:\n  - { id: error-rate, baseline: 0.1% }\n  - { id: latency, title: Waiting }\n';
const rollout = (text: string): Files => yaml(`${METRICS}rollout:\n  ${text}\n`);

describe('criteria', () => {
  const abort = (criterion: string): Files => rollout(`abortCriteria:\n    - ${criterion}`);
  test.each<[string, string, string[]]>([
    ['what happens then, with what it means', 'error-rate > 1% -> ‸', ['rollback', 'pause', 'page']],
    ['no limit where nobody knows a usual one', 'latency > ‸', []],
    ['nothing where characters are escaped', '"error-rate \\u003e ‸"', []],
  ])('%s', async (_, criterion, expected) => {
    expect(await labels(abort(criterion))).toEqual(expected);
  });
  test('whole ones in the place of words that are there', async () => {
    expect(await taken(abort('er‸ror-rate'), 'error-rate > 1% for 5m -> rollback')).toContain(
      '    - error-rate > 1% for 5m -> rollback\n',
    );
  });
  test('triggers say no action: it is to roll back', async () => {
    expect((await labels(yaml(`${METRICS}rollback:\n  triggers:\n    - ‸\n`)))[0]).toBe('error-rate > 1% for 5m');
  });
});

describe('references', () => {
  test('to templates, if they have an id', async () => {
    const text = 'templates:\n    - { id: base }\n    - { title: nameless }\n  stages:\n    - { id: one, extends: ‸ }';
    expect(await labels(rollout(text))).toEqual(['base']);
  });
  test('as usual names where the plan names nothing for sure', async () => {
    const text = 'rolloutPlan: 1\nmetrics:\n  - id: ‸\nrollout:\n  abortCriteria: ["error rate > 1%"]\n';
    expect(await labels(yaml(text))).toContain('error-rate');
  });
  test('as a list where one is wanted, also right behind the colon', async () => {
    expect(await taken(rollout('metrics:‸'), 'error-rate')).toContain('  metrics: [error-rate]\n');
    expect(await taken(rollout('metrics: ‸'), 'error-rate')).toContain('  metrics: [error-rate]\n');
  });
  test('as a key for ids only where they are declared', async () => {
    const keys = async (value: string): Promise<boolean> =>
      (await labels(rollout(`stages:\n    - id: one\n      ‸: ${value}`))).includes('metrics');
    expect(await keys('[error-rate, latency]')).toBe(true);
    expect(await keys('[error-rate, others]')).toBe(false);
  });
  test('as a key for a single id, too', async () => {
    const keys = async (value: string): Promise<readonly string[]> =>
      labels(rollout(`stages:\n    - { id: one }\n    - id: two\n      ‸: ${value}`));
    expect(await keys('one')).toContain('extends');
    expect(await keys('none-such')).not.toContain('extends');
  });
  test('as a key of a map that stands between braces', async () => {
    expect(await taken(yaml('rolloutPlan: 1\nchange: { ‸ }\n'), 'environment')).toContain('{ environment: {  } }');
  });
  test('no other key for what stands below one that the map needs', async () => {
    expect(await labels(yaml('rolloutPlan: 1\nmetrics:\n  - id‸\n      error-rate\n'))).toEqual([]);
  });
});

test('a share that is not usual between two others, and nothing that is no share between them', async () => {
  const text =
    'stages:\n    - { id: one, weight: 10% }\n    - { id: two, weight: ‸ }\n    - { id: three, weight: 50% }';
  const found = await offered(rollout(text));
  expect(found.map(({ label, preselect }) => [label, preselect])).toEqual([['25%', true]]);
});

test('in a template above all stages what no stage has waited or reached before it', async () => {
  const template = (key: string): Files =>
    rollout(`templates:\n    - id: base\n      ${key}: ‸\n  stages:\n    - { id: one, weight: 10%, soak: 24h }`);
  expect(await labels(template('soak'))).toContain('1h');
  expect(await labels(template('weight'))).toContain('1%');
});

test('any soak behind a stage that says no share', async () => {
  const text = 'stages:\n    - { id: one, soak: 24h }\n    - id: two\n      soak: ‸';
  expect(await labels(rollout(text))).toContain('1h');
});

describe('where nothing can stand, nothing is offered', () => {
  test.each([
    ['in a map that the schema does not know', 'x-own:\n  b‸\n'],
    ['in quotes, where a map is wanted', 'rolloutPlan: 1\nrollout: "‸"\n'],
    ['in quotes, where a list is wanted', 'rolloutPlan: 1\nrollout:\n  stages: "‸"\n'],
    ['between braces, where lines are wanted', 'rolloutPlan: 1\nrollout: { stages: ‸ }\n'],
  ])('%s', async (_, text) => {
    expect(await labels(yaml(text))).toEqual([]);
  });
});

describe('whole maps', () => {
  test('on the lines below the key', async () => {
    expect(await taken(yaml('rolloutPlan: 1\nrollout: ‸\n'), 'Rollout: blue-green')).toMatch(
      /^rolloutPlan: 1\nrollout:\s*\n {2}\w+:/,
    );
  });
  test('of a list below its key, from the cursor on', async () => {
    expect(await taken(yaml('rolloutPlan: 1\nrollout:\n  stages:\n    ‸\n'), 'Stage: staging')).toMatch(
      /^rolloutPlan: 1\nrollout:\n {2}stages:\n {4}- id: staging\n {6}\w+:/,
    );
  });
  test('behind a byte order mark, as on any other line', async () => {
    expect(await taken(yaml('\uFEFFrollou‸\n'), 'Rollout plan: rollout plan')).toMatch(/^\uFEFFrolloutPlan: 1\nname: /);
    expect(await taken({ 'ROLLOUT_PLAN.md': '\uFEFF# Roll‸' }, 'Rollout plan')).toMatch(/^\uFEFF---\nrolloutPlan: 1\n/);
  });
});

describe('in artifacts', () => {
  const stages = (text: string): Files => ({ 'ROLLOUT_PLAN.md': `# Rollout plan\n\n## Stages\n\n${text}` });
  test('headings of the level whose signs stand there', async () => {
    const found = await labels(stages('### canary (1%)\n\n###‸\n\n### full (100%)\n'));
    expect(found[0]).toBe('Stage: ramp');
    expect(found.every((label) => label.startsWith('Stage: '))).toBe(true);
  });
  test('no whole item where the items are words', async () => {
    expect(
      (await labels({ 'ROLLOUT_PLAN.md': '# Rollout plan\n\n## Approvers\n\n##‸\n\n- x\n' })).filter((one) =>
        one.includes(': '),
      ),
    ).toEqual([]);
  });
  test('in the parentheses of a heading what it says so, and not in the address of a link', async () => {
    expect(await labels(stages('### canary (‸)\n'))).toContain('1%');
    expect(await labels(stages('### [canary](‸)\n'))).toEqual([]);
  });
  test('in a list of criteria, also beside one that says more', async () => {
    const list = '- **Abort criteria**:\n  - error-rate > 1%\n    - **Action**: pause\n  - err‸\n';
    const metric = '\n\n## Metrics\n\n### error-rate\n\n- **Baseline**: 0.1%\n';
    expect(await labels(stages(`### canary (1%)\n\n${list}${metric}`))).toContain('error-rate');
  });
  test('in an empty row first what the row is about', async () => {
    const table = (row: string): Files => ({
      'ROLLOUT_PLAN.md': `# Rollout plan\n\n## Flags\n\n| Id | Type |\n| - | - |\n${row}\n`,
    });
    expect(await labels(table('| | ‸ |'))).toEqual([]);
    expect(await labels(table('| new-orders | ‸ |'))).toContain('release');
  });
});

test('of several rules in a comment those that are not named yet', async () => {
  const comment = (rules: string): Files => yaml(`# rollout-plan-disable-next-line ${rules}‸\nrolloutPlan: 1\n`);
  expect(await labels(comment('missing-own'))).toContain('missing-owner');
  expect(await labels(comment('missing-owner, no-sta'))).not.toContain('missing-owner');
  expect(await taken(comment('missing-owner, no-sta'), 'no-staging-stage')).toContain(
    'line missing-owner, no-staging-stage\n',
  );
});
