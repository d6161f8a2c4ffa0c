/** A rule is its file, its test and its page: all three exist, and the page's examples are true. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../server/src/rules/index.ts';
import { createLanguageService } from '../../server/src/service.ts';
import { DEFAULT_SETTINGS } from '../../server/src/workspace/host.ts';
import { filesBelow, ROOT } from '../support/files.ts';
import { memoryHost } from '../support/memory-host.ts';

test('ids are unique', () => {
  const ids = RULES.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test('there is no page and no test without a rule', () => {
  const ids = new Set(RULES.map(({ group, id }) => `${group}/${id}`));
  const pages = filesBelow('docs/rules', /\.md$/)
    .map((file) => file.replace(/^docs\/rules\/|\.md$/g, ''))
    .filter((name) => name !== 'README');
  const tests = filesBelow('test/rules', /\.test\.ts$/).map((file) => file.replace(/^test\/rules\/|\.test\.ts$/g, ''));
  // What rules share stands beside their groups.
  const ofRules = tests.filter((name) => !existsSync(`server/src/rules/${name}.ts`) || name.includes('/'));
  expect([...pages, ...ofRules].filter((name) => !ids.has(name))).toEqual([]);
});

interface Block {
  readonly kind: 'Bad' | 'Good';
  readonly file: string;
  readonly text: string;
}

/** The fenced plans under `## Bad` and `## Good`. A Markdown block names its artifact: ```markdown ROLLOUT_PLAN.md */
function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  let heading = '';
  for (const found of page.matchAll(/^## (.+)$|^(`{3,})(\S*)(?: (\S+))?\n([\s\S]*?)^\2$/gm)) {
    const [, title, , language, file, text = ''] = found;
    heading = title ?? heading;
    if (title !== undefined || (heading !== 'Bad' && heading !== 'Good')) continue;
    blocks.push({ kind: heading, file: file ?? (language === 'yaml' ? 'rollout-plan.yaml' : 'ROLLOUT_PLAN.md'), text });
  }
  return blocks;
}

async function rulesFoundIn(blocks: readonly Block[]): Promise<string[]> {
  const files = Object.fromEntries(blocks.map(({ file, text }) => [`file:///page/${file}`, text]));
  const service = createLanguageService(memoryHost(files));
  service.setSettings({ ...DEFAULT_SETTINGS, adopt: 'always' });
  const found: string[] = [];
  for (const uri of Object.keys(files)) found.push(...(await service.diagnostics(uri)).map(({ code }) => code));
  return found;
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, { group }) => {
  test('has a test of its own', () => {
    expect(existsSync(join(ROOT, `test/rules/${group}/${id}.test.ts`))).toBe(true);
  });
  test('has a page whose bad example is found and whose good one is not', async () => {
    const page = readFileSync(join(ROOT, `docs/rules/${group}/${id}.md`), 'utf8');
    for (const heading of [`# ${id}`, '## Why', '## Bad', '## Good', '## Quick fix', '## When to turn it off'])
      expect(page).toContain(heading);
    const blocks = blocksOf(page);
    expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(['Bad', 'Good']));
    // What a rule says of several files, its page shows in several files.
    const plans =
      group === 'bundle'
        ? (['Bad', 'Good'] as const).map((kind) => blocks.filter((block) => block.kind === kind))
        : blocks.map((block) => [block]);
    for (const plan of plans) {
      if (plan[0]?.kind === 'Bad') expect(await rulesFoundIn(plan)).toContain(id);
      else expect(await rulesFoundIn(plan)).not.toContain(id);
    }
  });
});
