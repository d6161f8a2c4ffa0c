/** What docs/format.md shows is read as it says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../server/src/model/markdown/read.ts';
import type { PartName } from '../../server/src/model/plan-document.ts';
import { createLanguageService } from '../../server/src/service.ts';
import { memoryHost } from '../support/memory-host.ts';
import { treeToJs } from '../support/tree-to-js.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/format.md'), 'utf8');

function blocks(language: string): string[] {
  const fences = PAGE.matchAll(/^(`{3,})(\w*)\n([\s\S]*?)\n\1$/gm);
  return Array.from(fences, ([, , name, code]) => (name === language ? (code ?? '') : '')).filter(
    (code) => code !== '',
  );
}

/** What a fragment must have right, however much it leaves out. */
const SHAPE = new Set(['yaml-syntax', 'plan-schema', 'unknown-key', 'duplicate-id']);

describe('YAML', () => {
  test.each(blocks('yaml'))('%s', async (code) => {
    const text = code.replace(/^---$/gm, '');
    const uri = 'file:///page/rollout-plan.yaml';
    const found = await createLanguageService(memoryHost({ [uri]: text })).diagnostics(uri);
    expect(found.filter(({ code }) => SHAPE.has(code) || code.startsWith('invalid-'))).toEqual([]);
  });
});

describe('Markdown', () => {
  const read = (text: string, part: PartName): unknown =>
    treeToJs(readMarkdown({ uri: 'page.md', syntax: 'markdown', text }, part).root);
  const [rollout = '', migration = ''] = blocks('markdown');

  test('two stages, the first with what its heading says', () => {
    expect(read(rollout, 'rollout')).toMatchObject({
      owner: 'team-payments',
      title: 'Give every order an explicit currency',
      rollout: {
        unit: 'requests',
        stages: [
          { id: 'staging', weight: '100%', soak: '24h', abortCriteria: ['error-rate > 1% for 5m -> rollback'] },
          { id: 'canary', weight: '1%', soak: '2h', extends: 'staging', environment: 'production' },
        ],
      },
    });
  });

  test('a step with its phase, title and release', () => {
    expect(read(migration, 'migration')).toMatchObject({
      migration: {
        steps: [
          {
            id: 'drop-the-old-column',
            phase: 'contract',
            title: 'drop the old column',
            release: '5.2.0',
            reversible: false,
            backup: 'orders-before-contract',
            approvers: ['@dba-oncall'],
            up: { sql: expect.stringContaining('DROP COLUMN amount_cents') },
          },
        ],
      },
    });
  });

  test.each([
    ['**Soak**: 2h'],
    ['- **Soak**: 2h'],
    ['Soak: 2h'],
    ['#### Soak\n\n2h'],
    ['| Key | Value |\n| --- | --- |\n| Soak | 2h |'],
  ])('a fact as %j', (fact) => {
    const text = `# Rollout plan\n\n## Stages\n\n### Stage 1: canary (1%)\n\n${fact}\n`;
    expect(read(text, 'rollout')).toMatchObject({ rollout: { stages: [{ id: 'canary', weight: '1%', soak: '2h' }] } });
  });

  test('three stages in one line', () => {
    const text = '# Rollout plan\n\n## Stages\n\n25% → 50% → 100%\n';
    expect(read(text, 'rollout')).toMatchObject({
      rollout: { stages: [{ weight: '25%' }, { weight: '50%' }, { weight: '100%' }] },
    });
  });
});
