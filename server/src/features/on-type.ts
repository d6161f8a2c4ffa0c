/**
 * After Enter behind the first key of a list item (`- id: canary`), the next key stands below the first one and not below the dash. The
 * editor's own indentation does the rest, and formatting stays with the user's formatter.
 */
import type { PlanContext } from './context.ts';
import { placeAt } from './place.ts';
import type { Position, TextEdit } from './types.ts';

/** A dash or several, a key, and a value on its line that is no block scalar. */
const FIRST_KEY = /^([ ]*(?:- +)+)[^\s#'"{[&*!|>-][^:]*:[ \t]+(?![|>])\S/;

/** `position`: where the cursor is after the line break. */
export function indentAfterItem(context: PlanContext, position: Position): TextEdit[] {
  const { document, plans } = context;
  if (position.line === 0 || plans[0].document.source.syntax !== 'yaml') return [];
  const above = lineOf(context, position.line - 1);
  const column = FIRST_KEY.exec(above)?.[1]?.length;
  const typed = lineOf(context, position.line);
  if (column === undefined || typed.trim() !== '' || typed.length >= column) return [];
  // In a text of several lines such a line is words.
  if (!placeAt(context, { line: position.line - 1, character: column }).onKey) return [];
  const start = { line: position.line, character: 0 };
  const end = document.positionAt(document.offsetAt(start) + typed.length);
  return [{ range: { start, end }, newText: ' '.repeat(column) }];
}

function lineOf({ document }: PlanContext, line: number): string {
  const start = { line, character: 0 };
  return document.getText({ start, end: { line: line + 1, character: 0 } }).replace(/\r?\n$/, '');
}
