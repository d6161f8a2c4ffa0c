import { describe, expect, it } from 'vitest';
import { isWellFormed, type Notation } from '../../../server/src/model/notation.ts';
import { locate } from '../../../server/src/model/schema/files.ts';
import {
  acceptsNode,
  enumValues,
  headingsOf,
  itemSchema,
  newValue,
  notationOf,
  properties,
  propertySchema,
  rootSchema,
  type SchemaNode,
  schemaAt,
  titleOf,
  unitName,
} from '../../../server/src/model/schema/schema.ts';
import { DOCUMENT_KINDS, everySchema } from '../../support/schemas.ts';
import { tree } from '../../support/tree.ts';

const plan = rootSchema('plan');
const at = (...path: (string | number)[]): SchemaNode => {
  const found = schemaAt(plan, path);
  if (!found) throw new Error(`nothing at ${path.join('.')}`);
  return found;
};

describe('the schemas as nodes', () => {
  it('have the plan at the root of every artifact, and a schema of its own for a record', () => {
    expect(unitName(rootSchema('rollout'))).toBe('RolloutPlan');
    expect(unitName(rootSchema('rehearsal'))).toBe('Rehearsal');
    expect(unitName(rootSchema('migration-record'))).toBe('MigrationRecord');
  });

  it('follow references across files, and let the words beside a reference win', () => {
    const abort = at('rollout', 'stages', 0, 'abortCriteria');
    expect(titleOf(abort)).toBe('Abort criteria');
    expect(unitName(at('rollout', 'stages', 0, 'abortCriteria', 0))).toBe('Criterion');
    expect(titleOf(at('rollout', 'soak'))).toBe('Soak');
    expect(notationOf(at('rollout', 'soak'))).toBe('duration');
    expect(titleOf(at('rollback', 'rehearsals', 0, 'environment'))).toBe('Environment');
    expect(enumValues(at('rollback', 'rehearsals', 0, 'environment'))).toContain('staging');
  });

  it('say nothing where a reference leads nowhere', () => {
    expect(locate('nowhere.schema.json').raw).toEqual({});
    expect(locate('#/definitions/Nothing', 'common.schema.json').raw).toEqual({});
  });

  it('keep the order of the schema', () => {
    expect([...properties(plan).keys()].slice(0, 3)).toEqual(['rolloutPlan', 'name', 'plan']);
  });

  it('are the same object each time', () => {
    expect(at('migration', 'steps', 0)).toBe(at('migration', 'steps', 0));
    expect(rootSchema('plan')).toBe(rootSchema('rollout'));
  });

  it('name a property by its title first', () => {
    expect(headingsOf(at('rollout', 'stages', 0), 'soak')[0]).toBe('Soak');
    expect(headingsOf(at('rollout', 'stages', 0), 'soak')).toContain('bake');
    expect(headingsOf(plan, 'nonsense')).toEqual([]);
  });

  it('know nothing where there is nothing', () => {
    expect(propertySchema(plan, 'nonsense')).toBeUndefined();
    expect(propertySchema(plan, 'constructor')).toBeUndefined();
    expect(itemSchema(plan)).toBeUndefined();
    expect(schemaAt(plan, ['rollout', 'nonsense', 3, 'x'])).toBeUndefined();
  });

  it('insert the first skeleton of a part that is missing', () => {
    expect(propertySchema(plan, 'rollback')?.missing?.insert).toMatchObject({ approach: 'roll-forward-first' });
  });
});

describe('acceptsNode', () => {
  it.each([
    ['title', 'words', true],
    ['title', 5, false],
    ['title', { a: 1 }, false],
    ['title', null, false],
    ['status', 'draft', true],
    ['status', 'wild', false],
    ['metrics', [], true],
    ['metrics', 'none', false],
    ['change', {}, true],
  ])('%s: %j is %s', (key, value, accepted) => expect(acceptsNode(at(key), tree(value))).toBe(accepted));

  it('takes a criterion as a text and as a mapping', () => {
    const criterion = at('rollout', 'abortCriteria', 0);
    expect([tree('x > 1'), tree({ when: 'x > 1' }), tree([])].map((node) => acceptsNode(criterion, node))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('a new value', () => {
  it.each([
    [['rollout', 'soak'], `\${1:30m}`],
    [['rollout', 'stages', 0, 'weight'], `\${1:1%}`],
    [['migration', 'steps', 0, 'phase'], `\${1|expand,migrate,contract|}`],
    [['migration', 'steps', 0, 'reversible'], true],
    [['validation', 'smoke', 0, 'done'], false],
    [['migration', 'steps', 0, 'locking', 'retries'], 1],
    [['notes'], undefined],
    [['tags'], undefined],
    [['rollout', 'communication', 0, 'audience'], `\${1:internal}`],
  ])('at %j', (path, value) => expect(newValue(at(...path))).toEqual(value));

  it('of a list is one item', () => {
    expect(newValue(at('rollout', 'abortCriteria'))).toEqual([expect.stringContaining('error-rate')]);
  });

  it('of nothing is nothing', () => expect(newValue(undefined)).toBeUndefined());

  it('of a whole number without a least one is one', () => {
    expect(newValue({ ...at('migration', 'steps', 0, 'locking', 'retries'), minimum: undefined, examples: [] })).toBe(
      1,
    );
  });
});

describe('the patterns in the schemas', () => {
  const words = [
    ...['30s', '1h30m', '7d', '250ms', '5M', '30', 'PT5M', '2 hours', '1m1h', ''],
    ...['5%', '5', '100%', '0.05', '101', '0.1%', '12.5'],
    ...['2026-12-01', '2026-13-01', '2026-12-01T14:00+01:00', '2026-12-01T14:00', '12/01/2026'],
    ...['340GiB', '12 MB', '12', 'a-b', 'A', 'a--b'],
  ];
  const patterns = new Map(
    everySchema().flatMap(({ raw }) => (raw.pattern ? [[raw['x-notation'] as Notation, raw.pattern] as const] : [])),
  );

  it.each([...patterns])('say of %s what the notation says', (notation, pattern) => {
    for (const text of words) {
      // A fraction is a number to the schema, and a mistake to us.
      if (notation === 'percent' && text === '0.05') continue;
      expect(new RegExp(pattern, 'u').test(text), `${notation} ${text}`).toBe(isWellFormed(notation, text));
    }
  });

  it('are there for five notations', () =>
    expect([...patterns.keys()].sort()).toEqual(['date', 'duration', 'id', 'percent', 'size']));
});

describe('every schema', () => {
  it('can be reached, described and offered as something new, for every kind of document', () => {
    for (const kind of DOCUMENT_KINDS) {
      const waiting = [rootSchema(kind)];
      const seen = new Set<SchemaNode>();
      for (let schema = waiting.pop(); schema; schema = waiting.pop()) {
        if (seen.has(schema)) continue;
        seen.add(schema);
        newValue(schema);
        expect(schema.types.length).toBeGreaterThan(0);
        for (const [key, property] of properties(schema)) {
          expect(property.title, key).not.toBe('');
          waiting.push(property);
        }
        const item = itemSchema(schema);
        if (item) waiting.push(item);
      }
      expect(seen.size).toBeGreaterThan(50);
    }
  });
});
