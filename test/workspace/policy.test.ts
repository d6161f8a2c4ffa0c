/** What a policy changes, where it is found, and what is said of its own mistakes. */
import { describe, expect, test } from 'vitest';
import { createLanguageService } from '../../server/src/service.ts';
import { DEFAULT_SETTINGS } from '../../server/src/workspace/host.ts';
import { memoryHost } from '../support/memory-host.ts';

const ROOT = 'file:///home/repo';
const PLAN = `${ROOT}/services/orders/rollout-plan.yaml`;
const CONFIG = `${ROOT}/rollout-plan.config.yaml`;
const GIT = { [`${ROOT}/.git/HEAD`]: 'ref: refs/heads/main\n' };
const FAULTY = 'rolloutPlan: 1\nrollout:\n  stages:\n    - { id: canary, environment: production, weight: 4% }\n';

async function problemsOf(uri: string, files: Readonly<Record<string, string>>, roots: readonly string[] = [ROOT]) {
  const service = createLanguageService(memoryHost({ ...GIT, [PLAN]: FAULTY, ...files }));
  service.setRoots(roots);
  return service.diagnostics(uri);
}

const codes = async (files: Readonly<Record<string, string>>, uri = PLAN, roots?: readonly string[]) =>
  (await problemsOf(uri, files, roots)).map(({ code }) => code);

/** In the policy itself: the words that are underlined, the id, the message. */
async function saidOf(text: string, files: Readonly<Record<string, string>> = {}, uri = CONFIG) {
  const lines = text.split('\n');
  return (await problemsOf(uri, { ...files, [uri]: text })).map(({ code, message, range: { start, end } }) => ({
    words: lines[start.line]?.slice(start.character, end.character),
    code,
    message,
  }));
}

describe('where a policy is found', () => {
  const OFF = 'rules: { missing-abort-criteria: off }\n';

  test.each([
    ['beside the plan', `${ROOT}/services/orders/rollout-plan.config.yaml`],
    ['in a folder above', `${ROOT}/services/rollout-plan.config.yml`],
    ['in the root of the repository', CONFIG],
  ])('%s', async (_, uri) => {
    expect(await codes({})).toContain('missing-abort-criteria');
    expect(await codes({ [uri]: OFF })).not.toContain('missing-abort-criteria');
  });

  test('above the folder that is opened', async () => {
    expect(await codes({ [CONFIG]: OFF }, PLAN, [`${ROOT}/services/orders`])).not.toContain('missing-abort-criteria');
  });

  test('not above the repository', async () => {
    expect(await codes({ 'file:///home/rollout-plan.config.yaml': OFF })).toContain('missing-abort-criteria');
  });

  test('without a repository, up to the opened folder and no further', async () => {
    const plan = 'file:///elsewhere/plans/a/rollout-plan.yaml';
    const at = (folder: string) => ({ [plan]: FAULTY, [`file:///elsewhere${folder}/rollout-plan.config.yaml`]: OFF });
    const roots = ['file:///elsewhere/plans'];
    expect(await codes(at('/plans'), plan, roots)).not.toContain('missing-abort-criteria');
    expect(await codes(at(''), plan, roots)).toContain('missing-abort-criteria');
  });

  test('the nearest stands alone', async () => {
    const near = `${ROOT}/services/rollout-plan.config.yaml`;
    expect(await codes({ [CONFIG]: OFF, [near]: 'ignore: []\n' })).toContain('missing-abort-criteria');
    expect(await codes({ [CONFIG]: OFF, [near]: 'extends: ../rollout-plan.config.yaml\n' })).not.toContain(
      'missing-abort-criteria',
    );
  });

  test('in JSON too, with tabs', async () => {
    const json = '{\n\t"rules": {\n\t\t"missing-abort-criteria": "off"\n\t}\n}\n';
    expect(await codes({ [`${ROOT}/rollout-plan.config.json`]: json })).not.toContain('missing-abort-criteria');
  });
});

