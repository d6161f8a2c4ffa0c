/**
 * What is usually meant by text that is not YAML. Each mend is a guess that is tried: it counts only if the text can be read with it.
 * Then it tells what the mistake was, it is offered as the fix, and everything around it is read as if it had been made.
 */
import type { Failure } from '../parse.ts';

export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

export interface Mend {
  /** What is wrong and what to do. */
  readonly message: string;
  /** The words to underline. */
  readonly start: number;
  readonly end: number;
  readonly edits: readonly TextEdit[];
  /** Where the fix guesses more than the rest should be judged by: the edits to read the rest with. */
  readonly readAs?: readonly TextEdit[];
  /** What the fix is called; without one the mend only serves to read the rest. */
  readonly title?: string;
  /** Whether the values that it touches are known again: they are where only the layout was wrong. */
  readonly known: boolean;
}

/** A text that cannot be read, and where the parser gave up: at the mistake, or somewhere behind it. */
export interface Broken {
  readonly text: string;
  readonly failure: Failure;
}

export function quote(value: string): string {
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

export interface Mended {
  readonly text: string;
  /** The offset in the text before for each offset in the text after, its end included. */
  readonly origin: Int32Array;
}

export function applyMend(text: string, edits: readonly TextEdit[]): Mended {
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  let result = '';
  let at = 0;
  const runs: { from: number; length: number; moves: boolean }[] = [];
  const copy = (from: number, to: number): void => {
    result += text.slice(from, to);
    runs.push({ from, length: to - from, moves: true });
  };
  for (const edit of sorted) {
    copy(at, edit.start);
    result += edit.newText;
    runs.push({ from: edit.start, length: edit.newText.length, moves: false });
    at = edit.end;
  }
  copy(at, text.length);
  const origin = new Int32Array(result.length + 1);
  let place = 0;
  for (const { from, length, moves } of runs)
    for (let i = 0; i < length; i++) origin[place++] = moves ? from + i : from;
  origin[place] = text.length;
  return { text: result, origin };
}
