import { expect, test } from 'vitest';
import { matched } from '../../server/src/util/matched.ts';

const PAIR = /(\w+):(\d+)?/;

test.each([
  ['all that matched', 'a b:5 c', undefined, 'b:5'],
  ['a group', 'a b:5 c', 2, '5'],
  ['a group that had no part in it', 'a b: c', 2, ''],
  ['where nothing matched', 'a b', undefined, ''],
])('%s', (_, text, group, words) => expect(matched(PAIR.exec(text), group)).toBe(words));
