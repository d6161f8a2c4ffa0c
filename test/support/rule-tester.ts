/**
 * Tests a rule by cases written as text. A faulty case marks the words that the rule must underline. Unasked, each faulty case is also
 * held to the laws of quick fixes: the problem goes, nothing new comes, line endings and comments stay, the snippet says the same.
 */
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Diagnostic, WorkspaceEdit } from '../../server/src/features/types.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { createLanguageService, type LanguageService } from '../../server/src/service.ts';
import { upTo } from '../../server/src/util/parts.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../server/src/workspace/host.ts';
import { applyEdits, editsOf, expandSnippet } from './edits.ts';
import { readMarkers } from './markers.ts';
import { memoryHost } from './memory-host.ts';

type Artifact =
  | 'COMPATIBILITY_CONTRACT'
  | 'MIGRATION_PLAN'
  | 'ROLLOUT_PLAN'
  | 'ROLLBACK_PLAN'
  | 'VALIDATION_CHECKLIST'
  | 'rollback-rehearsals/001'
  | 'migrations/001';

interface Case {
  readonly name: string;
  readonly yaml?: string;
  readonly markdown?: string;
  /** Other files of the bundle, by name. */
  readonly beside?: Readonly<Record<string, string>>;
}

interface Fixed {
  readonly yaml?: string;
  readonly markdown?: string;
}

export interface FaultyCase extends Case {
  /** The whole message, the same in both syntaxes; or a pattern in it. */
  readonly message?: string | RegExp;
  /**
   * The text after the first quick fix (or the one that `fix` names) of every marked problem, one after the other. The first is the
   * preferred one. The same text as before shows that there is none.
   */
  readonly fixed?: Fixed;
  readonly fix?: string | RegExp;
  /** That fix is the one that editors apply unasked. */
  readonly preferred?: true;
  /** The texts of other files after that fix of the first problem. */
  readonly fixedBeside?: Readonly<Record<string, string>>;
  /** What its fixes bring to light was hidden by the mistake, and no fix can mend it as well: by its rules. */
  readonly reveals?: readonly string[];
  /** The words that the first problem points to, in whatever file. */
  readonly related?: readonly string[];
}

/** Stands beside a case: the policy that sets a limit of a rule. */
export function limitedBy(rule: string, limit: string): Readonly<Record<string, string>> {
  return { 'rollout-plan.config.yaml': `rules: { ${rule}: { ${limit} } }\n` };
}

export interface RuleCases {
  /** The Markdown artifact that the cases are written as. */
  readonly artifact: Artifact;
  readonly clean: readonly Case[];
  readonly faulty: readonly FaultyCase[];
}

const FOLDER = 'file:///bundle';
const SETTINGS: Settings = { ...DEFAULT_SETTINGS, adopt: 'always' };

export function testRule(id: string, cases: RuleCases): void {
  describe(id, () => {
    const rule = RULES.find((rule) => rule.id === id);
    test('is registered', () => expect(rule).toBeDefined());
    for (const one of cases.clean)
      for (const file of filesOf(one, cases.artifact))
        test(`clean: ${one.name} (${file.syntax})`, async () => expect(await found(id, file)).toEqual([]));
    for (const one of cases.faulty)
      for (const file of filesOf(one, cases.artifact)) testFaulty(id, rule?.fixable ?? false, one, file);
  });
}

interface File {
  readonly syntax: 'yaml' | 'markdown';
  readonly uri: string;
  readonly text: string;
  readonly ranges: readonly { start: number; end: number }[];
  readonly beside: Readonly<Record<string, string>>;
}

function filesOf(one: Case, artifact: Artifact): File[] {
  const files: File[] = [];
  const beside = Object.fromEntries(
    Object.entries(one.beside ?? {}).map(([name, text]) => [`${FOLDER}/${name}`, text]),
  );
  if (one.yaml !== undefined)
    files.push({ syntax: 'yaml', uri: `${FOLDER}/rollout-plan.yaml`, beside, ...readMarkers(one.yaml) });
  if (one.markdown !== undefined)
    files.push({ syntax: 'markdown', uri: `${FOLDER}/${artifact}.md`, beside, ...readMarkers(one.markdown) });
  return files;
}