describe('rules', () => {
  test('have the severity that the policy says, and the settings lie over it', async () => {
    const service = createLanguageService(
      memoryHost({ ...GIT, [PLAN]: FAULTY, [CONFIG]: 'rules: { missing-abort-criteria: hint, missing-owner: off }\n' }),
    );
    const severity = async () =>
      (await service.diagnostics(PLAN)).find(({ code }) => code === 'missing-abort-criteria')?.severity;
    expect(await severity()).toBe('hint');
    service.setSettings({ ...DEFAULT_SETTINGS, rules: { 'missing-abort-criteria': 'warning' } });
    expect(await severity()).toBe('warning');
    expect((await service.diagnostics(PLAN)).map(({ code }) => code)).not.toContain('missing-owner');
  });

  test('have the limits that the policy says; their severity stays', async () => {
    expect(await codes({})).not.toContain('missing-canary');
    const found = await problemsOf(PLAN, { [CONFIG]: 'rules: { missing-canary: { largest: 1% } }\n' });
    const [canary] = found.filter(({ code }) => code === 'missing-canary');
    expect(canary).toMatchObject({ severity: 'warning', message: expect.stringContaining('start with 1% or less') });
  });

  test('what extends wins over what it extends, key by key', async () => {
    const files = {
      [CONFIG]: 'extends: [policies/base.yaml, policies/strict.yaml]\nrules: { missing-canary: { severity: hint } }\n',
      [`${ROOT}/policies/base.yaml`]:
        'rules: { missing-canary: { severity: error, largest: 3% }, missing-owner: off }\n',
      [`${ROOT}/policies/strict.yaml`]: 'rules: { missing-canary: { largest: 2% } }\n',
    };
    const found = await problemsOf(PLAN, files);
    expect(found.find(({ code }) => code === 'missing-canary')).toMatchObject({
      severity: 'hint',
      message: expect.stringContaining('start with 2% or less'),
    });
    expect(found.map(({ code }) => code)).not.toContain('missing-owner');
  });
});

describe('which files are plans', () => {
  test('ignored files are silent, relative to the policy', async () => {
    expect(await codes({ [CONFIG]: 'ignore: ["services/**"]\n' })).toEqual([]);
    expect(await codes({ [`${ROOT}/services/rollout-plan.config.yaml`]: 'ignore: ["services/**"]\n' })).not.toEqual([]);
  });

  test('further YAML files are plans', async () => {
    const uri = `${ROOT}/deploy/orders.plan.yaml`;
    const text = FAULTY.replace('rolloutPlan: 1\n', '');
    expect(await codes({ [uri]: text }, uri)).toEqual([]);
    expect(await codes({ [uri]: text, [CONFIG]: 'files: ["deploy/*.plan.yaml"]\n' }, uri)).toContain(
      'missing-abort-criteria',
    );
  });

  test('further Markdown files are the artifact that the policy says', async () => {
    const uri = `${ROOT}/changes/42/back.md`;
    const text = '# Going back\n\n## Steps\n\n1. Revert the changes.\n';
    expect(await codes({ [uri]: text }, uri)).toEqual([]);
    const config = 'files:\n  - { glob: "changes/*/back.md", as: rollback }\n';
    expect(await codes({ [uri]: text, [CONFIG]: config }, uri)).toContain('rollback-not-concrete');
  });

  test('they belong to the bundle of their folder', async () => {
    const artifact = `${ROOT}/deploy/MIGRATION_PLAN.md`;
    const files = { [artifact]: '# Migration\n\n## Steps\n\nTBD\n', [`${ROOT}/deploy/a.plan.yaml`]: FAULTY };
    expect(await codes(files, artifact)).toEqual(['adopt-artifact']);
    expect(await codes({ ...files, [CONFIG]: 'files: ["deploy/*.plan.yaml"]\n' }, artifact)).not.toContain(
      'adopt-artifact',
    );
  });

  test('adoption', async () => {
    const uri = `${ROOT}/docs/MIGRATION_PLAN.md`;
    const files = { [uri]: '# Migration\n\n## Steps\n\nTBD\n' };
    expect(await codes(files, uri)).toEqual(['adopt-artifact']);
    expect(await codes({ ...files, [CONFIG]: 'adopt: always\n' }, uri)).not.toContain('adopt-artifact');
  });
});

