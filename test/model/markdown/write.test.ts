import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentUnit, planUnit } from '../../../server/src/model/markdown/grammar/grammar-of.ts';
import { readMarkdown } from '../../../server/src/model/markdown/read.ts';
import { writeMarkdown } from '../../../server/src/model/markdown/write.ts';
import { type JsonObject, jsonOf } from '../../../server/src/model/markdown/writing/json.ts';
import type { DocumentKind } from '../../../server/src/model/plan-document.ts';
import { PART_NAMES } from '../../../server/src/model/plan-document.ts';
import { readYaml } from '../../../server/src/model/yaml/read.ts';
import { unitValue } from './plan-values.ts';

function readBack(text: string, kind: DocumentKind): JsonObject {
  return jsonOf(readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text }, kind).root) as JsonObject;
}

const REFERENCE = readFileSync('test/fixtures/reference/rollout-plan.yaml', 'utf8');

describe('a plan written as Markdown', () => {
  const [document] = readYaml({ uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text: REFERENCE });
  const plan = jsonOf(document?.root as never) as JsonObject;

  it('reads back as the same value, all five artifacts together', () => {
    const together: JsonObject = Object.assign(
      {},
      ...PART_NAMES.map((part) => readBack(writeMarkdown(plan, part), part)),
    );
    const { name, ...rest } = plan;
    expect(together).toEqual({ ...rest, plan: name });
  });

  it.each(PART_NAMES)('reads as it stands in %s', (part) => {
    expect(writeMarkdown(plan, part)).toMatchSnapshot();
  });
});

describe.each([...PART_NAMES, 'rehearsal', 'migration-record'] as const)('a made-up %s', (kind) => {
  const isPart = (PART_NAMES as readonly string[]).includes(kind);
  const own = unitValue(documentUnit(kind), 3, 6);

  it('reads back as it was written', () => {
    fc.assert(
      fc.property(own, (value) => {
        const plan: JsonObject = isPart
          ? { rolloutPlan: 1, owner: 'team', [kind]: value }
          : { ...value, rolloutPlan: 1 };
        const text = writeMarkdown(plan, kind);
        expect(readBack(text, kind), text).toEqual(plan);
      }),
      { numRuns: Number(process.env.RUNS ?? 80) },
    );
  });
});

describe('what an artifact carries of the plan', () => {
  it.each(['change', 'metrics', 'flags', 'backups', 'contacts'])('%s reads back', (key) => {
    const home = {
      change: 'compatibility',
      metrics: 'rollout',
      flags: 'rollout',
      backups: 'migration',
      contacts: 'compatibility',
    }[key] as DocumentKind;
    const unit = planUnit();
    const property = unit.properties.get(key);
    if (!property) throw new Error(key);
    const only = { ...unit, properties: new Map([[key, property]]), required: new Set<string>(), text: undefined };
    fc.assert(
      fc.property(unitValue(only, 3), (value) => {
        const text = writeMarkdown({ rolloutPlan: 1, ...value }, home);
        const { [home]: _, ...plan } = readBack(text, home);
        expect(plan, text).toEqual({ rolloutPlan: 1, ...value });
      }),
      { numRuns: 100 },
    );
  });
});

describe('what is hard to say in Markdown', () => {
  it.each<[string, DocumentKind, JsonObject]>([
    ['spaces around a text', 'rollout', { rollout: { stickyBy: ' a ' } }],
    ['more names than a line takes', 'rollout', { rollout: { metrics: Array.from('abcdefghi', (a) => `rate-${a}`) } }],
    [
      'what a section would misread, with nothing and lists in it',
      'compatibility',
      {
        tags: ['a', null, ['b']],
        links: [{ title: 'T', url: 'u' }],
        change: { summary: '## x\n- y', data: { rows: 5, tables: ['a', 'b'] } },
        compatibility: { window: '90d' },
      },
    ],
    [
      'a key with nothing in it',
      'migration',
      { migration: { steps: [{ id: 'a', title: 'A b', down: { sql: 'x' } }] } },
    ],
  ])('reads back: %s', (_, kind, plan) => {
    const text = writeMarkdown(plan, kind);
    expect(readBack(text, kind), text).toEqual({ rolloutPlan: 1, ...plan });
  });

  it('stands there as near as can be: lines in a list, numbers where texts belong', () => {
    expect(writeMarkdown({ rollout: { freeze: ['two\nlines', 5] } }, 'rollout')).toContain(
      '## Freeze\n\n- ```text\n  two\n  lines\n  ```\n- 5\n',
    );
  });

  it.each<[string, DocumentKind, JsonObject, JsonObject]>([
    [
      'a rollout',
      'rollout',
      {
        unit: ['a'],
        stickyBy: { a: 1 },
        abortCriteria: 'x',
        stages: 'y',
        freeze: [{ a: 1 }],
        communication: ['#ops', ['x']],
        flag: 'f',
      },
      { flag: 'f' },
    ],
    [
      'a rollback',
      'rollback',
      {
        decisions: [{ failed: ['a'], method: 'b' }],
        reverts: 'all',
        restore: ['x'],
        steps: [{ title: 'a' }, 'b'],
        approach: 'rollback-first',
      },
      { decisions: [{ method: 'b' }], steps: [{ title: 'a' }], approach: 'rollback-first' },
    ],
  ])('leaves the rest of %s readable where it has a wrong type', (_, kind, own, left) => {
    expect(readBack(writeMarkdown({ [kind]: own }, kind), kind)).toEqual({ rolloutPlan: 1, [kind]: left });
  });
});
