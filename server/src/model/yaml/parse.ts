/** The only call of the `yaml` package's parser: tokens first, their depth measured, then composed. */
import {
  type Alias,
  Composer,
  type CST,
  Parser,
  type Range,
  type Scalar,
  type YAMLError,
  YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { MAX_DEPTH, tooDeepAt } from './depth.ts';
import { lexemesOf } from './lexemes.ts';

export interface Failure {
  readonly code: string;
  readonly message: string;
  /** Offsets in the parsed text. */
  readonly start: number;
  readonly end: number;
}

/** As the package makes them of a text: each with its place. */
export type Read = ReadScalar | ReadMap | ReadList | ReadAlias;
export interface ReadScalar extends Scalar {
  range: Range;
  source: string;
}
export interface ReadMap extends YAMLMap<Read, Read> {
  range: Range;
}
export interface ReadList extends YAMLSeq<Read> {
  range: Range;
}
export interface ReadAlias extends Alias {
  range: Range;
}

export interface Readable {
  readonly ok: true;
  readonly value: Read | undefined;
}

export type Parsed = Readable | { readonly ok: false; readonly failure: Failure };

const OPTIONS: ConstructorParameters<typeof Composer>[0] = {
  version: '1.2',
  // Each key for itself, also one that comes twice: whoever builds the tree tells of that.
  mapKey: (key) => key,
  // Tags of YAML 1.1, such as `!!omap`, would make other nodes than were written.
  resolveKnownTags: false,
  customTags: (tags) => tags.filter((tag) => typeof tag !== 'object' || tag.collection === undefined),
  keepSourceTokens: false,
  prettyErrors: false,
  strict: true,
  logLevel: 'silent',
};

/**
 * As the package has it, a key that is not found in a map is looked for once more, in every pair of it: time that grows with the square
 * of the keys.
 */
YAMLMap.prototype.has = function (key): boolean {
  return this.values.has(this.schema.mapKey(key));
};

/** One document's text. Only the first failure is told: what follows it is mostly its echo. */
export function parseYaml(text: string): Parsed {
  try {
    const tokens = tokensOf(text);
    const deep = tooDeepAt(tokens);
    if (deep !== undefined) return failed('TOO_DEEP', `nested more than ${MAX_DEPTH} levels deep`, deep, deep + 1);
    const [document] = new Composer(OPTIONS).compose(tokens, true, text.length);
    const error = document && firstError(document.errors);
    if (error) return failed(error.code, error.message, error.pos[0], error.pos[1]);
    // What stands for a document without any contents has no place.
    return { ok: true, value: document?.value.range ? (document.value as Read) : undefined };
  } catch (error) {
    /* istanbul ignore next -- no text is known that the package fails on; here it would be one more mistake in a text */
    return failed('UNREADABLE', String(error), 0, text.length);
  }
}

function tokensOf(text: string): CST.Token[] {
  const parser = new Parser();
  for (const lexeme of lexemesOf(text)) parser.next(lexeme);
  return parser.end();
}

function failed(code: string, message: string, start: number, end: number): Parsed {
  return { ok: false, failure: { code, message, start, end } };
}

function firstError(errors: readonly YAMLError[]): YAMLError | undefined {
  let first = errors[0];
  for (const error of errors) if (first && error.pos[0] < first.pos[0]) first = error;
  return first;
}
