/** The only call of the `yaml` package's parser: tokens first, their depth measured, then composed. */
import { Composer, type Document, Parser, type YAMLParseError } from 'yaml';
import { MAX_DEPTH, tooDeepAt } from './depth.ts';

export interface Failure {
  readonly code: string;
  readonly message: string;
  /** Offsets in the parsed text. */
  readonly start: number;
  readonly end: number;
}

export interface Readable {
  readonly ok: true;
  readonly document: Document.Parsed | undefined;
}

export type Parsed = Readable | { readonly ok: false; readonly failure: Failure };

const OPTIONS = {
  version: '1.2',
  uniqueKeys: false,
  // Tags of YAML 1.1, such as `!!omap`, would make other nodes than were written.
  resolveKnownTags: false,
  keepSourceTokens: false,
  prettyErrors: false,
  strict: true,
  logLevel: 'silent',
} as const;

/** One document's text. Only the first failure is told: what follows it is mostly its echo. */
export function parseYaml(text: string): Parsed {
  try {
    const tokens = [...new Parser().parse(text)];
    const deep = tooDeepAt(tokens);
    if (deep !== undefined) return failed('TOO_DEEP', `nested more than ${MAX_DEPTH} levels deep`, deep, deep + 1);
    const [document] = new Composer(OPTIONS).compose(tokens, true, text.length);
    const error = document && firstError(document.errors);
    if (error) return failed(error.code, error.message, error.pos[0], error.pos[1]);
    return { ok: true, document: document as Document.Parsed | undefined };
  } catch (error) {
    /* istanbul ignore next -- no text is known that the package fails on; here it would be one more mistake in a text */
    return failed('UNREADABLE', String(error), 0, text.length);
  }
}

function failed(code: string, message: string, start: number, end: number): Parsed {
  return { ok: false, failure: { code, message, start, end } };
}

function firstError(errors: readonly YAMLParseError[]): YAMLParseError | undefined {
  let first = errors[0];
  for (const error of errors) if (first && error.pos[0] < first.pos[0]) first = error;
  return first;
}