function testFaulty(id: string, fixable: boolean, one: FaultyCase, file: File): void {
  const { syntax } = file;
  test(`faulty: ${one.name} (${syntax})`, async () => {
    const problems = await found(id, file);
    expect(problems.map((problem) => wordsOf(problem, file))).toEqual(file.ranges);
    if (typeof one.message === 'string') expect(problems[0]?.message).toBe(one.message);
    else if (one.message) expect(problems[0]?.message).toMatch(one.message);
    expect(
      problems.some((problem) => problem.fixable) && !fixable,
      'a rule that offers fixes says `fixable: true`',
    ).toBe(false);
  });
  test(`the severity setting is honoured: ${one.name} (${syntax})`, async () => {
    expect(await found(id, file, { ...SETTINGS, rules: { [id]: 'off' } })).toEqual([]);
    const hints = await found(id, file, { ...SETTINGS, rules: { [id]: 'hint' } });
    expect(new Set(hints.map((problem) => problem.severity))).toEqual(new Set(['hint']));
  });
  test(`can be suppressed: ${one.name} (${syntax})`, () => suppressFirst(id, file));
  test(`each fix mends it and brings nothing new: ${one.name} (${syntax})`, () => fixEach(id, file, one.reveals));
  if (one.related)
    test(`points to words: ${one.name} (${syntax})`, async () => {
      const [problem] = await found(id, file);
      expect(problem?.related.map((place) => textAt(place, file))).toEqual(one.related);
    });
  if (one.preferred)
    test(`the fix is the one that editors apply unasked: ${one.name} (${syntax})`, async () => {
      const [problem] = await found(id, file);
      expect(problem && (await actionFor(problem, file, one.fix))).toMatchObject({ preferred: true });
    });
  if (one.fixedBeside)
    test(`fix in other files: ${one.name} (${syntax})`, () => fixBeside(id, file, one.fix, one.fixedBeside));
  const fixed = one.fixed?.[syntax];
  if (fixed === undefined) return;
  test(`fix: ${one.name} (${syntax})`, async () => {
    expect(await fixEvery(id, file, one.fix)).toBe(fixed);
  });
  test(`fix keeps CRLF: ${one.name} (${syntax})`, async () => {
    const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');
    expect(await fixEvery(id, { ...file, text: crlf(file.text) }, one.fix)).toBe(crlf(fixed));
  });
}

/** Applies the fix of one problem after the other, and holds each to the laws. */
async function fixEvery(id: string, file: File, wanted: FaultyCase['fix']): Promise<string> {
  let current = file;
  for (let round = 0; round < 20; round++) {
    const problems = await found(id, current);
    const problem = problems.find((problem) => problem.fixable);
    if (!problem) return current.text;
    const action = await actionFor(problem, current, wanted);
    if (!wanted) expect(action.preferred, 'a fix that nobody need name is the preferred one').toBe(true);
    for (const edit of editsOf(action.edit, current.uri)) {
      if (edit.snippet !== undefined) expect(expandSnippet(edit.snippet)).toBe(edit.newText);
    }
    const next = { ...current, text: applyEdits(current.text, editsOf(action.edit, current.uri)) };
    expect(commentsIn(next.text)).toEqual(expect.arrayContaining(commentsIn(current.text)));
    const [before, after] = [await all(current), await all(next)];
    expect(after.filter(({ code }) => code === id).length).toBe(before.filter(({ code }) => code === id).length - 1);
    expect(newOnes(before, after), 'the fix brings no new problem').toEqual([]);
    current = next;
  }
  throw new Error(`the fixes of ${id} do not come to an end`);
}

/** Every fix that is offered for any of the problems, each tried alone. */
async function fixEach(id: string, file: File, reveals: FaultyCase['reveals'] = []): Promise<void> {
  const before = await all(file);
  for (const problem of before.filter(({ code }) => code === id)) {
    const actions = await service(file).codeActions(file.uri, problem.range, ['quickfix']);
    for (const { title, edit, diagnostics } of actions) {
      if (!edit || title.startsWith('Suppress') || !diagnostics.some((one) => isSame(one, problem))) continue;
      const after = await all(edited(file, edit));
      const left = (diagnostics: readonly Diagnostic[]): number =>
        diagnostics.filter(({ code, message }) => code === id && message === problem.message).length;
      expect(left(after), title).toBeLessThan(left(before));
      expect(
        newOnes(before, after).filter((one) => !reveals.includes(upTo(one, ':'))),
        title,
      ).toEqual([]);
    }
  }
}

function isSame(one: Diagnostic, other: Diagnostic): boolean {
  return one.code === other.code && one.message === other.message && same(one.range, other.range);
}

function edited(file: File, edit: WorkspaceEdit): File {
  const beside = Object.entries(file.beside).map(([uri, text]) => [uri, applyEdits(text, editsOf(edit, uri))]);
  const created = (edit.creates ?? []).map(({ uri, text }) => [uri, text]);
  return {
    ...file,
    text: applyEdits(file.text, editsOf(edit, file.uri)),
    beside: Object.fromEntries([...beside, ...created]),
  };
}

