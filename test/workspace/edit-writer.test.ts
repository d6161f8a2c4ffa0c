/** Edits of files that are no YAML and no Markdown: plans in JSON, and what plans name. */
import { expect, test } from 'vitest';
import type { PlanEdit } from '../../server/src/model/edit.ts';
import { offsets } from '../../server/src/model/source.ts';
import { readYaml } from '../../server/src/model/yaml/read.ts';
import { editWriterFor, editWritersFor } from '../../server/src/workspace/edit-writer.ts';
import { asking } from '../support/asking.ts';

/** The text with a value for a key. */
function set(text: string, key: string, value: string): string {
  const [document] = readYaml({ uri: 'file:///bundle/rollout-plan.config.json', syntax: 'yaml', text });
  const edit: PlanEdit = { kind: 'set', parent: document.root, key, value };
  return editWriterFor(document)([edit]).reduceRight((then, { span, newText }) => {
    const { start, end } = offsets(span);
    return then.slice(0, start) + newText + then.slice(end);
  }, text);
}

test.each([
  ['what was a number becomes a text in quotes', '{ "soak": 5 }\n', 'soak', '2h', '{ "soak": "2h" }\n'],
  ['what was a text stays one', '{ "soak": "2 hours" }\n', 'soak', '2h', '{ "soak": "2h" }\n'],
  ['what would be no JSON any more is not written', '{ "soak": "2h" }\n', 'owner', 'a: b', '{ "soak": "2h" }\n'],
  ['what was none may be mended', '{ "soak": 2 hours }\n', 'soak', '2h', '{ "soak": "2h" }\n'],
])('JSON: %s', (_, text, key, value, then) => {
  expect(set(text, key, value)).toBe(then);
});

test('in a file that is no plan words are replaced, and nothing else is done', async () => {
  const { context } = await asking({ 'rollout-plan.yaml': 'rolloutPlan: 1\nname: a\n' });
  const { root, source } = context.plans[0].document;
  const write = editWritersFor({ ...context.bundle, plans: [] })(source);
  expect(
    write([
      { kind: 'replace', span: root.head, newText: 'b' },
      { kind: 'set', parent: root, key: 'owner', value: 'c' },
    ]),
  ).toEqual([{ span: root.head, newText: 'b' }]);
});
