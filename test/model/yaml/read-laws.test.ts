/** Whatever is typed: no throw, every place inside the text, ranges of one line, few problems, and fixes that fix. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allNodes } from '../../../server/src/model/located.ts';
import type { PlanDocument } from '../../../server/src/model/plan-document.ts';
import { offsets } from '../../../server/src/model/source.ts';
import { readYaml } from '../../../server/src/model/yaml/read.ts';
import { applyChanges } from '../../support/apply-changes.ts';
import { madeUpYaml } from '../../support/made-up-yaml.ts';
import { treeToJs } from '../../support/tree-to-js.ts';

const seed = Number(process.env.SEED ?? Date.now() % 1e9);
const runs = Number(process.env.RUNS ?? 100);
/** Of what is tried in every place of the plan, a build tries some, another time others; RUNS=2000 tries all. */
const sparse = runs < 2000;
const reference = readFileSync(new URL('../../fixtures/reference/rollout-plan.yaml', import.meta.url), 'utf8');

const ENDINGS: readonly [string, (text: string) => string][] = [
  ['LF', (text) => text],
  ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['a byte order mark', (text) => `\uFEFF${text}`],
];

function readAll(text: string): readonly PlanDocument[] {
  return readYaml({ uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text });
}

/** The laws that hold for every text. */
function check(text: string): readonly PlanDocument[] {
  const documents = readAll(text);
  const inside = (place: Parameters<typeof offsets>[0], lines: 'one line' | 'lines'): void => {
    const { start, end } = offsets(place);
    if (start < 0 || end < start || end > text.length) throw new Error(`${start}..${end} is outside of the text`);
    if (lines === 'one line' && /[\r\n]/.test(text.slice(start, end)))
      throw new Error(`${JSON.stringify(text.slice(start, end))} is more than one line`);
  };
  for (const { root, problems } of documents) {
    for (const node of allNodes(root)) {
      inside(node.span, 'lines');
      inside(node.head, 'one line');
      if (node.kind === 'scalar') for (const end of [0, 1, node.text.length]) inside(node.part(0, end), 'lines');
      if (node.kind === 'map') for (const entry of node.entries.values()) inside(entry.key, 'one line');
    }
    for (const problem of problems) {
      inside(problem.span, 'one line');
      for (const fix of problem.fixes) applyChanges(text, fix.edits);
    }
  }
  return documents;
}

describe.each(ENDINGS)('every prefix of the reference plan with %s', (_, ended) => {
  const text = ended(reference);
  it('is read, with one problem at most', { timeout: 900_000 }, () => {
    for (let end = sparse ? seed % 17 : 0; end <= text.length; end += sparse ? 17 : 1) {
      const problems = check(text.slice(0, end)).flatMap((document) => document.problems);
      if (problems.length > 1) expect.unreachable(`${end}: ${problems.map((problem) => problem.message).join(' | ')}`);
    }
  });
});

describe('a line being typed', () => {
  const lines = reference.split('\n');
  const expected = treeToJs(readAll(reference)[0]?.root as never) as Record<string, unknown>;
  /** In front of every line, as deep as it: what somebody has typed so far. */
  it.each([
    ['the beginning of a key', 'ow'],
    ['a key without a value', 'extra:'],
    ['a dash', '-'],
    ['a quote', 'extra: "'],
    ['a bracket', 'extra: ['],
    ['a brace', 'extra: {'],
    ['half a criterion', '- error-rate >'],
    ['a comment', '# ow'],
  ])('%s spoils no other part of the plan', { timeout: 120_000 }, (_, typed) => {
    const failures: string[] = [];
    for (const [at, line] of lines.entries()) {
      if (sparse && at % 5 !== seed % 5) continue;
      const indent = /^ */.exec(line)?.[0] ?? '';
      const text = [...lines.slice(0, at), indent + typed, ...lines.slice(at)].join('\n');
      const [document] = check(text);
      const found = document ? (treeToJs(document.root) as Record<string, unknown>) : {};
      const key = lines
        .slice(0, at + 1)
        .findLast((line) => /^\w/.test(line))
        ?.split(':')[0];
      const above = lines
        .slice(0, at)
        .findLast((line) => /^\w/.test(line))
        ?.split(':')[0];
      const spoilt = Object.keys(expected).filter(
        (part) => part !== key && part !== above && JSON.stringify(found[part]) !== JSON.stringify(expected[part]),
      );
      const problems = document?.problems.length ?? 0;
      if (spoilt.length > 0 || problems > 2)
        failures.push(`line ${at + 1}: ${spoilt.join(', ')} lost, ${problems} problems`);
    }
    expect(failures).toEqual([]);
  });
});

describe(`changed at random (SEED=${seed})`, { timeout: 60_000 + runs * 200 }, () => {
  const pieces = fc.constantFrom(
    '\t',
    ' ',
    '  ',
    '\n',
    '- ',
    '-',
    ':',
    ': ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    ' #',
    '|',
    '>',
    '&a ',
    '*a',
    '!',
    '%',
    '@',
    '`',
    ',',
    '?',
    '---\n',
    '...\n',
    '\r',
    '\0',
    '\ud800',
    '\uFEFF',
    'x',
    'key: ',
    '<<: *a\n',
    '\\',
    '\u00a0',
    '𝒳',
    '<<<<<<< x\n',
    '>>>>>>> x\n',
  );
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(30),
    kind: fc.constantFrom('insert', 'delete', 'repeat'),
    piece: pieces,
  });
  const changed = (
    text: string,
    changes: readonly { at: number; length: number; kind: string; piece: string }[],
  ): string => {
    let result = text;
    for (const { at, length, kind, piece } of changes) {
      const start = Math.floor(at * result.length);
      const end = kind === 'insert' ? start : Math.min(result.length, start + length);
      result =
        result.slice(0, start) +
        (kind === 'insert' ? piece : kind === 'repeat' ? result.slice(start, end).repeat(2) : '') +
        result.slice(end);
    }
    return result;
  };

  it('the reference plan keeps the laws', () => {
    const text = fc.constantFrom(...ENDINGS.map(([, ended]) => ended(reference)));
    fc.assert(
      fc.property(
        text,
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (text, changes) => void check(changed(text, changes)),
      ),
      { seed, numRuns: runs },
    );
  });
  it('made-up documents keep the laws', () => {
    fc.assert(
      fc.property(
        madeUpYaml,
        fc.array(change, { minLength: 0, maxLength: 3 }),
        ({ text }, changes) => void check(changed(text, changes)),
      ),
      { seed, numRuns: runs * 4 },
    );
  });
  it('one change makes few problems', () => {
    fc.assert(
      fc.property(change, (one) => {
        const problems = check(changed(reference, [one])).flatMap((document) => document.problems);
        expect(problems.length, problems.map((problem) => problem.message).join(' | ')).toBeLessThanOrEqual(10);
      }),
      { seed, numRuns: runs },
    );
  });
  it('any characters keep the laws', () => {
    const characters = fc.string({ unit: fc.constantFrom(...' \t\n\r-:{}[]"\'#|>&*!%@,?ab1\\~<='), maxLength: 60 });
    fc.assert(
      fc.property(characters, (text) => void check(text)),
      { seed, numRuns: runs * 10 },
    );
  });
});
