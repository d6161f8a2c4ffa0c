import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { asSnippet } from '../../client/src/snippets.ts';
import { placeholdersIn } from '../../server/src/analysis/placeholders.ts';
import { newPlanFiles } from '../../server/src/features/scaffold.ts';
import { readMarkdown } from '../../server/src/model/markdown/read.ts';
import { readYaml } from '../../server/src/model/yaml/read.ts';
import type { NewFile, NewFileKind } from '../../server/src/protocol.ts';
import { createLanguageService } from '../../server/src/service.ts';
import { expandSnippet } from '../support/edits.ts';
import { memoryHost } from '../support/memory-host.ts';
import { type Js, treeToJs } from '../support/tree-to-js.ts';

const ALL: readonly NewFileKind[] = ['plan', 'compatibility', 'migration', 'rollout', 'rollback', 'validation'];
const ANSWERS = { name: 'search-index', title: 'Move search to a new index', owner: 'team-search' };

function bundle(files: readonly NewFileKind[], answers = ANSWERS): readonly NewFile[] {
  return newPlanFiles({ ...answers, files }).files;
}

function readBack({ name, text }: NewFile): { [key: string]: Js } {
  const kind = ALL[NAMES.indexOf(name)] ?? 'plan';
  const source = { uri: name, text };
  const root =
    kind === 'plan'
      ? readYaml({ ...source, syntax: 'yaml' })[0]?.root
      : readMarkdown({ ...source, syntax: 'markdown' }, kind).root;
  return (root ? treeToJs(root) : {}) as { [key: string]: Js };
}

const NAMES = [
  'rollout-plan.yaml',
  'COMPATIBILITY_CONTRACT.md',
  'MIGRATION_PLAN.md',
  'ROLLOUT_PLAN.md',
  'ROLLBACK_PLAN.md',
  'VALIDATION_CHECKLIST.md',
];

/** Everything said of the files, but for what is said of the words that the user is asked to fill in. */
async function complaints(files: readonly NewFile[], today?: string): Promise<string[]> {
  const uri = (file: NewFile): string => `file:///new/${file.name}`;
  const service = createLanguageService(
    memoryHost(Object.fromEntries(files.map((file) => [uri(file), file.text])), today),
  );
  const found: string[] = [];
  for (const file of files) {
    const document = TextDocument.create(uri(file), '', 0, file.text);
    for (const { code, severity, range, message } of await service.diagnostics(uri(file))) {
      if (severity !== 'error' && severity !== 'warning') continue;
      const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
      const asked = file.placeholders.some((place) => place.start <= start && end <= place.end);
      if (code !== 'placeholder-left' || !asked) found.push(`${file.name}:${range.start.line + 1} ${code}: ${message}`);
    }
  }
  return found;
}

test('the files come in the order of the phases, each once, whatever the order of the question', () => {
  expect(bundle([...ALL].reverse()).map(({ name }) => name)).toEqual(NAMES);
  expect(bundle(['rollback', 'rollback']).map(({ name }) => name)).toEqual(['ROLLBACK_PLAN.md']);
  expect(bundle([])).toEqual([]);
});

describe('nothing is wrong but what is still to be filled in', () => {
  test.each([...ALL.map((kind) => [kind]), ALL, ALL.slice(1)])('%s', async (...kinds) => {
    expect(await complaints(bundle(kinds as NewFileKind[]))).toEqual([]);
  });

  test('whenever it is made', async () => {
    for (const today of ['2020-01-01', '2040-12-31']) expect(await complaints(bundle(ALL), today)).toEqual([]);
  });

  test('nothing in it was made up: what only the author can know is said to be open', async () => {
    const plan = readBack(bundle(['plan'])[0] as NewFile);
    const text = JSON.stringify(plan);
    expect(text).not.toMatch(/\b\d{4}-\d{2}-\d{2}\b/);
    expect(text).not.toMatch(/orders|amount|currency|payments|cents|mobile|ledger/i);
  });
});

describe('placeholders', () => {
  test.each(bundle(ALL))('$name: in the order of the text, apart, and every open word is in one', (file) => {
    let end = 0;
    for (const place of file.placeholders) {
      expect(place.start).toBeGreaterThanOrEqual(end);
      expect(place.end).toBeGreaterThan(place.start);
      expect(file.text.slice(place.start, place.end)).not.toMatch(/\n/);
      end = place.end;
    }
    for (const open of placeholdersIn(file.text))
      expect(
        file.placeholders.some(({ start, end }) => start <= open.start && open.end <= end),
        open.text,
      ).toBe(true);
    expect(expandSnippet(asSnippet(file))).toBe(file.text);
  });

  test('they are the words, without quotes, marks and code ticks', () => {
    for (const { text, placeholders } of bundle(ALL))
      for (const { start, end } of placeholders) expect(text.slice(start, end)).not.toMatch(/^["'`*|]|["'`*|]$/);
  });
});

test('each artifact says what the YAML plan says', () => {
  const [plan, ...artifacts] = bundle(ALL);
  const wanted = readBack(plan as NewFile);
  for (const file of artifacts) {
    const { plan: name, ...read } = readBack(file);
    expect(name).toBe(wanted.name);
    for (const [key, value] of Object.entries(read)) expect(value, `${file.name} ${key}`).toEqual(wanted[key]);
  }
});

describe('whatever is answered', () => {
  const hostile = [
    `it's "quoted"`,
    'first\nsecond\r\nthird',
    '# no heading',
    'a: b',
    '- item',
    `\${1:x} $2 \\$ }`,
    '注文に通貨を',
    '🚀 ship it 👩‍💻',
    '*stars* _and_ `ticks` [link](x) <b>',
    '| a | b |',
    '---',
    '{ a: [',
    'true',
    '007',
    '~',
    '@team',
    '&anchor *alias !tag %dir',
    'tab\there',
    'x'.repeat(5000),
  ];

  test.each(hostile)('%j is read back', (answer) => {
    const wanted = answer.replace(/\s+/g, ' ').trim();
    const [plan, ...artifacts] = bundle(ALL, { name: answer, title: answer, owner: answer });
    expect(readBack(plan as NewFile)).toMatchObject({ name: wanted, title: wanted, owner: wanted });
    for (const file of artifacts)
      expect(readBack(file), file.name).toMatchObject({ plan: wanted, title: wanted, owner: wanted });
  });

  test('an answer that was not given is asked for again, in the file', async () => {
    const files = bundle(ALL, { name: '', title: '', owner: '' });
    const [plan] = files as [NewFile];
    const words = plan.placeholders.map(({ start, end }) => plan.text.slice(start, end));
    expect(words.slice(0, 2)).toEqual(['new-plan', 'TBD, what changes, in one line']);
    expect(readBack(plan)).toMatchObject({ name: 'new-plan', owner: 'TBD' });
    expect(await complaints(files)).toEqual([]);
  });

  test('made-up answers', () => {
    const answer = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom(...hostile));
    fc.assert(
      fc.property(answer, answer, answer, (name, title, owner) => {
        const [plan] = bundle(['plan'], { name, title, owner }) as [NewFile];
        const read = readBack(plan);
        const said = title.replace(/\s+/g, ' ').trim();
        if (said !== '') expect(read.title).toBe(said);
        expect(Object.keys(read)).toContain('validation');
      }),
      { numRuns: 50 },
    );
  });
});
