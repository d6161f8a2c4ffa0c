// The texts that everybody is measured on: the reference plan and an artifact of the examples, made longer or made many.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (name) => readFileSync(path.join(ROOT, name), 'utf8');
const REFERENCE = 'test/fixtures/reference/rollout-plan.yaml';
const ARTIFACT = 'examples/orders-currency/MIGRATION_PLAN.md';

/**
 * The reference plan with further stages, up to about this many lines, and with one mistake that every reader of the schema sees: a key
 * that is none. Every edit is typed into `EDITED_IN_PLAN`, in front of it in its line.
 */
export function planOf(lines) {
  const reference = read(REFERENCE).replace('owner: team-mobile, uses', MISTAKE_IN_PLAN);
  const [before, after] = reference.split('    - { id: ramp-10');
  const missing = Math.max(0, Math.floor((lines - reference.split('\n').length) / 6));
  const stage = (at) => `    - id: wave-${at}
      extends: canary
      weight: ${Math.min(9, 1 + Math.floor((8 * at) / missing))}%
      soak: 2h
      owner: team-payments
      audience: cohort ${at}
`;
  return `${before}${Array.from({ length: missing }, (_, at) => stage(at)).join('')}    - { id: ramp-10${after}`;
}
export const EDITED_IN_PLAN = 'owner: team-mobile';
export const MISTAKE_IN_PLAN = 'owner: team-mobile, usess';

/** The example's migration plan with further steps before its own, up to about this many lines. */
export function artifactOf(lines) {
  const text = read(ARTIFACT);
  const [before, first, ...rest] = text.split(/^(?=### )/m);
  const missing = Math.max(0, Math.floor((lines - text.split('\n').length) / (first.split('\n').length - 1)));
  const more = Array.from({ length: missing }, (_, at) =>
    first
      .replaceAll('nullable columns', `nullable columns ${at}`)
      .replaceAll('expand-columns', `expand-columns-${at}`)
      .replaceAll(/\b(?:amount|currency)\b/g, (column) => `${column}_${at}`),
  );
  return [before, first, ...more, ...rest].join('');
}
export const EDITED_IN_ARTIFACT = 'queueing every order behind it';

/** Files of one folder, each of them the same plan under another name. */
export function writeMany(folder, count, syntax) {
  mkdirSync(folder, { recursive: true });
  const text = syntax === 'yaml' ? read(REFERENCE) : read(ARTIFACT);
  const name = syntax === 'yaml' ? 'rollout-plan.yaml' : 'MIGRATION_PLAN.md';
  for (let at = 0; at < count; at++) {
    const id = `service-${String(at).padStart(4, '0')}`;
    writeFileSync(path.join(folder, `${id}.${name}`), text.replaceAll('orders', id));
  }
}

/** The schemas of the plan as one, for tools that do not follow references from file to file. */
export function bundledSchema() {
  const files = new Map();
  const bundled = (name) => {
    if (files.has(name)) return;
    files.set(name, undefined);
    const inner = JSON.parse(read(`schemas/${name}`), (key, value) => {
      if (key !== '$ref' || typeof value !== 'string') return value;
      const [file, pointer = ''] = value.split('#');
      const target = file === '' ? name : file.replace(/^\.\//, '');
      bundled(target);
      return `#/definitions/${target.replaceAll('.', '-')}${pointer.replace(/\/$/, '')}`;
    });
    delete inner.$id;
    delete inner.$schema;
    files.set(name, inner);
  };
  const entry = 'rollout-plan.schema.json';
  bundled(entry);
  const definitions = Object.fromEntries(Array.from(files, ([name, schema]) => [name.replaceAll('.', '-'), schema]));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $ref: `#/definitions/${entry.replaceAll('.', '-')}`,
    definitions,
  };
}
