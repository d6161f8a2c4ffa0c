/** The schemas as they stand in their files. */
import common from '../../../../schemas/common.schema.json' with { type: 'json' };
import compatibility from '../../../../schemas/compatibility.schema.json' with { type: 'json' };
import migration from '../../../../schemas/migration.schema.json' with { type: 'json' };
import migrationRecord from '../../../../schemas/migration-record.schema.json' with { type: 'json' };
import policy from '../../../../schemas/policy.schema.json' with { type: 'json' };
import rehearsal from '../../../../schemas/rehearsal.schema.json' with { type: 'json' };
import rollback from '../../../../schemas/rollback.schema.json' with { type: 'json' };
import rollout from '../../../../schemas/rollout.schema.json' with { type: 'json' };
import plan from '../../../../schemas/rollout-plan.schema.json' with { type: 'json' };
import validation from '../../../../schemas/validation.schema.json' with { type: 'json' };

import { upTo } from '../../util/parts.ts';

/** What a schema may say. Anything else is refused by the test of the schemas. */
export interface RawSchema {
  readonly $ref?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly title?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly (string | number)[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, RawSchema>>;
  readonly definitions?: Readonly<Record<string, RawSchema>>;
  readonly items?: RawSchema;
  readonly defaultSnippets?: readonly Snippet[];
  readonly 'x-notation'?: string;
  readonly 'x-reference'?: Declared;
  readonly 'x-declares'?: Declared;
  readonly 'x-headings'?: readonly string[];
  readonly 'x-item-headings'?: readonly string[];
  readonly 'x-opposites'?: readonly string[];
  readonly 'x-adopts'?: boolean;
  readonly 'x-missing'?: Omit<Missing, 'insert'> & { readonly insert?: unknown };
  readonly 'x-text'?: string;
  readonly 'x-heading-facts'?: readonly string[];
  readonly 'x-fence'?: readonly string[];
  readonly 'x-checkbox'?: boolean;
  readonly 'x-synonyms'?: Readonly<Record<string, string>>;
}

export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';
/** What has an id that other places name. */
export type Declared = 'metric' | 'flag' | 'backup' | 'step' | 'stage';

/** A new one. `body` holds `${1:placeholder}` slots in its strings. */
export interface Snippet {
  readonly label: string;
  readonly description: string;
  readonly body: unknown;
}

/** That a key must be there, and what to say and to write where it is not. */
export interface Missing {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly fix: string;
  /** In the form of a snippet's body. */
  readonly insert: unknown;
}

/** A root's unit has its name from the file, as the generator gives it. */
const FILES = {
  'common.schema.json': ['Common', common],
  'compatibility.schema.json': ['Compatibility', compatibility],
  'migration.schema.json': ['Migration', migration],
  'migration-record.schema.json': ['MigrationRecord', migrationRecord],
  'policy.schema.json': ['Policy', policy],
  'rehearsal.schema.json': ['Rehearsal', rehearsal],
  'rollback.schema.json': ['Rollback', rollback],
  'rollout.schema.json': ['Rollout', rollout],
  'rollout-plan.schema.json': ['RolloutPlan', plan],
  'validation.schema.json': ['Validation', validation],
} as unknown as Readonly<Record<string, readonly [string, RawSchema]>>;
export type SchemaFile = keyof typeof FILES;

/** A schema and where its references start from. */
export interface Located {
  readonly file: string;
  readonly name: string;
  readonly raw: RawSchema;
}

const NOTHING: RawSchema = {};

/** The file itself, or `#/definitions/…` in it. */
export function locate(ref: string, from = ''): Located {
  const path = upTo(ref, '#');
  const file = path === '' ? from : path;
  const [rootName, root] = FILES[file] ?? ['', NOTHING];
  const name = ref.slice(path.length + '#/definitions/'.length);
  return name === '' ? { file, name: rootName, raw: root } : { file, name, raw: root.definitions?.[name] ?? NOTHING };
}
