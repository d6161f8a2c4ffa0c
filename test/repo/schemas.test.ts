/** The schemas keep the conventions that schemas/README.md states, and what is generated from them is fresh. */
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { definitionAt, everySchema, readText, SCHEMA_FILES, SCHEMAS } from '../support/schemas.ts';

const IDS_OF_PRESENCE = new Set([
  'missing-section',
  'missing-compatibility-window',
  'mixed-versions-not-addressed',
  'missing-contract-tests',
  'missing-rollback',
  'roll-forward-not-considered',
  'rollback-missing-time-budget',
  'rollback-missing-owner',
  'no-rollback-trigger',
  'rollback-missing-reverts',
  'rollback-missing-not-reverted',
  'rollback-missing-verification',
  'missing-check-group',
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

const ROOT = new URL('../../', import.meta.url);
const all = everySchema();
const units = all.filter(({ raw }) => raw.properties);
const properties = units.flatMap(({ at, file, raw }) =>
  Object.entries(raw.properties ?? {}).map(([key, inner]) => ({ at: `${at}.${key}`, file, raw: inner })),
);
const offenders = (found: readonly { at: string }[]) => found.map(({ at }) => at);

/** Looks into everything, as the YAML support of other editors does. */
function wholeAjv(): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  for (const [file, schema] of SCHEMAS) ajv.addSchema(schema, file);
  return ajv;
}

/** The schema with its references as they read from outside its file. */
function absolute(schema: unknown, file: string): Record<string, unknown> {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#', `"$ref":"${file}#`)) as Record<string, unknown>;
}

/** What a skeleton is when every placeholder keeps its words. */
function filledIn(body: unknown): unknown {
  if (typeof body === 'string') {
    const words = body.replace(
      /\$\{\d+\|([^,|]*)[^}]*\|\}|\$\{\d+:((?:\\.|[^}\\])*)\}/g,
      (_, first, text) => first ?? text,
    );
    return words.replace(/\\([\\$}])/g, '$1');
  }
  if (Array.isArray(body)) return body.map(filledIn);
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, filledIn(value)]));
}

