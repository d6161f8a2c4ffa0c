/** Laws of schema validation, on thousands of broken plans made from the reference plan. */
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { type SchemaProblem, schemaProblems } from '../../../server/src/model/schema/validate.ts';
import { offsets } from '../../../server/src/model/source.ts';
import { yamlEditWriter } from '../../../server/src/model/yaml/edit.ts';
import { readYaml } from '../../../server/src/model/yaml/read.ts';
import { readText, SCHEMAS } from '../../support/schemas.ts';

type Path = readonly (string | number)[];
const REFERENCE: unknown = parse(readText('test/fixtures/reference/rollout-plan.yaml'));

/** Every path in the reference plan. */
const PATHS: readonly Path[] = [...pathsOf(REFERENCE, [])];
function* pathsOf(value: unknown, at: Path): Generator<Path> {
  if (at.length > 0) yield at;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, below] of Object.entries(value))
    yield* pathsOf(below, [...at, Array.isArray(value) ? Number(key) : key]);
}

function replaced(value: unknown, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((item, at) => (at === step ? replaced(item, rest, by) : item));
  const entries = Object.entries(value as object);
  return Object.fromEntries(entries.map(([key, inner]) => [key, key === step ? replaced(inner, rest, by) : inner]));
}

const VALUES = [
  5,
  0.05,
  -3,
  1.5,
  true,
  false,
  'words of prose',
  'yes',
  '30',
  '2 hours',
  '5M',
  '0.5',
  'Draft',
  'dual write',
  '12/01/2026',
  '2 pm',
  'UP',
];
const anyValue = fc.oneof(
  fc.constantFrom<unknown>(...VALUES),
  fc.constantFrom<unknown>(
    { wobble: 1 },
    { title: 'a' },
    { id: 'A b', when: 5 },
    ['a', 5],
    [{ id: 'x' }, 'y'],
    [['a']],
  ),
  fc
    .string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' })
    .filter((text) => /[a-z]/i.test(text) && !/^(?:none|n\/a|nothing)/i.test(text.trim())),
);
const changes = fc.array(fc.tuple(fc.constantFrom(...PATHS), anyValue), { minLength: 1, maxLength: 3 });

/** The reference plan with other values at some places. */
function broken(by: readonly (readonly [Path, unknown])[]): unknown {
  return by.reduce((plan, [path, value]) => (reaches(plan, path) ? replaced(plan, path, value) : plan), REFERENCE);
}

function reaches(plan: unknown, path: Path): boolean {
  let at = plan;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return false;
    at = (at as Record<string | number, unknown>)[step];
  }
  return true;
}

const yaml = (plan: unknown) => stringify(plan, { aliasDuplicateObjects: false });

function read(text: string) {
  const [document] = readYaml({ uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text });
  if (!document) throw new Error('no document');
  return document;
}

const problemsIn = (text: string): SchemaProblem[] => [...schemaProblems(read(text).root, 'plan')];
const told = ({ rule, message }: SchemaProblem) => `${rule}: ${message}`;

const ajv = new Ajv({ strict: false, logger: false });
for (const [file, schema] of SCHEMAS) ajv.addSchema(schema, file);
const deep = ajv.getSchema('rollout-plan.schema.json');

describe('schema validation', () => {
  it('finds something wrong where a validator of whole plans does, and nothing where it does not, but for notations', () => {
    fc.assert(
      fc.property(changes, (by) => {
        const plan = broken(by);
        const problems = problemsIn(yaml(plan));
        const valid = deep?.(plan) === true;
        if (!valid) expect(problems.length).toBeGreaterThan(0);
        // A pattern takes a fraction for a percentage, the 30th of February for a day, and any words for a time of day.
        else
          expect(problems.filter(({ message }) => !/fraction|calendar|is not a time/.test(message)).map(told)).toEqual(
            [],
          );
      }),
      { numRuns: 120 },
    );
  });

  it('reports each mistake once, inside the text, with fixes that are not empty', () => {
    fc.assert(
      fc.property(changes, (by) => {
        const text = yaml(broken(by));
        const places = problemsIn(text).map(({ message, span, fixes }) => {
          const { start, end } = offsets(span);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).not.toMatch(/[\r\n]/);
          for (const fix of fixes) expect(fix.edits.length).toBeGreaterThan(0);
          return `${start}-${end} ${message}`;
        });
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 100 },
    );
  });

  it('offers fixes that end the problem and make no other', () => {
    fc.assert(
      fc.property(changes, (by) => {
        const text = yaml(broken(by));
        const document = read(text);
        const before = [...schemaProblems(document.root, 'plan')];
        for (const problem of before) {
          for (const fix of problem.fixes) {
            const edits = yamlEditWriter(document)(fix.edits);
            const fixed = [...edits].reverse().reduce((all, { span, newText }) => {
              const { start, end } = offsets(span);
              return all.slice(0, start) + newText + all.slice(end);
            }, text);
            const left = before.map(told);
            left.splice(left.indexOf(told(problem)), 1);
            for (const now of problemsIn(fixed).map(told))
              expect(left, `${fix.title} for ${told(problem)}`).toContain(now);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
