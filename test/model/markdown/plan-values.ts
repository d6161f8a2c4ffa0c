/** Made-up plan values, as large and as odd as people's, from the schemas. */
import fc from 'fast-check';
import type { Property, ScalarShape, Unit, ValueShape } from '../../../server/src/model/markdown/grammar/grammar.ts';
import type { Json, JsonObject } from '../../../server/src/model/markdown/writing/json.ts';

const WORD = fc.constantFrom(
  ...[
    'orders',
    'amount',
    'the',
    'ledger',
    'keeps',
    '`amount_cents`',
    'v4',
    '5.0',
    'EUR',
    'rows',
    'of',
    'GET /v5/{id}',
    'is',
    'not',
  ],
  ...[
    'read',
    '(twice)',
    'a|b',
    'x = 1',
    '"quoted"',
    "it's",
    '50%',
    '2h',
    '#12',
    '@team',
    'snake_case',
    'a*b',
    'https://x.example/a',
  ],
  ...[
    '1.',
    '-',
    '>',
    '<name>',
    '&',
    'back\\slash',
    '[link](x)',
    '**bold**',
    'é',
    '日本',
    'None',
    'yes',
    'then:',
    'stop',
    'e.g.,',
  ],
);
export const sentence = fc
  .array(WORD, { minLength: 1, maxLength: 8 })
  .map((words) => words.join(' '))
  .filter((text) => !/^(?:none|nothing|n\/a|not applicable)\b/i.test(text));
const code = fc
  .array(
    fc.constantFrom(
      "SET lock_timeout = '2s';",
      'SELECT 1 FROM t;',
      '  -- indented',
      'kubectl rollout undo x',
      '# note',
      '',
      '```',
      'a | b',
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .filter((lines) => lines[0] !== '' && lines.at(-1) !== '')
  .map((lines) => (lines.length > 1 ? `${lines.join('\n')}\n` : (lines[0] as string)));
const id = fc.constantFrom(
  'orders',
  'error-rate',
  'p99-latency',
  'canary',
  'drop-amount-cents',
  'step-2',
  'x1',
  'ramp-50',
  'expand',
  'internal',
);
const NOTATIONS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  duration: fc.constantFrom('30s', '5m', '1h30m', '7d', '90d'),
  percent: fc.constantFrom('1%', '5%', '50%', '100%', '0.5%'),
  date: fc.constantFrom('2026-12-01', '2027-06-01', '2026-12-01T14:00+01:00'),
  time: fc.constantFrom('14:02', '09:30'),
  size: fc.constantFrom('340GiB', '12MB'),
  id,
  criterion: fc.oneof(
    fc.constantFrom(
      'error-rate > 1% for 5m',
      'p99-latency > 400ms for 10m -> pause',
      'any data loss report',
      'amount-mismatch = 0 for 24h',
    ),
    sentence,
  ),
};

function scalarValue(shape: ScalarShape, fences: readonly string[]): fc.Arbitrary<Json> {
  const kinds: fc.Arbitrary<Json>[] = [];
  if (shape.members?.length) return fc.constantFrom(...shape.members);
  if (shape.boolean) kinds.push(fc.boolean());
  if (shape.number) kinds.push(fc.integer({ min: 1, max: 2_000_000 }));
  if (shape.string) {
    if (shape.reference) kinds.push(id);
    else if (shape.notation) kinds.push(NOTATIONS[shape.notation] ?? sentence);
    else if (shape.link) kinds.push(fc.constantFrom('https://x.example/d/orders', 'docs/plan.md', 'docs/a b.md'));
    else if (fences.length > 0) kinds.push(code);
    // Words that are no number and no truth, which is what such a key would be read as.
    else if (shape.number || shape.boolean) kinds.push(fc.constantFrom('about 5', 'a few rows', '0.1%'));
    else kinds.push(sentence);
  }
  return fc.oneof(...kinds);
}

export function valueFor(shape: ValueShape, fences: readonly string[], depth: number): fc.Arbitrary<Json> {
  const kinds: fc.Arbitrary<Json>[] = [];
  if (shape.scalar) kinds.push(scalarValue(shape.scalar, fences));
  if (shape.item) kinds.push(fc.array(valueFor(shape.item, [], depth), { minLength: 1, maxLength: 3 }));
  if (shape.unit) {
    const object = unitValue(shape.unit, depth - 1);
    // A mapping with nothing but its text is what the text alone says too.
    const text = shape.unit.text?.key;
    kinds.push(shape.scalar ? object.filter((value) => isObjectBeside(value, text)) : object);
  }
  return fc.oneof(...kinds);
}

function isObjectBeside(value: Json, text: string | undefined): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).some((key) => key !== text);
}

/** Some of the unit's keys, and always those without which it means nothing. */
export function unitValue(unit: Unit, depth: number, most = 5): fc.Arbitrary<JsonObject> {
  const all = Array.from(unit.properties.values()).filter((one) => depth > 0 || isFlat(one));
  const must = all.filter(({ key }) => unit.required.has(key) || key === unit.text?.key);
  return fc
    .subarray(all, { minLength: 1, maxLength: Math.min(most, all.length) })
    .chain((some) => {
      const keys = [...new Set([...must, ...some])];
      return fc
        .tuple(...keys.map(({ shape, fences }) => valueFor(shape, fences, depth)))
        .map((values) => Object.fromEntries(keys.map(({ key }, at) => [key, values[at] as Json])));
    })
    .map((value) => distinctIds(value) as JsonObject);
}

function isFlat({ shape }: Property): boolean {
  return shape.unit === undefined && (shape.item === undefined || shape.item.unit === undefined);
}

/** Two stages with one id are a mistake of the plan, and not told apart by their headings. */
function distinctIds(value: Json): Json {
  if (Array.isArray(value)) {
    const seen = new Set<string>();
    return value.map((item: Json) => {
      const one = distinctIds(item);
      if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
      const own = (one as JsonObject).id;
      if (typeof own !== 'string' || !seen.has(own)) {
        if (typeof own === 'string') seen.add(own);
        return one;
      }
      seen.add(`${own}-${seen.size}`);
      return { ...(one as JsonObject), id: `${own}-${seen.size - 1}` };
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, distinctIds(below as Json)]));
}
