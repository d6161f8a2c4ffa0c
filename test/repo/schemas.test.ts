/** The schemas keep the conventions that schemas/README.md states, and what is generated from them is fresh. */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Raw {
  readonly [keyword: string]: unknown;
  readonly $ref?: string;
  readonly type?: string | string[];
  readonly title?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly items?: Raw;
  readonly properties?: Record<string, Raw>;
  readonly definitions?: Record<string, Raw>;
  readonly required?: string[];
  readonly enum?: unknown[];
  readonly markdownEnumDescriptions?: string[];
  readonly defaultSnippets?: { label: string; description: string; body: unknown }[];
}

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const FILES = readdirSync(new URL('schemas/', ROOT)).filter((file) => file.endsWith('.schema.json'));
const schemas = new Map<string, Raw>(FILES.map((file) => [file, JSON.parse(read(`schemas/${file}`)) as Raw]));

const IDS_OF_PRESENCE = new Set([
  'missing-section',
  'missing-rollback',
  'missing-owner',
  'missing-communication',
  'backup-without-reference',
  'backup-without-ttl',
  'backup-without-restore',
  'backup-not-verified',
]);
const KEYWORDS = new Set([
  ...[
    '$schema',
    '$ref',
    'type',
    'title',
    'description',
    'markdownDescription',
    'default',
    'minimum',
    'maximum',
    'pattern',
  ],
  ...['examples', 'enum', 'markdownEnumDescriptions', 'items', 'defaultSnippets', 'required', 'additionalProperties'],
  ...['patternProperties', 'properties', 'definitions'],
  ...['x-notation', 'x-reference', 'x-declares', 'x-headings', 'x-adopts', 'x-missing', 'x-text', 'x-heading-facts'],
  ...['x-fence', 'x-checkbox', 'x-synonyms', 'x-item-headings', 'x-opposites'],
]);

interface Place {
  readonly at: string;
  readonly file: string;
  readonly schema: Raw;
}

/** Every schema of a file: the root, definitions, properties, items. */
function* places(file: string, schema: Raw, at = file): Generator<Place> {
  yield { at, file, schema };
  for (const [name, inner] of Object.entries(schema.definitions ?? {})) yield* places(file, inner, `${file}#${name}`);
  for (const [key, inner] of Object.entries(schema.properties ?? {})) yield* places(file, inner, `${at}.${key}`);
  if (schema.items) yield* places(file, schema.items, `${at}[]`);
}

const all = [...schemas].flatMap(([file, schema]) => [...places(file, schema)]);
const units = all.filter(({ schema }) => schema.properties);
const properties = units.flatMap(({ at, file, schema }) =>
  Object.entries(schema.properties ?? {}).map(([key, inner]) => ({
    at: `${at}.${key}`,
    file,
    schema: inner,
    owner: schema,
    key,
  })),
);
const offenders = (found: readonly { at: string }[]) => found.map(({ at }) => at);

function lookUp(file: string, ref: string): Raw | undefined {
  const [name, path] = ref.split('#/definitions/');
  const schema = schemas.get(name || file);
  return path === undefined ? schema : schema?.definitions?.[path];
}

