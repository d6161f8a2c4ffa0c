import { describe, expect, it } from 'vitest';
import { criterionOf } from '../../../server/src/analysis/criteria/index.ts';
import type {
  Entry,
  ListNode,
  LocatedNode,
  MapNode,
  ScalarNode,
  ScalarValue,
} from '../../../server/src/model/located.ts';
import { type Segment, type Span, span, textOf, wholeSegment } from '../../../server/src/model/source.ts';

function segmentOf(text: string): Segment {
  return wholeSegment({ uri: 'file:///plan.yaml', syntax: 'yaml', text });
}

/** The scalar whose words stand from `from` to `to`. */
function scalar(
  segment: Segment,
  from: number,
  to: number,
  more: { value?: ScalarValue; broken?: true } = {},
): ScalarNode {
  const place = span(segment, from, to);
  const text = textOf(place);
  const part = (start: number, end: number) => span(segment, from + start, from + end);
  return {
    kind: 'scalar',
    span: place,
    head: place,
    text,
    value: more.value ?? text,
    part,
    ...(more.broken && { broken: true }),
  };
}

function only(text: string, words = text): ScalarNode {
  const from = text.indexOf(words);
  return scalar(segmentOf(text), from, from + words.length);
}

/** `{ when: a, then: b }`, each key once; values `true` and `false` are booleans. */
function mapping(text: string): MapNode {
  const segment = segmentOf(text);
  const entries = new Map<string, Entry>();
  for (const found of text.matchAll(/(\w+): ([^,}]+?)(?=,|\s*\})/g)) {
    const [, key = '', words = ''] = found;
    const from = found.index + key.length + 2;
    const value = words === 'true' || words === 'false' ? { value: words === 'true' } : {};
    entries.set(key, {
      key: span(segment, found.index, found.index + key.length),
      value: scalar(segment, from, from + words.length, value),
    });
  }
  const whole = span(segment, 0, text.length);
  return { kind: 'map', span: whole, head: whole, entries };
}

describe('a sentence', () => {
  it('has its parts in the source', () => {
    const found = criterionOf(only('  - error-rate > 1% for 5m -> rollback\n', 'error-rate > 1% for 5m -> rollback'));
    expect(found && textOf(found.span)).toBe('error-rate > 1% for 5m -> rollback');
    expect(found?.first && textOf(found.first.metric)).toBe('error-rate');
    expect(found?.first && textOf(found.first.limit)).toBe('1%');
    expect(found?.first?.window && textOf(found.first.window)).toBe('for 5m');
    expect(found?.actions.map((action) => [action.kind, textOf(action.span)])).toEqual([['rollback', 'rollback']]);
    expect(found && textOf(found.spanOf(found.criterion.condition))).toBe('error-rate > 1% for 5m');
    expect(found).not.toHaveProperty('automatic');
  });

  it('of an event has no comparison', () => {
    expect(criterionOf(only('smoke test fails'))).not.toHaveProperty('first');
  });

  it('is read once for each node', () => {
    const node = only('error-rate > 1% for 5m');
    expect(criterionOf(node)).toBe(criterionOf(node));
  });

  it('that could not be read says nothing', () => {
    const text = 'error-rate > 1%';
    expect(criterionOf(scalar(segmentOf(text), 0, text.length, { broken: true }))?.criterion.kind).toBe('unknown');
  });
});

describe('a mapping', () => {
  it('may list its actions, of which only words are one', () => {
    const text = 'error-rate > 1%: page, rollback';
    const [when, page, rollback] = ['error-rate > 1%', 'page', 'rollback'].map((words) => only(text, words));
    const whole = when?.span as Span;
    const then: ListNode = {
      kind: 'list',
      span: whole,
      head: whole,
      items: [page, mapping('{ a: b }'), rollback] as LocatedNode[],
    };
    const entries = new Map(
      Object.entries({ when, then }).map(([key, value]) => [key, { key: whole, value } as Entry]),
    );
    const found = criterionOf({ kind: 'map', span: whole, head: whole, entries });
    expect(found?.actions.map(({ kind }) => kind)).toEqual(['page', 'rollback']);
  });

  it('says who acts, and how', () => {
    const found = criterionOf(
      mapping('{ when: amount-mismatch > 0 for 5m, then: rollback, automatic: true, owner: payments-oncall }'),
    );
    expect(found?.criterion).toMatchObject({ kind: 'threshold', limit: { value: 0 } });
    expect(found?.first && textOf(found.first.metric)).toBe('amount-mismatch');
    expect(found?.actions.map((action) => [action.kind, textOf(action.span)])).toEqual([['rollback', 'rollback']]);
    expect(found?.automatic).toBe(true);
    expect(found?.owner?.text).toBe('payments-oncall');
  });

  it('says what happens before the words do', () => {
    const found = criterionOf(mapping('{ when: error-rate > 1% -> page, then: explode, automatic: false }'));
    expect(found?.actions.map((action) => [action.kind, textOf(action.span)])).toEqual([['unknown', 'explode']]);
    expect(found?.automatic).toBe(false);
  });

  it('without a condition is no criterion', () => {
    expect(criterionOf(mapping('{ then: rollback }'))).toBeUndefined();
  });
});

it('nothing else is a criterion', () => {
  const segment = segmentOf('');
  const place = span(segment, 0, 0);
  const list: LocatedNode = { kind: 'list', span: place, head: place, items: [] };
  expect(criterionOf(list)).toBeUndefined();
  expect(criterionOf(scalar(segment, 0, 0))).toBeUndefined();
});

it('a list of actions is read item by item', () => {
  const text = 'error-rate > 1% | page on-call | pause';
  const segment = segmentOf(text);
  const whole = span(segment, 0, text.length);
  const items = [scalar(segment, 18, 30), scalar(segment, 33, 38)];
  const then: LocatedNode = { kind: 'list', span: whole, head: whole, items };
  const entries = new Map<string, Entry>([
    ['when', { key: whole, value: scalar(segment, 0, 15) }],
    ['then', { key: whole, value: then }],
  ]);
  const found = criterionOf({ kind: 'map', span: whole, head: whole, entries });
  expect(found?.actions.map((action) => [action.kind, textOf(action.span)])).toEqual([
    ['page', 'page on-call'],
    ['pause', 'pause'],
  ]);
});
