import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CATALOGUE, type Entry, RECORDS } from '../../scripts/snippets-catalogue.ts';
import { homeOf, pathOf, type SnippetFile, snippetFiles } from '../../scripts/snippets-make.ts';
import { descend, type LocatedNode } from '../../server/src/model/located.ts';
import { readMarkdown } from '../../server/src/model/markdown/read.ts';
import { writeMarkdown } from '../../server/src/model/markdown/write.ts';
import { type JsonObject, jsonOf } from '../../server/src/model/markdown/writing/json.ts';
import type { PartName } from '../../server/src/model/plan-document.ts';
import { offsets } from '../../server/src/model/source.ts';
import { readYaml } from '../../server/src/model/yaml/read.ts';
import { writeYaml } from '../../server/src/model/yaml/write.ts';
import { createLanguageService } from '../../server/src/service.ts';
import { memoryHost } from '../support/memory-host.ts';
import { expand } from './expand.ts';
import { type Json, type Path, place, wholePlan } from './places.ts';

const ROOT = join(import.meta.dirname, '../..');
const FILES = snippetFiles();

describe.each([...FILES])('%s', (path, made) => {
  const text = readFileSync(join(ROOT, path), 'utf8');

  test('is what `npm run snippets` makes', () => {
    expect(text).toBe(`${JSON.stringify(made, null, 2)}\n`);
  });

  test('is declared in the manifest', () => {
    const { contributes } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(contributes.snippets.map((one: { path: string }) => one.path)).toContain(`./${path}`);
  });

  test('every prefix begins with "rollout" and is its own', () => {
    const prefixes = Object.values(made).map(({ prefix }) => prefix);
    expect(prefixes.filter((prefix) => !/^rollout-[a-z-]+[a-z]$/.test(prefix))).toEqual([]);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  test.each(Object.values(made))('$prefix can be tabbed through', ({ body, description }) => {
    expect(description).toMatch(/\S/);
    expect(body.join('\n')).not.toMatch(/\t|[ \t]\n|\s$/);
    const { stops } = expand(body);
    expect([...new Set(stops)]).toEqual([...new Set(stops)].map((_, at) => at + 1));
  });
});

function bodyOf(file: string, prefix: string): string {
  const snippet = Object.values(FILES.get(file) as SnippetFile).find((one) => one.prefix === prefix);
  return expand(snippet?.body ?? []).text;
}

async function found(name: string, text: string): Promise<string[]> {
  const uri = `file:///plan/${name}`;
  const service = createLanguageService(memoryHost({ [uri]: `${text}\n` }));
  const problems = await service.diagnostics(uri);
  return problems
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ range, code, message }) => `${range.start.line + 1} ${code}: ${message}`);
}

const ARTIFACTS: Readonly<Record<PartName, string>> = {
  compatibility: 'COMPATIBILITY_CONTRACT.md',
  migration: 'MIGRATION_PLAN.md',
  rollout: 'ROLLOUT_PLAN.md',
  rollback: 'ROLLBACK_PLAN.md',
  validation: 'VALIDATION_CHECKLIST.md',
};

test('the plan that the snippets are tried in is clean', async () => {
  expect(await found('rollout-plan.yaml', writeYaml(wholePlan() as JsonObject as never).text)).toEqual([]);
});

describe('in YAML, at its place, nothing is wrong with it', () => {
  test.each(CATALOGUE)('$prefix', async (entry) => {
    const body = bodyOf('snippets/yaml.json', entry.prefix);
    const text = entry.at === '' ? body : inYaml(entry, body);
    expect(await found('rollout-plan.yaml', text)).toEqual([]);
  });

  function inYaml(entry: Entry, body: string): string {
    const { plan, path } = place(entry);
    const { text } = writeYaml(plan as never);
    const read = (yaml: string): LocatedNode | undefined => readYaml({ uri: '', syntax: 'yaml', text: yaml })[0]?.root;
    const region = regionOf(text, read(text), path);
    const indent = ' '.repeat(/^ */.exec(text.slice(region.start))?.[0].length ?? 0);
    const lines = body.split('\n').map((line) => (line === '' ? line : indent + line));
    const result = text.slice(0, region.start) + lines.join('\n') + text.slice(region.end);
    expect(valueAt(read(result), path)).toEqual(valueIn(plan, path));
    return result;
  }
});

describe('in Markdown, at its place, nothing is wrong with it', () => {
  test.each(CATALOGUE.filter(({ at }) => at !== ''))('$prefix', async (entry) => {
    const body = bodyOf('snippets/markdown.json', entry.prefix);
    const [first] = pathOf(entry.markdown ?? entry.at);
    const part = homeOf([first ?? '']) as PartName;
    const isArtifact = entry.at === part;
    expect(await found(ARTIFACTS[part], isArtifact ? body : inMarkdown(entry, part, body))).toEqual([]);
  });

  test.each(RECORDS)('$prefix', async ({ prefix, kind }) => {
    const name = kind === 'rehearsal' ? 'rollback-rehearsals/001.md' : 'migrations/amount-and-currency.md';
    expect(await found(name, bodyOf('snippets/markdown.json', prefix))).toEqual([]);
  });

  function inMarkdown(entry: Entry, part: PartName, body: string): string {
    const { plan, path } = place(entry, entry.markdown ?? entry.at);
    const read = (text: string): LocatedNode => readMarkdown({ uri: '', syntax: 'markdown', text }, part).root;
    let text = writeMarkdown(plan as JsonObject, part);
    let at: Path = path;
    let region = regionOf(text, read(text), at);
    if (text[region.start] === '|') {
      // A table comes with its header, and a heading is no row of one: both are tried where no other item stands.
      at = [...path.slice(0, -1), 0];
      text = writeMarkdown(alone(plan, path) as JsonObject, part);
      region = regionOf(text, read(text), at);
    }
    const result = `${text.slice(0, region.start)}${body}\n${text.slice(region.end)}`;
    expect(valueAt(read(result), at)).toEqual(valueIn(plan, path));
    return result;
  }

  /** The plan with a list of nothing but the item. */
  function alone(at: Json, path: Path): Json {
    const [step, ...rest] = path;
    if (typeof step === 'number' && rest.length === 0) return [(at as Json[])[step] ?? null];
    if (typeof step === 'number') return (at as Json[]).map((item, one) => (one === step ? alone(item, rest) : item));
    if (step === undefined) return at;
    return { ...(at as object), [step]: alone((at as { [key: string]: Json })[step] ?? null, rest) };
  }
});

/** The lines of the value, with its key or its dash, and of a row the whole table. */
function regionOf(text: string, root: LocatedNode | undefined, path: Path): { start: number; end: number } {
  const node = descend(root, path);
  const parent = descend(root, path.slice(0, -1));
  const last = path.at(-1);
  const key = typeof last === 'string' && parent?.kind === 'map' ? parent.entries.get(last)?.key : undefined;
  if (!node) throw new Error(`${path.join('.')} is not in the plan that was written`);
  let start = text.lastIndexOf('\n', offsets(key ?? node.span).start - 1) + 1;
  while (text[start] === '|' && text[text.lastIndexOf('\n', start - 2) + 1] === '|')
    start = text.lastIndexOf('\n', start - 2) + 1;
  const end = text.slice(0, Math.max(offsets(node.span).end, start)).trimEnd().length;
  const line = text.indexOf('\n', end);
  return { start, end: line < 0 ? text.length : line };
}

function valueAt(root: LocatedNode | undefined, path: Path): unknown {
  const node = descend(root, path);
  return node && jsonOf(node);
}

function valueIn(plan: Json, path: Path): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], plan);
}
