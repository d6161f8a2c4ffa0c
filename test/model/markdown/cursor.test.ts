import { expect, test } from 'vitest';
import { markdownAtCursor } from '../../../server/src/model/markdown/cursor/at-cursor.ts';
import { newItem } from '../../../server/src/model/markdown/cursor/new-item.ts';
import { readMarkdown } from '../../../server/src/model/markdown/read.ts';

test('of an item that begins with its list, the item is the nearest owner of a label', () => {
  const text = '## Phase 1: Pilot\n\nSo';
  const document = readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text }, 'rollout');
  const owners = markdownAtCursor(document, text.length).label?.owners ?? [];
  expect(owners.map(({ path }) => path.join('.'))).toEqual(['rollout.stages.0', 'rollout.stages', 'rollout', '']);
});

test.each([
  ['a task in a checklist', 'validation', ['validation', 'smoke'], { check: 'a is up' }, '- [ ] a is up'],
  ['a heading elsewhere', 'rollout', ['rollout', 'stages'], { id: 'all', weight: '100%' }, '### Stage 2: all (100%)'],
] as const)('a new item is %s', (_, kind, path, value, words) => {
  const document = readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text: '' }, kind);
  expect(newItem(value, { path, count: 1, level: 2 }, document)).toBe(words);
});

test('below the items of a list in code nothing is begun', () => {
  const text = '# Rollout plan\n\n```\n- a\nb';
  const document = readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text: `${text}\n\`\`\`\n` }, 'rollout');
  expect(markdownAtCursor(document, text.length)).toEqual({});
});
