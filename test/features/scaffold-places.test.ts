/** Where the slots of a value stand in the text that was written of it. */
import { expect, test } from 'vitest';
import { slotPlaces } from '../../server/src/features/scaffold-places.ts';
import { type Skeleton, slot } from '../../server/src/model/edit.ts';
import { readYaml } from '../../server/src/model/yaml/read.ts';

function words(text: string, value: Skeleton): string[] {
  const { root } = readYaml({ uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text })[0];
  return slotPlaces(root, value, (line) => line.includes('TBD')).map(({ start, end }) => text.slice(start, end));
}

const WHO = slot('who');

test.each<[string, string, Skeleton, string[]]>([
  ['plain words', 'owner: who\nname: a\n', { name: 'a', owner: WHO }, ['who']],
  [
    'words in quotes, without them',
    'owner: "who"\nname: \'who\'\ntitle: "\n',
    { owner: WHO, name: WHO },
    ['who', 'who'],
  ],
  [
    'words with characters that are written otherwise',
    'owner: "\\twho\\x21"\n',
    { owner: slot('\twho!') },
    ['\\twho\\x21'],
  ],
  [
    'words in quotes that are written otherwise there',
    "owner: 'it''s who'\n",
    { owner: slot("it's who") },
    ["it''s who"],
  ],
  ['items of a list', 'owners: [who, nobody, who]\n', { owners: [WHO, 'nobody', WHO] }, ['who', 'who']],
  [
    'what the text does not hold, or as something else',
    'owners: who\nname: {}\ntitle: a\n',
    { owners: [WHO], name: WHO, title: { a: WHO }, unit: WHO },
    [],
  ],
  ['lines of a text', 'run: |-\n  one\n  TBD two\n  three\n', { run: 'one\nTBD two\nthree' }, ['TBD two']],
  ['what was written once and is read twice', 'name: &a who\nowner: *a\n', { name: WHO, owner: WHO }, ['who']],
  ['nothing in numbers', 'rolloutPlan: 1\ndone: true\n', { rolloutPlan: 1, done: true }, []],
])('%s', (_, text, value, expected) => {
  expect(words(text, value)).toEqual(expected);
});