describe('the schemas', () => {
  it.each(FILES)('%s is accepted by the draft-07 meta-schema', (file) => {
    const ajv = new Ajv({ strict: false });
    expect(ajv.validateSchema(schemas.get(file) as object), ajv.errorsText()).toBe(true);
  });

  it('accept the reference plan as a whole', () => {
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
    for (const [file, schema] of schemas) ajv.addSchema(schema, file);
    const validate = ajv.getSchema('rollout-plan.schema.json');
    validate?.(parse(read('test/fixtures/reference/rollout-plan.yaml')));
    expect(validate?.errors).toBeNull();
  });

  it('make every object a unit: named, closed, open to keys of the user’s own', () => {
    const inline = all.filter(({ at, schema }) => schema.properties && at !== at.split(/[.[](?!schema|json)/)[0]);
    expect(offenders(inline)).toEqual([]);
    expect(offenders(units.filter(({ schema }) => schema.additionalProperties !== false))).toEqual([]);
    expect(
      offenders(units.filter(({ schema }) => !Object.keys(schema.patternProperties ?? {})[0]?.includes('x-'))),
    ).toEqual([]);
    const named = units.filter(({ at }) => at.includes('#') && !/#[A-Z][A-Za-z]*$/.test(at));
    expect(offenders(named), 'units begin with a capital').toEqual([]);
    const untyped = all.filter(({ schema }) => !schema.$ref && !schema.type && !schema.definitions);
    expect(offenders(untyped)).toEqual([]);
  });

  it('give every name once over all files', () => {
    const names = [...schemas].flatMap(([, schema]) => Object.keys(schema.definitions ?? {}));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('refer to what is there, and use every definition', () => {
    const refs = all.filter(({ schema }) => schema.$ref);
    expect(offenders(refs.filter(({ file, schema }) => !lookUp(file, schema.$ref ?? '')))).toEqual([]);
    const used = new Set(refs.map(({ schema }) => schema.$ref?.split('/').pop()));
    const names = [...schemas].flatMap(([, schema]) => Object.keys(schema.definitions ?? {}));
    expect(names.filter((name) => !used.has(name))).toEqual([]);
  });

  it('use no keyword that nobody reads, and none whose errors nobody can read', () => {
    expect(
      all.flatMap(({ at, schema }) =>
        Object.keys(schema)
          .filter((word) => !KEYWORDS.has(word))
          .map((word) => `${at} ${word}`),
      ),
    ).toEqual([]);
  });

  it('title, describe and teach every unit, definition and property', () => {
    const taught = all.filter(
      ({ at, schema }) => !at.endsWith('[]') && !(schema.$ref && !schema.title) && at !== 'common.schema.json',
    );
    expect(
      offenders(taught.filter(({ schema }) => !schema.title || !schema.description || !schema.markdownDescription)),
    ).toEqual([]);
    expect(offenders(properties.filter(({ schema }) => !schema.title || !schema.markdownDescription))).toEqual([]);
    expect(offenders(taught.filter(({ schema }) => /[`*]/.test(schema.description ?? '')))).toEqual([]);
    expect(offenders(taught.filter(({ schema }) => !/[.?!]$/.test(schema.markdownDescription ?? '')))).toEqual([]);
  });

  it('describe every value of an enumeration', () => {
    const short = all.filter(
      ({ schema }) => schema.enum && schema.enum.length !== schema.markdownEnumDescriptions?.length,
    );
    expect(offenders(short)).toEqual([]);
  });

  it('write headings in lower case, once in a unit, without variants that differ in an "s"', () => {
    const plain = (label: string) => label.toLowerCase().replace(/s$/, '');
    const wrong: string[] = [];
    for (const { at, schema, file } of units) {
      const owner = new Map<string, string>();
      for (const [key, property] of Object.entries(schema.properties ?? {})) {
        const target = property.$ref ? lookUp(file, property.$ref) : undefined;
        const headings = (property['x-headings'] ?? target?.['x-headings'] ?? []) as string[];
        for (const label of [property.title ?? '', ...headings]) {
          if (label !== property.title && label !== label.toLowerCase())
            wrong.push(`${at}.${key}: ${label} is not lower case`);
          const other = owner.get(plain(label));
          if (other) wrong.push(`${at}: "${label}" of ${key} is also of ${other}`);
          owner.set(plain(label), key);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('name keys of the unit in x-text, x-heading-facts and required', () => {
    const wrong = units.flatMap(({ at, schema }) => {
      const named = [
        schema['x-text'],
        ...((schema['x-heading-facts'] as string[] | undefined) ?? []),
        ...(schema.required ?? []),
      ];
      return named
        .filter((key) => key !== undefined && !schema.properties?.[key as string])
        .map((key) => `${at}: ${key}`);
    });
    expect(wrong).toEqual([]);
  });

  it('say what is missing under a known rule, in a sentence, with something to insert', () => {
    for (const { at, file, schema } of properties) {
      const missing = schema['x-missing'] as
        | { rule: string; severity: string; message: string; fix: string; insert?: unknown }
        | undefined;
      if (!missing) continue;
      expect(IDS_OF_PRESENCE, at).toContain(missing.rule);
      expect(['error', 'warning', 'information', 'hint'], at).toContain(missing.severity);
      expect(missing.message, at).toMatch(/^[A-Z].*\.$/s);
      expect(missing.fix, at).toMatch(/^[A-Z].*[^.]$/);
      const target = schema.$ref ? lookUp(file, schema.$ref) : undefined;
      expect(missing.insert ?? target?.defaultSnippets?.[0]?.body, at).toBeDefined();
    }
  });

  it('have a skeleton for every unit', () => {
    expect(offenders(units.filter(({ schema }) => !schema.defaultSnippets?.length))).toEqual([]);
  });
});

describe('what is generated from the schemas', () => {
  it('is fresh', async () => {
    const { generate } = await import(/* @vite-ignore */ new URL('scripts/generate.mjs', ROOT).href);
    for (const [path, text] of (await generate()) as Map<string, string>) {
      expect(read(path) === text, `${path} is stale: npm run generate`).toBe(true);
    }
  });

  it('compiles nothing at run time', () => {
    const text = read('server/src/model/generated/validators.ts');
    expect(text).not.toMatch(/new Function|\beval\b|\brequire\(|^import /m);
  });
});
