/**
 * The writer asks the reader: of several ways to write a value, the first that is read as the same value is taken. So there is one
 * definition of what a piece of Markdown means, and no list of characters to escape that would have to agree with it.
 */
import { wholeSegment } from '../../source.ts';
import type { Property, ScalarShape } from '../grammar/grammar.ts';
import { assemble } from '../reading/assemble.ts';
import type { Context, Scope } from '../reading/context.ts';
import { harvest } from '../reading/object.ts';
import { scalarFrom } from '../reading/values.ts';
import { parseBlocks } from '../text/parse-blocks.ts';
import { wordsAt } from '../text/words.ts';
import { equalJson, type Json, jsonOf } from './json.ts';

/** Where a piece of Markdown is going to stand: the unit that it is about, then those around it. */
export interface Place {
  readonly scopes: readonly Scope[];
  /** Above the first section of a document. */
  readonly preamble?: boolean;
  /** Keys of the plan that the front matter gives. */
  readonly given: ReadonlySet<string>;
}

function contextAt(place: Place): Context {
  return { scopes: place.scopes, layouts: new Map(), preamble: place.preamble ?? false, given: place.given };
}

function segmentOf(text: string) {
  return wholeSegment({ uri: '', syntax: 'markdown', text });
}

/** The values that Markdown gives the unit it stands in, or one `up` further out; nothing where it also speaks of another. */
function readAt(markdown: string, place: Place, up: number): Json | undefined {
  const context = contextAt(place);
  const { blocks } = parseBlocks(segmentOf(markdown), markdown, 0);
  const { found } = harvest(blocks, context, place.scopes[0]?.kind !== 'part');
  if (found.some((one) => one.up !== up)) return undefined;
  const entries = assemble(found, context);
  return Object.fromEntries(Array.from(entries, ([key, { value }]) => [key, jsonOf(value)]));
}

export function readsAs(markdown: string, key: string, value: Json, place: Place, up = 0): boolean {
  return equalJson(readAt(markdown, place, up), { [key]: value });
}

/** Whether words that stand alone, as in a cell or behind a label, are the value. */
export function wordsRead(words: string, property: Property, scalar: ScalarShape, value: Json): boolean {
  const context = contextAt({ scopes: [], given: new Set() });
  return scalarFrom(wordsAt(segmentOf(words), 0, words), property, scalar, context).value === value;
}
