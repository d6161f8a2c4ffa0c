/** The reference plan is typed from the first line to the last: at each key its key is offered, at each word from a list that word. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Visit } from '../../../server/src/model/plan/walk.ts';
import { walk } from '../../../server/src/model/plan/walk.ts';
import { rootSchema } from '../../../server/src/model/schema/schema.ts';
import { offsets } from '../../../server/src/model/source.ts';
import { readYaml } from '../../../server/src/model/yaml/read.ts';
import { ROOT } from '../../support/files.ts';
import { Typing } from './completing.ts';

const WHOLE = readFileSync(join(ROOT, 'test/fixtures/reference/rollout-plan.yaml'), 'utf8');

/** With everything below the cursor there too, as ids may be declared further down, but for what follows on the line. */
function without(start: number, end: number): { text: string; offset: number } {
  return { text: WHOLE.slice(0, start) + WHOLE.slice(end), offset: start };
}

function visits(): Visit[] {
  const [document] = readYaml({ uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text: WHOLE });
  if (!document) throw new Error('the reference plan is no plan');
  return [...walk(document.root, rootSchema('plan'))];
}

test('each key is offered where it is about to be typed', { timeout: 60_000 }, async () => {
  const typing = new Typing('rollout-plan.yaml');
  const missed: string[] = [];
  for (const { key, name } of visits()) {
    if (!key || name === undefined) continue;
    const { start } = offsets(key);
    const text = WHOLE.slice(0, start);
    const offers = await typing.at(text, start);
    if (!offers.some(({ label }) => label === name)) missed.push(`${start} ${name}`);
  }
  expect(missed).toEqual([]);
});

test('each word of a list, each id and each truth is offered where it is about to be typed', {
  timeout: 60_000,
}, async () => {
  const typing = new Typing('rollout-plan.yaml');
  const missed: string[] = [];
  let asked = 0;
  for (const { node, schema } of visits()) {
    const isFixed = schema.values.length > 0 || schema.reference || schema.types[0] === 'boolean';
    if (node.kind !== 'scalar' || !isFixed || schema.types.includes('object')) continue;
    const { start, end } = offsets(node.span);
    const { text, offset } = without(start, end);
    const offers = await typing.at(text, offset);
    asked++;
    if (!offers.some(({ label }) => label === node.text)) missed.push(`${start} ${node.text}`);
  }
  expect(missed).toEqual([]);
  expect(asked).toBeGreaterThan(60);
});
