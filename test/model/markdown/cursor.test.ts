import { expect, test } from 'vitest';
import { markdownAtCursor } from '../../../server/src/model/markdown/cursor/at-cursor.ts';
import { readMarkdown } from '../../../server/src/model/markdown/read.ts';

test('of an item that begins with its list, the item is the nearest owner of a label', () => {
  const text = '## Phase 1: Pilot\n\nSo';
  const document = readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text }, 'rollout');
  const owners = markdownAtCursor(document, text.length).label?.owners ?? [];
  expect(owners.map(({ path }) => path.join('.'))).toEqual(['rollout.stages.0', 'rollout.stages', 'rollout', '']);
});
