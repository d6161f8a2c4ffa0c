/** The examples say what their readers take away from them: one bundle is clean under every rule, the other makes the classic mistakes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../server/src/features/types.ts';
import { markdownKind } from '../../server/src/model/markdown/adoption.ts';
import { readMarkdown } from '../../server/src/model/markdown/read.ts';
import type { PartName } from '../../server/src/model/plan-document.ts';
import { readYaml } from '../../server/src/model/yaml/read.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { createLanguageService } from '../../server/src/service.ts';
import { memoryHost } from '../support/memory-host.ts';
import { type Js, treeToJs } from '../support/tree-to-js.ts';

const ROOT = join(import.meta.dirname, '../../examples');

function filesIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:yaml|md)$/.test(name),
  );
  return new Map(names.sort().map((name) => [name, readFileSync(join(ROOT, folder, name), 'utf8')]));
}

/** What is found in each file, in the order of the names. */
async function findings(files: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
  const uris = new Map(Array.from(files.keys(), (name) => [name, `file:///bundle/${name}`]));
  const texts = Object.fromEntries(Array.from(files, ([name, text]) => [uris.get(name) ?? '', text]));
  const service = createLanguageService(memoryHost(texts));
  const found = new Map<string, readonly Diagnostic[]>();
  for (const [name, uri] of uris) found.set(name, await service.diagnostics(uri));
  return found;
}

function lines(found: ReadonlyMap<string, readonly Diagnostic[]>): string[] {
  return Array.from(found, ([name, problems]) =>
    problems
      .map(({ range, severity, code }) => ({ line: range.start.line + 1, severity, code }))
      .sort((a, b) => a.line - b.line || (a.code < b.code ? -1 : 1))
      .map(({ line, severity, code }) => `${name}:${line} ${severity} ${code}`),
  ).flat();
}

describe('examples/orders-currency', () => {
  const files = filesIn('orders-currency');

  test('nothing is found in it, not even a hint', async () => {
    expect(files.size).toBeGreaterThanOrEqual(6);
    expect(lines(await findings(files))).toEqual([]);
  });

  test('the artifacts stand for themselves', async () => {
    expect(lines(await findings(new Map([...files].filter(([name]) => name.endsWith('.md')))))).toEqual([]);
  });

  test('the YAML plan stands for itself', async () => {
    expect(lines(await findings(new Map([...files].filter(([name]) => name.endsWith('.yaml')))))).toEqual([]);
  });

  const [plan] = readYaml({ uri: 'plan', syntax: 'yaml', text: files.get('rollout-plan.yaml') ?? '' });
  const wanted = plan && objectOf(treeToJs(plan.root));
  const artifacts = Array.from(files.keys()).filter((name) => /^[A-Z_]+\.md$/.test(name));

  test.each(artifacts)('%s says what the YAML plan says', (name) => {
    const kind = markdownKind(name) as PartName;
    const { root } = readMarkdown({ uri: name, syntax: 'markdown', text: files.get(name) ?? '' }, kind);
    const { plan: named, ...read } = objectOf(treeToJs(root));
    expect(named).toBe(wanted?.name);
    for (const [key, value] of Object.entries(read)) expect(withoutRemarks(value), key).toEqual(wanted?.[key]);
  });
});

function objectOf(js: Js): { [key: string]: Js } {
  return js as { [key: string]: Js };
}

/** What a Markdown author writes between the facts has no place in the YAML plan. */
function withoutRemarks(value: Js): Js {
  if (Array.isArray(value)) return value.map(withoutRemarks);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'notes' && !(key === 'title' && 'restored' in value));
  return Object.fromEntries(kept.map(([key, below]) => [key, withoutRemarks(below)]));
}

describe('examples/risky', () => {
  const files = filesIn('risky');

  /** The mistakes that it was written for. A rule that is still to be written has nothing to answer for. */
  test.each([
    'missing-abort-criteria',
    'irreversible-step-without-backup',
    'abort-criterion-not-measurable',
    'abort-criterion-without-window',
    'abort-criterion-without-action',
    'metric-undefined',
    'backup-without-ttl',
    'backup-without-reference',
    'backup-not-verified',
    'placeholder-left',
    'unknown-key',
    'invalid-duration',
    'invalid-percentage',
    'version-not-explicit',
    'consumers-missing',
    'deprecation-too-short',
    'non-concurrent-index',
    'sql-unbounded-write',
    'backfill-not-batched',
    'missing-canary',
    'no-gradual-ramp',
    'no-staging-stage',
    'unknown-step-reference',
    'rollback-not-concrete',
    'rehearsal-exceeds-budget',
    'rehearsal-time-inconsistent',
    'smoke-only-health',
    'stage-mismatch',
    'broken-link',
  ])('%s is found', async (rule) => {
    const found = Array.from((await findings(files)).values()).flat();
    if (RULES.some(({ id }) => id === rule)) expect(found.map(({ code }) => code)).toContain(rule);
  });

  test('all of what is found', async () => {
    await expect(`${lines(await findings(files)).join('\n')}\n`).toMatchFileSnapshot('risky.txt');
  });
});
