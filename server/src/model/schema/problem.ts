/** What is wrong with a value by the schema. */
import type { PlanEdit } from '../edit.ts';
import type { LocatedNode } from '../located.ts';
import { firstLine, type Span } from '../source.ts';
import type { SchemaNode } from './schema.ts';

export type SchemaRule = 'plan-schema' | 'unknown-key' | 'invalid-duration' | 'invalid-percentage' | 'invalid-date';

export interface SchemaFix {
  readonly title: string;
  readonly edits: readonly PlanEdit[];
}

export interface SchemaProblem {
  readonly rule: SchemaRule;
  readonly message: string;
  readonly span: Span;
  /** The value that is wrong; for a key that is unknown or missing, the map. */
  readonly node: LocatedNode;
  /** The likeliest first. */
  readonly fixes: readonly SchemaFix[];
}

/** Whether a value would be right at a place of the schema, with everything below it. */
export type IsClean = (node: LocatedNode, schema: SchemaNode) => boolean;

/** A scalar is underlined itself, anything larger at the words that stand for it. */
export function placeOf(node: LocatedNode): Span {
  return node.kind === 'scalar' ? firstLine(node.span) : node.head;
}

const LONGEST = 60;

/** The words of a message: one line, cut where they are long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `"${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}"`;
}

/** `a, b or c`. */
export function oneOf(words: readonly (string | number)[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
