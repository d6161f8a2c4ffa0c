import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Skeleton, slot } from '../../../server/src/model/edit.ts';
import { readYaml } from '../../../server/src/model/yaml/read.ts';
import { writeYaml } from '../../../server/src/model/yaml/write.ts';
import { shownSnippet } from '../../support/apply-changes.ts';
import { treeToJs } from '../../support/tree-to-js.ts';

function readBack(text: string): unknown {
  const [document] = readYaml({ uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text });
  expect(document?.problems).toEqual([]);
  return document && treeToJs(document.root);
}

describe('a plan written', () => {
  it('is laid out as a person would', () => {
    const plan: Skeleton = {
      rolloutPlan: 1,
      name: slot('orders'),
      approvers: ['@payments-lead', '@dba'],
      change: { versions: [{ component: 'api', from: '4.18.2', to: '16' }], data: { rows: 120, size: '340GiB' } },
      metrics: [{ id: slot('error-rate'), query: slot('sum(rate(errors[5m]))') }],
      rollout: {
        stages: [
          {
            id: 'canary',
            weight: '1%',
            soak: '2h',
            metrics: ['error-rate'],
            abortCriteria: ['error-rate > 1% for 5m -> rollback'],
          },
        ],
      },
      migration: { steps: [{ id: 'expand', reversible: true, up: { sql: 'A;\nB;\n' }, down: { command: 'undo' } }] },
      rollback: {},
    };
    const { text, snippet } = writeYaml(plan);
    expect(text).toBe(`rolloutPlan: 1
name: orders
approvers: ["@payments-lead", "@dba"]

change:
  versions:
    - { component: api, from: 4.18.2, to: "16" }
  data: { rows: 120, size: 340GiB }

metrics:
  - id: error-rate
    query: sum(rate(errors[5m]))

rollout:
  stages:
    - id: canary
      weight: 1%
      soak: 2h
      metrics: [error-rate]
      abortCriteria:
        - error-rate > 1% for 5m -> rollback

migration:
  steps:
    - id: expand
      reversible: true
      up:
        sql: |
          A;
          B;
      down: { command: undo }

rollback: {}
`);
    expect(shownSnippet(snippet)).toBe(text);
    expect([...snippet.matchAll(/\$\{(\d)/g)].map((match) => match[1])).toEqual(['1', '2', '3']);
  });

  it('has no gaps where it is a part of one', () => {
    expect(writeYaml({ id: 'a', up: { sql: slot('x') }, steps: [{ id: 'b' }] }).text).toBe(
      'id: a\nup:\n  sql: x\nsteps:\n  - { id: b }\n',
    );
    expect(writeYaml(['a b', 5]).text).toBe('- a b\n- 5\n');
    expect(writeYaml('a: b').text).toBe('"a: b"\n');
  });

  it('reads back as the same value: the reference plan', () => {
    const reference = readFileSync(new URL('../../fixtures/reference/rollout-plan.yaml', import.meta.url), 'utf8');
    const value = parse(reference);
    expect(readBack(writeYaml(value).text)).toEqual(value);
    expect(readBack(writeYaml(value, { step: 4, dash: 0 }).text)).toEqual(value);
  });
});
