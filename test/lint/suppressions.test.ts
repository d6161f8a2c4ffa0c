/** Comments that keep a rule from speaking: what they cover, what is no such comment, and what is said of wrong ones. */
import { describe, expect, test } from 'vitest';
import { createLanguageService } from '../../server/src/service.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../server/src/workspace/host.ts';
import { applyEdits, editsOf } from '../support/edits.ts';
import { memoryHost } from '../support/memory-host.ts';

const RULE = 'placeholder-left';

function serve(text: string, name: string, rules: Settings['rules'] = {}) {
  const uri = `file:///bundle/${name}`;
  const service = createLanguageService(memoryHost({ [uri]: text }));
  service.setSettings({ ...DEFAULT_SETTINGS, adopt: 'always', rules });
  return { uri, service };
}

/** Lines with a placeholder that is told, and the ids of what is wrong with suppressions. */
async function said(text: string, name = 'rollout-plan.yaml', rules: Settings['rules'] = {}) {
  const { uri, service } = serve(text, name, rules);
  const all = await service.diagnostics(uri);
  return {
    lines: all.filter(({ code }) => code === RULE).map(({ range }) => text.split(/\r?\n/)[range.start.line]?.trim()),
    own: all.filter(({ code }) => code.startsWith('suppression-')).map(({ code }) => code),
  };
}

describe('in YAML', () => {
  test.each([
    ['nothing', 'title: TBD\n', ['title: TBD'], []],
    [
      'the next line',
      `# rollout-plan-disable-next-line ${RULE} -- later\ntitle: TBD\nnotes: TBD\n`,
      ['notes: TBD'],
      [],
    ],
    [
      'the end of the text',
      `title: TBD\n# rollout-plan-disable-next-line ${RULE} -- later`,
      ['title: TBD'],
      ['suppression-unused'],
    ],
    [
      'a rule that is called like no other',
      '# rollout-plan-disable-next-line xyzzy -- later\ntitle: TBD\n',
      ['title: TBD'],
      ['suppression-unknown-rule'],
    ],
    [
      'the next line, over comments and blank lines',
      `# rollout-plan-disable-next-line ${RULE} -- later\n# rollout-plan-disable-next-line missing-owner -- x\n\ntitle: TBD\n`,
      [],
      ['suppression-unused'],
    ],
    ['its own line', `title: TBD # rollout-plan-disable-line ${RULE} -- later\nnotes: TBD\n`, ['notes: TBD'], []],
    [
      'everything between',
      `# rollout-plan-disable ${RULE} -- later\ntitle: TBD\n# rollout-plan-enable ${RULE}\nnotes: TBD\n`,
      ['notes: TBD'],
      [],
    ],
    [
      'everything up to any enable',
      `# rollout-plan-disable ${RULE} -- later\ntitle: TBD\n# rollout-plan-enable\nnotes: TBD\n`,
      ['notes: TBD'],
      [],
    ],
    ['everything below', `title: TBD\n# rollout-plan-disable ${RULE} -- later\nnotes: TBD\n`, ['title: TBD'], []],
    ['the file, from its end', `title: TBD\nnotes: TBD\n# rollout-plan-disable-file ${RULE} -- later\n`, [], []],
    [
      'a text of several lines as a whole',
      `# rollout-plan-disable-next-line ${RULE} -- later\nnotes: |\n  one\n  TBD\ntitle: TBD\n`,
      ['title: TBD'],
      [],
    ],
    [
      'behind the mark of a block scalar',
      `notes: | # rollout-plan-disable-line ${RULE} -- later\n  one\n  TBD\n`,
      [],
      [],
    ],
    ['not in a block scalar', `notes: |\n  # rollout-plan-disable-file ${RULE} -- later\n  TBD\n`, ['TBD'], []],
    ['not in quotes', `notes: "# rollout-plan-disable-file ${RULE} -- x"\ntitle: TBD\n`, ['title: TBD'], []],
    ['without a reason', `title: TBD # rollout-plan-disable-line ${RULE}\n`, [], ['suppression-without-reason']],
    ['with an empty reason', `title: TBD # rollout-plan-disable-line ${RULE} --\n`, [], ['suppression-without-reason']],
    [
      'an unknown rule',
      'title: TBD # rollout-plan-disable-line placeholder-lef -- x\n',
      ['title: TBD # rollout-plan-disable-line placeholder-lef -- x'],
      ['suppression-unknown-rule'],
    ],
    ['no rule', 'title: one # rollout-plan-disable-line -- x\n', [], ['suppression-unknown-rule']],
    [
      'one that suppresses nothing',
      `title: one # rollout-plan-disable-line ${RULE} -- x\n`,
      [],
      ['suppression-unused'],
    ],
    [
      'one of two',
      `title: TBD # rollout-plan-disable-line ${RULE}, no-gradual-ramp -- x\n`,
      [],
      ['suppression-unused'],
    ],
    [
      'an id that only begins alike',
      `title: TBD # rollout-plan-disable-lines ${RULE} -- x\n`,
      [`title: TBD # rollout-plan-disable-lines ${RULE} -- x`],
      [],
    ],
    ['text that cannot be read to its end', `title: [one # rollout-plan-disable-line ${RULE} -- x\n`, [], []],
  ])('%s', async (_, text, lines, own) => {
    expect(await said(`rolloutPlan: 1\nowner: me\n${text}`)).toEqual({ lines, own });
  });

  test('with CRLF', async () => {
    const text = `rolloutPlan: 1\r\n# rollout-plan-disable-next-line ${RULE} -- later\r\ntitle: TBD\r\nnotes: TBD\r\n`;
    expect(await said(text)).toEqual({ lines: ['notes: TBD'], own: [] });
  });

  test('a rule that is switched off leaves its suppressions alone', async () => {
    const text = `rolloutPlan: 1\ntitle: TBD # rollout-plan-disable-line ${RULE} -- x\n`;
    expect((await said(text, 'rollout-plan.yaml', { [RULE]: 'off' })).own).toEqual([]);
  });
});

