import { expect, test } from 'vitest';
import { hasAnchor } from '../../../server/src/model/markdown/anchors.ts';
import type { Source } from '../../../server/src/model/source.ts';

const TEXT = '# Plan\n\n## Roll back: now\n\n### Check {#after-it}\n\n<a name="old"></a>\n\n<p id=new>x</p>\n';
const source: Source = { uri: 'file:///a.md', syntax: 'markdown', text: TEXT };

test.each([
  ['roll-back-now', true],
  ['roll-back--now', true],
  ['roll-back-now-1', true],
  ['after-it', true],
  ['old', true],
  ['new', true],
  ['top', true],
  ['roll-forward', false],
  ['older', false],
])('#%s is a place of the text: %s', (fragment, expected) => {
  expect(hasAnchor(source, fragment)).toBe(expected);
});
