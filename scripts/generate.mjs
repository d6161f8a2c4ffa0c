/**
 * Makes `server/src/model/generated/` from `schemas/`: the types of a plan, and one validator for each unit; and
 * `schemas/standalone/`, the plan in one file for editors that know JSON schemas and nothing of us.
 *
 * A validator looks at its own unit only. References to other units are taken out of its schema, so that an edit validates
 * one unit again and a broken plan never costs more than the units that are looked at.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const TARGET = 'server/src/model/generated';
const BANNER = '// Made from schemas/ by `npm run generate`. Do not edit.\n';

/** A file's root is a unit, too: `migration-record.schema.json` is `MigrationRecord`. */
const unitOfFile = (file) =>
  file.replace(/\.schema\.json$/, '').replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());

/** Every definition by its name. Names are unique over all files; a test holds that. */
function readDefinitions() {
  const definitions = new Map();
  for (const file of readdirSync(join(ROOT, 'schemas')).sort()) {
    // The policy's schema follows the rules, so it is judged as it stands (model/schema/interpret.ts).
    if (!file.endsWith('.schema.json') || file === 'policy.schema.json') continue;
    const { definitions: inner = {}, ...root } = JSON.parse(readFileSync(join(ROOT, 'schemas', file), 'utf8'));
    if (root.properties) definitions.set(unitOfFile(file), root);
    for (const [name, schema] of Object.entries(inner)) definitions.set(name, schema);
  }
  return definitions;
}

const targetOf = (ref) => (ref.includes('#') ? ref.split('/').pop() : unitOfFile(ref));
const isOwnKeyword = (key) => key.startsWith('x-');
const isUnit = (schema) => schema.properties !== undefined;

/** Follows `$ref`s to the end; keywords beside one win. */
function resolve(schema, definitions) {
  let { $ref, ...merged } = schema;
  while ($ref) {
    const target = definitions.get(targetOf($ref));
    if (!target) throw new Error(`No such definition: ${$ref}`);
    merged = { ...target, ...merged };
    $ref = target.$ref;
  }
  return merged;
}

const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
const pick = (object, keys) => Object.fromEntries(keys.filter((key) => key in object).map((key) => [key, object[key]]));

/** What the unit's own validator sees of a property. Notations are left to the walker, which knows how to convert them. */
function shallow(property, definitions) {
  const schema = resolve(property, definitions);
  if (isUnit(schema) || schema['x-notation']) return true;
  if (schema.type !== 'array') return pick(schema, ['type', 'enum', 'minimum', 'maximum']);
  const items = shallow(schema.items, definitions);
  return items === true ? { type: 'array' } : { type: 'array', items };
}

/**
 * Keys with one and the same schema share one pattern, which makes one check of code where `properties` makes one for each key.
 * Only strings of letters get here, so nothing needs escaping.
 */
function byPattern(unit, definitions) {
  const groups = new Map([['true', ['x-[^]*']]]);
  for (const [key, property] of Object.entries(unit.properties)) {
    const schema = JSON.stringify(shallow(property, definitions));
    groups.set(schema, [...(groups.get(schema) ?? []), key]);
  }
  return Object.fromEntries([...groups].map(([schema, keys]) => [`^(?:${keys.join('|')})$`, JSON.parse(schema)]));
}

function validators(definitions) {
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    messages: false,
    strictTypes: false,
    code: { source: true, esm: true, lines: true },
  });
  const units = [...definitions].filter(([, schema]) => isUnit(schema)).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, schema] of units) {
    ajv.addSchema({
      $id: name,
      ...pick(schema, ['type', 'required']),
      additionalProperties: false,
      patternProperties: byPattern(schema, definitions),
    });
  }
  const code = shorter(standalone(ajv, Object.fromEntries(units.map(([name]) => [name, name]))));
  return `// @ts-nocheck\n${BANNER}${code}\n`;
}

/**
 * The compiler's output without what nobody reads: an error says where and which keyword, the rest is in the schema.
 * How an error is added to a list that may not be there yet is spelled out each time, and is two thirds of the text.
 */