describe('headings', () => {
  const uri = `${ROOT}/docs/ROLLOUT_PLAN.md`;
  const text =
    '# Rollout plan\n\n## Stage 1: canary (1%, 2h)\n\n**Stop the line**:\n- error-rate > 1% for 5m -> rollback\n';

  test('of the policy are read like those of the format', async () => {
    expect(await codes({ [uri]: text }, uri)).toContain('missing-abort-criteria');
    const config = 'headings:\n  abortCriteria: [Stop the Line]\n';
    expect(await codes({ [uri]: text, [CONFIG]: config }, uri)).not.toContain('missing-abort-criteria');
  });

  test('also as the columns of tables', async () => {
    const table =
      '# Rollout plan\n\n## Stages\n\n| Stage | Share | Bremse |\n| --- | --- | --- |\n| canary | 1% | error-rate > 1% for 5m -> rollback |\n';
    expect(await codes({ [uri]: table }, uri)).toContain('missing-abort-criteria');
    const config = 'headings:\n  abortCriteria: [Bremse]\n';
    expect(await codes({ [uri]: table, [CONFIG]: config }, uri)).not.toContain('missing-abort-criteria');
  });
});

describe('mistakes in a policy', () => {
  test('a clean one, and an empty one', async () => {
    expect(await saidOf('# nothing yet\n')).toEqual([]);
    const text = `$schema: https://example.com/policy.schema.json
extends: policies/base.yaml
rules:
  missing-owner: error
  placeholder-left: off
  missing-canary: { severity: error, largest: 1% }
  no-gradual-ramp: { largest: 5 }
  soak-shorter-than-window: { shortest: 1h }
  missing-abort-criteria: { perStage: true }
ignore: [archive/**]
files: ["deploy/*.plan.yaml", { glob: "changes/*/ramp.md", as: rollout }]
headings: { abortCriteria: [red lines] }
adopt: always
x-owner: platform
`;
    expect(await saidOf(text, { [`${ROOT}/policies/base.yaml`]: 'rules: {}\n' })).toEqual([]);
  });

  test.each([
    ['rules: { missing-cannary: error }', 'missing-cannary', 'unknown-key', /Did you mean "missing-canary"\?/],
    ['rules: { missing-owner: eror }', 'eror', 'plan-schema', /It is error, warning, information, hint or off\./],
    ['rules: { missing-owner: false }', 'false', 'plan-schema', /It is error/],
    ['rules: { missing-owner: { severity: loud } }', 'loud', 'plan-schema', /It is error/],
    ['rules: { missing-owner: { largest: 1% } }', 'largest', 'unknown-key', /is not a key of/],
    ['rules: { missing-canary: { larges: 1% } }', 'larges', 'unknown-key', /Did you mean "largest"\?/],
    ['rules: { missing-canary: { largest: 0.01 } }', '0.01', 'invalid-percentage', /1%/],
    ['rules: { rehearsal-stale: { oldest: 2 weeks } }', '2 weeks', 'invalid-duration', /2w/],
    ['rules: { missing-abort-criteria: { perStage: sometimes } }', 'sometimes', 'plan-schema', /true or false/],
    ['rules: [missing-owner]', 'rules', 'plan-schema', /is a mapping/],
    ['rule: {}', 'rule', 'unknown-key', /Did you mean "rules"\?/],
    ['adopt: sometimes', 'sometimes', 'plan-schema', /It is auto, always or frontMatter/],
    ['files: [{ glob: "*.md", as: ramp }]', 'ramp', 'plan-schema', /rollout/],
    ['files: [{ as: rollout }]', 'as', 'plan-schema', /has no "glob"/],
    ['ignore: archive/**', 'archive/**', 'plan-schema', /is a list/],
    ['ignore: ["a***b***c"]', '"a***b***c"', 'policy-glob', /more than 2 stars in one name/],
    ['ignore: ["(a+)+b"]', '"(a+)+b"', 'policy-glob', /holds a sign that it cannot/],
    ['ignore: ["../other/**"]', '"../other/**"', 'policy-glob', /leads out of the folder/],
    ['headings: { abortCriterias: [x] }', 'abortCriterias', 'unknown-key', /Did you mean "abortCriteria"\?/],
    ['ignore: [archive/**, { a: b }]', 'a', 'plan-schema', /is text, not a mapping/],
    ['adopt: always\nrules: "x', '"x', 'yaml-syntax', /not closed/],
    ['- rules', '- rules', 'plan-schema', /A policy is a mapping/],
    ['extends: missing.yaml', 'missing.yaml', 'policy-extends', /is not there/],
    ['extends: https://example.com/base.yaml', 'https://example.com/base.yaml', 'policy-extends', /nothing is fetched/],
    ['extends: /etc/base.yaml', '/etc/base.yaml', 'policy-extends', /no path relative to this file/],
    ['extends: C:\\base.yaml', 'C:\\base.yaml', 'policy-extends', /no path relative to this file/],
    ['extends: ../outside.yaml', '../outside.yaml', 'policy-extends', /leads out of the repository/],
    ['extends: rollout-plan.config.yaml', 'rollout-plan.config.yaml', 'policy-extends', /extends this policy in turn/],
  ])('%s', async (text, words, code, message) => {
    expect(await saidOf(text)).toEqual([{ words, code, message: expect.stringMatching(message) }]);
  });

  test('a cycle over two files is told, and the rest holds', async () => {
    const base = {
      [`${ROOT}/base.yaml`]: 'extends: rollout-plan.config.yaml\nrules: { missing-abort-criteria: off }\n',
    };
    const text = 'extends: base.yaml\n';
    expect((await saidOf(text, base)).map(({ code, words }) => [code, words])).toEqual([
      ['policy-extends', 'base.yaml'],
    ]);
    expect(await codes({ ...base, [CONFIG]: text })).not.toContain('missing-abort-criteria');
  });

  test('mistakes of a file with another name are told where it is extended', async () => {
    const base = {
      [`${ROOT}/base.yaml`]: 'ignore: []\nrules: { missing-cannary: error, missing-abort-criteria: off }\n',
    };
    expect(await saidOf('extends: base.yaml\n', base)).toEqual([
      {
        words: 'base.yaml',
        code: 'policy-extends',
        message: expect.stringMatching(/"base.yaml" is wrong in line 2.*missing-cannary/),
      },
    ]);
    expect(await codes({ ...base, [CONFIG]: 'extends: base.yaml\n' })).not.toContain('missing-abort-criteria');
  });

  test('many policies that extend each other end', async () => {
    const names = Array.from({ length: 40 }, (_, at) => `p${at}.yaml`);
    const files = Object.fromEntries(names.map((name) => [`${ROOT}/${name}`, `extends: [${names.join(', ')}]\n`]));
    expect((await saidOf(`extends: [${names.join(', ')}]\n`, files)).length).toBeGreaterThan(0);
  });

  test('a quick fix keeps JSON what it is', async () => {
    const uri = `${ROOT}/rollout-plan.config.json`;
    const text =
      '{ "rules": { "missing-owner": "eror", "missing-cannary": "off", "rehearsal-stale": { "oldest": "2 weeks" } }, "ignore": "a/**" }\n';
    const service = createLanguageService(memoryHost({ ...GIT, [uri]: text }));
    const fixed: string[] = [];
    for (const { range } of await service.diagnostics(uri)) {
      const [action] = await service.codeActions(uri, range, ['quickfix']);
      const [edit] = action?.edit?.documents[0]?.edits ?? [];
      if (edit)
        fixed.push(text.slice(0, edit.range.start.character) + edit.newText + text.slice(edit.range.end.character));
    }
    const { rules } = JSON.parse(text);
    expect(fixed.map((text) => JSON.parse(text).rules)).toEqual([
      { ...rules, 'missing-owner': 'error' },
      { 'missing-owner': 'eror', 'missing-canary': 'off', 'rehearsal-stale': { oldest: '2 weeks' } },
      { ...rules, 'rehearsal-stale': { oldest: '2w' } },
    ]);
  });
});

test('an edit of the policy counts at once, saved or not', async () => {
  const service = createLanguageService(memoryHost({ ...GIT, [PLAN]: FAULTY, [CONFIG]: 'rules: {}\n' }));
  service.setRoots([ROOT]);
  service.open(PLAN, 'yaml', 1, FAULTY);
  const speaks = async () => (await service.diagnostics(PLAN)).some(({ code }) => code === 'missing-abort-criteria');
  expect(await speaks()).toBe(true);
  service.open(CONFIG, 'yaml', 1, 'rules: { missing-abort-criteria: off }\n');
  expect(service.affectedBy(CONFIG)).toEqual([PLAN]);
  expect(await speaks()).toBe(false);
  service.close(CONFIG);
  expect(await speaks()).toBe(true);
});
