/**
 * Edits as data, in terms of the plan. A rule says "set `soak` of this stage to 30m" and never asks in which syntax the stage was
 * written; the writer of that syntax turns it into text when somebody asks for the fix.
 */
import type { ListNode, LocatedNode, MapNode } from './located.ts';
import type { Span } from './source.ts';

/** A value to be written. A slot is a placeholder: selected in turn where the editor takes snippets, its text elsewhere. */
export type Skeleton = string | number | boolean | Slot | readonly Skeleton[] | { readonly [key: string]: Skeleton };
export interface Slot {
  readonly slot: string;
}

export function slot(text: string): Slot {
  return { slot: text };
}

export function isSlot(value: Skeleton): value is Slot {
  return (
    typeof value === 'object' &&
    !Array.isArray(value) &&
    typeof (value as Slot).slot === 'string' &&
    Object.keys(value).length === 1
  );
}

export type PlanEdit =
  /** Writes a key of a map: a new one where the schema's order puts it, or over an empty or wrong value that is there. */
  | { readonly kind: 'set'; readonly parent: MapNode; readonly key: string; readonly value: Skeleton }
  /** Adds an item to the end of a list, or in front of the item that has the index `at` before anything is changed. */
  | { readonly kind: 'append'; readonly list: ListNode; readonly value: Skeleton; readonly at?: number }
  /** Writes another value in the place of this one. */
  | { readonly kind: 'write'; readonly node: LocatedNode; readonly value: Skeleton }
  /** Replaces the words of a span as they stand in the text: the caller knows that the result is good in both syntaxes. */
  | { readonly kind: 'replace'; readonly span: Span; readonly newText: string };

/** A change of one source. `snippet` is `newText` with `${1:…}` slots, set where there are any. */
export interface TextChange {
  readonly span: Span;
  readonly newText: string;
  readonly snippet?: string;
}

/** Turns edits of one source into text changes that do not overlap, in the order of the text. Keeps comments, indentation and line endings. */
export type EditWriter = (edits: readonly PlanEdit[]) => readonly TextChange[];