function shorter(code) {
  return code
    .replace(
      /const (err\d+) = (\{.*\});\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\nerrors\+\+;\n/g,
      '(vErrors ??= []).push($2);\n',
    )
    .replace(/schemaPath:.*?,(?=keyword:)/g, '')
    .replace(/(keyword:"(?:type|enum|minimum|maximum)"),params:\{.*\}\}\);$/gm, '$1});')
    .replace(/\.replace\(\/~\/g, "~0"\)\.replace\(\/\\\/\/g, "~1"\)/g, '')
    .replace(/^const schema\d+ = .*\n/gm, '')
    .replace(/^\/\*# sourceURL=.*\n/gm, '')
    .replace(/^let errors = 0;\n/gm, '')
    .replace(/\{instancePath="", parentData, parentDataProperty, rootData=data\}=\{\}/g, '{instancePath=""}={}')
    .replace(/^return errors === 0;$/gm, 'return vErrors === null;');
}

/** For the types: names come from the definitions, notations are plain scalars, and a string or a mapping is a union. */
function typeSchema(property, definitions) {
  const schema = resolve(property, definitions);
  if (isUnit(schema)) return { $ref: `#/definitions/${nameOf(property, definitions)}` };
  if (schema.type === 'array') return { type: 'array', items: typeSchema(schema.items, definitions) };
  return pick(schema, ['type', 'enum']);
}

function nameOf(property, definitions) {
  const name = targetOf(property.$ref);
  const target = definitions.get(name);
  return target.$ref ? nameOf(target, definitions) : name;
}

async function types(definitions) {
  const bundle = {};
  for (const [name, schema] of definitions) {
    if (!isUnit(schema)) continue;
    const unit = {
      type: 'object',
      description: schema.description,
      additionalProperties: false,
      ...pick(schema, ['required']),
      properties: mapValues(schema.properties, (property) => typeSchema(property, definitions)),
    };
    if (schema.type === 'object') bundle[name] = unit;
    else {
      bundle[`${name}Mapping`] = unit;
      bundle[name] = {
        description: schema.description,
        anyOf: [{ type: 'string' }, { $ref: `#/definitions/${name}Mapping` }],
      };
    }
  }
  const root = { type: 'object', additionalProperties: false, properties: {}, definitions: bundle };
  const text = await compile(root, 'Unused', {
    bannerComment: BANNER.trim(),
    unreachableDefinitions: true,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 120 },
  });
  return withoutNotes(text).replace(/^export interface Unused \{\}\n/m, '');
}

/** The compiler's remarks on where a definition came from say nothing to a reader. */
const withoutNotes = (text) =>
  text
    .replace(/^ \* This interface was referenced by [\s\S]*?via the `definition` "\w+"\.\n/gm, '')
    .replace(/ \*\n \*\//g, ' */');

/** The whole plan without references to other files and without our own keywords, of which some checkers complain. */
function standalonePlan(definitions) {
  const own = (schema) =>
    JSON.parse(JSON.stringify(schema), (key, value) => {
      if (isOwnKeyword(key)) return undefined;
      return key === '$ref' ? `#/definitions/${targetOf(value)}` : value;
    });
  const needed = new Map();
  const collect = (schema) => {
    for (const [, name] of JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g)) {
      if (needed.has(name)) continue;
      needed.set(name, own(definitions.get(name)));
      collect(needed.get(name));
    }
  };
  const plan = own(definitions.get('RolloutPlan'));
  collect(plan);
  const sorted = Object.fromEntries([...needed].sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ ...plan, definitions: sorted }, undefined, 2)}\n`;
}

/** Every generated file, by its path from the root of the repository. */
export async function generate() {
  const definitions = readDefinitions();
  return new Map([
    [`${TARGET}/plan-types.ts`, await types(definitions)],
    [`${TARGET}/validators.ts`, validators(definitions)],
    ['schemas/standalone/rollout-plan.schema.json', standalonePlan(definitions)],
  ]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [path, text] of await generate()) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
}