/** What is mended where it is not told: the other files after the fix. */
async function fixBeside(id: string, file: File, wanted: FaultyCase['fix'], expected: object = {}): Promise<void> {
  const [problem] = await found(id, file);
  if (!problem) throw new Error(`${id} says nothing`);
  const { edit } = await actionFor(problem, file, wanted);
  const texts = Object.entries(file.beside).map(([uri, text]) => [
    uri.slice(FOLDER.length + 1),
    applyEdits(text, editsOf(edit, uri)),
  ]);
  expect(Object.fromEntries(texts)).toMatchObject(expected);
}

/** The last quick fix of the first problem suppresses it, adds no problem and leaves what is said of everything else as it was. */
async function suppressFirst(id: string, file: File): Promise<void> {
  const before = await all(file);
  const problem = before.find(({ code }) => code === id);
  if (!problem) throw new Error(`${id} says nothing`);
  const action = await actionFor(problem, file, /^Suppress /);
  const [edit] = editsOf(action.edit, file.uri);
  expect(expandSnippet(edit?.snippet ?? '')).toBe(edit?.newText);
  const text = applyEdits(file.text, editsOf(action.edit, file.uri));
  const after = await all({ ...file, text });
  const said = ({ code, message }: Diagnostic): string => `${code}: ${message}`;
  const others = before.filter(({ code }) => code !== id).map(said);
  expect(after.filter(({ code }) => code !== id).map(said), text).toEqual(others);
  // A text of several lines is suppressed as a whole, and a line with all that is wrong in it.
  const own = (all: readonly Diagnostic[]): string[] => all.filter(({ code }) => code === id).map(said);
  expect(own(after).length, text).toBeLessThan(own(before).length);
  expect(own(before), text).toEqual(expect.arrayContaining(own(after)));
}

async function actionFor(problem: Diagnostic, file: File, wanted: FaultyCase['fix']): Promise<CodeAction> {
  const actions = await service(file).codeActions(file.uri, problem.range, ['quickfix']);
  const own = actions.filter((action) =>
    action.diagnostics.some(({ code, range }) => code === problem.code && same(range, problem.range)),
  );
  const preferred = own.filter((action) => action.preferred).map(({ title }) => title);
  expect(preferred.length, `no more than one is preferred: ${preferred}`).toBeLessThan(2);
  const action = own.find(
    ({ title }) => !wanted || (typeof wanted === 'string' ? title === wanted : wanted.test(title)),
  );
  if (!action?.edit) throw new Error(`no such quick fix; there are: ${own.map(({ title }) => title).join(' | ')}`);
  return action;
}

function same(a: Diagnostic['range'], b: Diagnostic['range']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function newOnes(before: readonly Diagnostic[], after: readonly Diagnostic[]): string[] {
  const left = before.map(({ code }) => code);
  return after.flatMap(({ code, message }) => {
    const at = left.indexOf(code);
    if (at < 0) return [`${code}: ${message}`];
    left.splice(at, 1);
    return [];
  });
}

function commentsIn(text: string): string[] {
  return (
    text
      .match(/(?<=^|\s)#(?!#)[^\r\n]*|<!--[\s\S]*?-->/gm)
      ?.filter((comment) => !/^#+ /.test(comment) || !text.startsWith('---')) ?? []
  );
}

async function found(id: string, file: File, settings = SETTINGS): Promise<Diagnostic[]> {
  return (await all(file, settings)).filter(({ code }) => code === id);
}

async function all(file: File, settings = SETTINGS): Promise<readonly Diagnostic[]> {
  const diagnostics = await service(file, settings).diagnostics(file.uri);
  expect(diagnostics.filter(({ code }) => code === 'internal-error')).toEqual([]);
  return diagnostics;
}

function service(file: File, settings = SETTINGS): LanguageService {
  const service = createLanguageService(memoryHost({ ...file.beside, [file.uri]: file.text }));
  service.setSettings(settings);
  return service;
}

function textAt({ uri, range }: Diagnostic['related'][number], file: File): string {
  const text = uri === file.uri ? file.text : (file.beside[uri] ?? '');
  return TextDocument.create(uri, '', 0, text).getText(range);
}

function wordsOf(problem: Diagnostic, file: File): { start: number; end: number } {
  const document = TextDocument.create(file.uri, '', 0, file.text);
  return { start: document.offsetAt(problem.range.start), end: document.offsetAt(problem.range.end) };
}
