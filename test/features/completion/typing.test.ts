/** The reference plan is typed from the first line to the last, out of what is offered. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Visit } from '../../../server/src/model/plan/walk.ts';
import { walk } from '../../../server/src/model/plan/walk.ts';
import { rootSchema } from '../../../server/src/model/schema/schema.ts';
import { offsets } from '../../../server/src/model/source.ts';
import { readYaml } from '../../../server/src/model/yaml/read.ts';
import { checkAll } from '../../support/checking.ts';
import { ROOT } from '../../support/files.ts';
import { PlanTypist } from '../../support/plan-typist.ts';
import { Typing } from './completing.ts';
import { PlainPen } from './plain-pen.ts';

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

test('the plan is made of suggestions, with all its keys from the list', { timeout: 60_000 }, async () => {
  const pen = new PlainPen(new Typing('rollout-plan.yaml'));
  const typist = new PlanTypist(pen);
  await typist.plan(parse(WHOLE));
  expect(typist.missed).toEqual([]);
  expect(parse(pen.text)).toEqual(parse(WHOLE));
  expect(await checkAll({ 'rollout-plan.yaml': pen.text })).toEqual([]);
  expect(typist.taken.keys).toBeGreaterThan(250);
  expect(typist.taken.values).toBeGreaterThan(90);
  expect(typist.taken.words).toBeGreaterThan(50);
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