describe('the schemas', () => {
  it.each(SCHEMA_FILES)('%s is accepted by the draft-07 meta-schema', (file) => {
    const ajv = new Ajv({ strict: false });
    expect(ajv.validateSchema(SCHEMAS.get(file) as object), ajv.errorsText()).toBe(true);
  });

  it('accept the reference plan as a whole', () => {
    const ajv = wholeAjv();
    const validate = ajv.getSchema('rollout-plan.schema.json');
    validate?.(parse(readText('test/fixtures/reference/rollout-plan.yaml')));
    expect(validate?.errors).toBeNull();
  });

  it('make every object a unit: named, closed, open to keys of the user’s own', () => {
    const inline = units.filter(({ at }) => !/^[\w-]+\.schema\.json(?:#\w+)?$/.test(at));
    expect(offenders(inline)).toEqual([]);
    expect(offenders(units.filter(({ raw }) => raw.additionalProperties !== false))).toEqual([]);
    expect(offenders(units.filter(({ raw }) => !Object.keys(raw.patternProperties ?? {})[0]?.includes('x-')))).toEqual(
      [],
    );
    const named = units.filter(({ at }) => at.includes('#') && !/#[A-Z][A-Za-z]*$/.test(at));
    expect(offenders(named), 'units begin with a capital').toEqual([]);
    const untyped = all.filter(({ raw }) => !raw.$ref && !raw.type && !raw.definitions);
    expect(offenders(untyped)).toEqual([]);
  });

  it('give every name once over all files', () => {
    const names = [...SCHEMAS.values()].flatMap(({ definitions }) => Object.keys(definitions ?? {}));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('refer to what is there, and use every definition', () => {
    const refs = all.filter(({ raw }) => raw.$ref);
    expect(offenders(refs.filter(({ file, raw }) => !definitionAt(file, raw.$ref ?? '')))).toEqual([]);
    const used = new Set(refs.map(({ raw }) => raw.$ref?.split('/').pop()));
    const names = [...SCHEMAS.values()].flatMap(({ definitions }) => Object.keys(definitions ?? {}));
    expect(names.filter((name) => !used.has(name))).toEqual([]);
  });

  it('use no keyword that nobody reads, and none whose errors nobody can read', () => {
    expect(
      all.flatMap(({ at, raw }) =>
        Object.keys(raw)
          .filter((word) => !KEYWORDS.has(word))
          .map((word) => `${at} ${word}`),
      ),
    ).toEqual([]);
  });

  it('title, describe and teach every unit, definition and property', () => {
    const taught = all.filter(
      ({ at, raw }) => !at.endsWith('[]') && !(raw.$ref && !raw.title) && at !== 'common.schema.json',
    );
    expect(offenders(taught.filter(({ raw }) => !raw.title || !raw.description || !raw.markdownDescription))).toEqual(
      [],
    );
    expect(offenders(properties.filter(({ raw }) => !raw.title || !raw.markdownDescription))).toEqual([]);
    expect(offenders(taught.filter(({ raw }) => /[`*]/.test(raw.description ?? '')))).toEqual([]);
    expect(offenders(taught.filter(({ raw }) => !/[.?!]$/.test(raw.markdownDescription ?? '')))).toEqual([]);
  });

  it('describe every value of an enumeration', () => {
    const short = all.filter(({ raw }) => raw.enum && raw.enum.length !== raw.markdownEnumDescriptions?.length);
    expect(offenders(short)).toEqual([]);
  });

  it('write headings in lower case, once in a unit, without variants that differ in an "s"', () => {
    const plain = (label: string) => label.toLowerCase().replace(/s$/, '');
    const wrong: string[] = [];
    for (const { at, raw, file } of units) {
      const owner = new Map<string, string>();
      for (const [key, property] of Object.entries(raw.properties ?? {})) {
        const target = property.$ref ? definitionAt(file, property.$ref) : undefined;
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
    const wrong = units.flatMap(({ at, raw }) => {
      const named = [
        raw['x-text'],
        ...((raw['x-heading-facts'] as string[] | undefined) ?? []),
        ...(raw.required ?? []),
      ];
      return named.filter((key) => key !== undefined && !raw.properties?.[key as string]).map((key) => `${at}: ${key}`);
    });
    expect(wrong).toEqual([]);
  });

  it('say what is missing under a known rule, in a sentence, with something to insert', () => {
    for (const { at, file, raw } of properties) {
      const missing = raw['x-missing'] as
        | { rule: string; severity: string; message: string; fix: string; insert?: unknown }
        | undefined;
      if (!missing) continue;
      expect(IDS_OF_PRESENCE, at).toContain(missing.rule);
      expect(['error', 'warning', 'information', 'hint'], at).toContain(missing.severity);
      expect(missing.message, at).toMatch(/^[A-Z].*\.$/s);
      expect(missing.fix, at).toMatch(/^[A-Z].*[^.]$/);
      const target = raw.$ref ? definitionAt(file, raw.$ref) : undefined;
      expect(missing.insert ?? target?.defaultSnippets?.[0]?.body, at).toBeDefined();
    }
  });

  it('have a skeleton for every unit', () => {
    expect(offenders(units.filter(({ raw }) => !raw.defaultSnippets?.length))).toEqual([]);
  });

  it('have skeletons and insertions that they accept themselves, in the notations of the format', () => {
    const ajv = wholeAjv();
    const wrong = all.flatMap(({ at, file, raw }) => {
      const missing = raw['x-missing'] as { insert?: unknown } | undefined;
      const bodies = (raw.defaultSnippets ?? []).map(({ body }) => body);
      if (missing?.insert !== undefined) bodies.push(missing.insert);
      const { defaultSnippets: _, ...schema } = raw;
      return bodies.flatMap((body) => {
        ajv.removeSchema('tested');
        const validate = ajv.compile({ ...absolute(schema, file), $id: 'tested' });
        return validate(filledIn(body)) ? [] : [`${at}: ${ajv.errorsText(validate.errors)}`];
      });
    });
    expect(wrong).toEqual([]);
  });
});

describe('what is generated from the schemas', () => {
  it('is fresh', async () => {
    const { generate } = await import(/* @vite-ignore */ new URL('scripts/generate.mjs', ROOT).href);
    for (const [path, text] of (await generate()) as Map<string, string>) {
      expect(readText(path) === text, `${path} is stale: npm run generate`).toBe(true);
    }
  });

  it('compiles nothing at run time', () => {
    const text = readText('server/src/model/generated/validators.ts');
    expect(text).not.toMatch(/new Function|\beval\b|\brequire\(|^import /m);
  });
});
