/** The schemas as files, for tests. */
import { readdirSync, readFileSync } from 'node:fs';
import type { DocumentKind } from '../../server/src/model/plan-document.ts';

export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  'plan',
  'compatibility',
  'migration',
  'rollout',
  'rollback',
  'validation',
  'rehearsal',
  'migration-record',
];

export interface Raw {
  readonly [keyword: string]: unknown;
  readonly $ref?: string;
  readonly type?: string | string[];
  readonly pattern?: string;
  readonly title?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly items?: Raw;
  readonly properties?: Record<string, Raw>;
  readonly definitions?: Record<string, Raw>;
  readonly required?: string[];
  readonly enum?: unknown[];
  readonly markdownEnumDescriptions?: string[];
  readonly defaultSnippets?: { readonly label: string; readonly description: string; readonly body: unknown }[];
}

const ROOT = new URL('../../', import.meta.url);

export function readText(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

export const SCHEMA_FILES = readdirSync(new URL('schemas/', ROOT)).filter((file) => file.endsWith('.schema.json'));
export const SCHEMAS: ReadonlyMap<string, Raw> = new Map(
  SCHEMA_FILES.map((file) => [file, JSON.parse(readText(`schemas/${file}`)) as Raw]),
);

export interface RawPlace {
  readonly at: string;
  readonly file: string;
  readonly raw: Raw;
}

/** Every schema of every file: roots, definitions, properties, items. */
export function everySchema(): RawPlace[] {
  return [...SCHEMAS].flatMap(([file, raw]) => [...below(file, raw, file)]);
}

function* below(file: string, raw: Raw, at: string): Generator<RawPlace> {
  yield { at, file, raw };
  for (const [name, inner] of Object.entries(raw.definitions ?? {})) yield* below(file, inner, `${file}#${name}`);
  for (const [key, inner] of Object.entries(raw.properties ?? {})) yield* below(file, inner, `${at}.${key}`);
  if (raw.items) yield* below(file, raw.items, `${at}[]`);
}

export function definitionAt(file: string, ref: string): Raw | undefined {
  const [name, path] = ref.split('#/definitions/');
  const schema = SCHEMAS.get(name || file);
  return path === undefined ? schema : schema?.definitions?.[path];
}