describe('in Markdown', () => {
  test.each([
    [
      'the next line',
      `<!-- rollout-plan-disable-next-line ${RULE} -- later -->\nTBD one.\n\nTBD two.\n`,
      ['TBD two.'],
      [],
    ],
    [
      'its own line',
      `- TBD one. <!-- rollout-plan-disable-line ${RULE} -- later -->\n- TBD two.\n`,
      ['- TBD two.'],
      [],
    ],
    ['the file', `TBD one.\n\n<!-- rollout-plan-disable-file ${RULE} -- later -->\n`, [], []],
    ['over several lines', `<!--\nrollout-plan-disable-file ${RULE}\n-- later\n-->\n\nTBD one.\n`, [], []],
    [
      'not in a fence',
      `TBD one.\n\n\`\`\`html\n<!-- rollout-plan-disable-file ${RULE} -- x -->\n\`\`\`\n`,
      ['TBD one.'],
      [],
    ],
    ['not in code', `Write \`<!-- rollout-plan-disable-file ${RULE} -- x -->\`.\n\nTBD one.\n`, ['TBD one.'], []],
    ['without a reason', `TBD one. <!-- rollout-plan-disable-line ${RULE} -->\n`, [], ['suppression-without-reason']],
  ])('%s', async (_, text, lines, own) => {
    const head = '# Rollback plan\n\n## Description\n\n';
    expect(await said(head + text, 'ROLLBACK_PLAN.md')).toEqual({ lines, own });
  });

  test('in the front matter, as YAML', async () => {
    const text = `---\nrolloutPlan: 1\n# rollout-plan-disable-file ${RULE} -- later\n---\n\n# Rollback plan\n\n## Description\n\nTBD one.\n`;
    expect(await said(text, 'ROLLBACK_PLAN.md')).toEqual({ lines: [], own: [] });
  });
});

test('what keeps a file from being read is no rule, and is told whatever its comments say', async () => {
  const marks = '<<<<<<< HEAD\nTBD\n=======\nTBD one.\n>>>>>>> other\n';
  const text = `# Rollback plan\n\n<!-- rollout-plan-disable-file unreadable-file, ${RULE} -- later -->\n\n${marks}`;
  const { uri, service } = serve(text, 'ROLLBACK_PLAN.md');
  const told = await service.diagnostics(uri);
  expect(
    told.filter(({ severity }) => severity === 'error').map(({ code, range }) => [code, range.start.line]),
  ).toEqual([['unreadable-file', 4]]);
});

describe('a quick fix', () => {
  async function fixed(text: string, code: string, title: RegExp): Promise<string | undefined> {
    const { uri, service } = serve(text, 'rollout-plan.yaml');
    const problem = (await service.diagnostics(uri)).find((one) => one.code === code);
    if (!problem) throw new Error(`${code} says nothing`);
    const actions = await service.codeActions(uri, problem.range, ['quickfix']);
    const action = actions.find((one) => title.test(one.title) && one.diagnostics.some((one) => one.code === code));
    return action && applyEdits(text, editsOf(action.edit, uri));
  }
  const plan = (text: string) => `rolloutPlan: 1\nowner: me\n${text}`;

  test.each([
    ['removes a comment that is not needed', `title: a # rollout-plan-disable-line ${RULE} -- x\n`, 'title: a\n'],
    ['removes its line', `# rollout-plan-disable-next-line ${RULE} -- x\ntitle: a\n`, 'title: a\n'],
    [
      'removes one of two rules',
      `title: TBD # rollout-plan-disable-line no-gradual-ramp, ${RULE} -- x\n`,
      `title: TBD # rollout-plan-disable-line ${RULE} -- x\n`,
    ],
  ])('%s', async (_, before, after) => {
    expect(await fixed(plan(before), 'suppression-unused', /^Remove/)).toBe(plan(after));
  });

  test('writes the rule that was meant', async () => {
    const before = plan('title: TBD # rollout-plan-disable-line placeholder-lef -- x\n');
    expect(await fixed(before, 'suppression-unknown-rule', /^Write/)).toBe(before.replace('-lef ', '-left '));
  });

  test('that suppresses comes last, is not preferred, and selects the reason', async () => {
    const text = plan('rollback:\n  notes: |\n    one\n    TBD\n').replace(/\n/g, '\r\n');
    const { uri, service } = serve(text, 'rollout-plan.yaml');
    const problem = (await service.diagnostics(uri)).find(({ code }) => code === RULE);
    const actions = problem ? await service.codeActions(uri, problem.range, ['quickfix']) : [];
    const last = actions.at(-1);
    expect(last).toMatchObject({ title: `Suppress ${RULE} for this line, with a reason`, preferred: false });
    expect(editsOf(last?.edit, uri)).toEqual([
      {
        range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } },
        newText: `  # rollout-plan-disable-next-line ${RULE} -- reason\r\n`,
        snippet: `  # rollout-plan-disable-next-line ${RULE} -- \${1:reason}\r\n`,
      },
    ]);
  });

  test('has no place in JSON', async () => {
    const uri = 'file:///bundle/rollout-plan.config.json';
    const service = createLanguageService(memoryHost({ [uri]: '{ "rule": {} }' }));
    const [problem] = await service.diagnostics(uri);
    const actions = problem ? await service.codeActions(uri, problem.range, ['quickfix']) : [];
    expect(actions.map(({ title }) => title)).toEqual(['Rename to rules']);
  });
});
