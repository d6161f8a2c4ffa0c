import { describe, expect, it } from 'vitest';
import { type AdoptionFacts, adoption, markdownKind } from '../../../server/src/model/markdown/adoption.ts';
import { readMarkdown } from '../../../server/src/model/markdown/read.ts';
import type { DocumentKind } from '../../../server/src/model/plan-document.ts';

describe('the kind of a Markdown file', () => {
  it.each([
    ['file:///w/ROLLOUT_PLAN.md', 'rollout'],
    ['/w/docs/rollback-plan.md', 'rollback'],
    ['orders.ROLLBACK_PLAN.md', 'rollback'],
    ['file:///w/Migration_Plan.MD', 'migration'],
    ['VALIDATION_CHECKLIST.md', 'validation'],
    ['compatibility_contract.md?x#y', 'compatibility'],
    ['C:\\w\\COMPATIBILITY-CONTRACT.md', 'compatibility'],
    ['file:///w/rollback-rehearsals/001.md', 'rehearsal'],
    ['file:///w/rollback-rehearsals/001-drop%20column.md', 'rehearsal'],
    ['file:///w/migrations/drop-amount.md', 'migration-record'],
    ['file:///w/migrations/README.md', undefined],
    ['file:///w/rollback-rehearsals/README.md', undefined],
    ['MY_ROLLOUT_PLAN.md', undefined],
    ['ROLLOUT_PLAN.md.txt', undefined],
    ['%E0%A4%A', undefined],
  ])('%s is %s', (uri, kind) => {
    expect(markdownKind(uri)).toBe(kind);
  });
});

describe('adoption', () => {
  const of = (text: string, kind: DocumentKind, facts: Partial<AdoptionFacts> = {}) =>
    adoption(readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text }, kind), {
      setting: 'auto',
      hasSiblings: false,
      ...facts,
    });
  const COMMON = '# Migration plan\n\n## Move to React\n\n## Backup\n';
  const OURS = `${COMMON}\n**Rollback plan**:\n\n- none\n`;

  it('needs no more than a name that only a rollout has', () => {
    expect(of('# Anything', 'rollout')).toBe('adopted');
    expect(of('# Anything', 'rehearsal')).toBe('adopted');
  });

  it('of a common name needs two sections that only a rollout has', () => {
    expect(of(COMMON, 'migration')).toBe('offered');
    expect(of(OURS, 'migration')).toBe('adopted');
    expect(of(`${COMMON}\n\`\`\`md\n## Rollback plan\n\`\`\`\n<!--\n## Abort criteria\n-->\n`, 'migration')).toBe(
      'offered',
    );
  });

  it('of a common name may come from the folder or the setting', () => {
    expect(of(COMMON, 'migration', { hasSiblings: true })).toBe('adopted');
    expect(of(COMMON, 'migration', { setting: 'always' })).toBe('adopted');
    expect(of(COMMON, 'migration-record')).toBe('offered');
  });

  it('is what the front matter says', () => {
    expect(of(`---\nrolloutPlan: 1\n---\n${COMMON}`, 'migration', { setting: 'frontMatter' })).toBe('adopted');
    expect(of('# Anything', 'rollout', { setting: 'frontMatter' })).toBe('offered');
    expect(of(`---\nrolloutPlan: off\n---\n${OURS}`, 'migration', { setting: 'always', hasSiblings: true })).toBe(
      'off',
    );
  });
});
