/** Mistakes between brackets: values that hold brackets of their own, missing and wrong brackets, missing commas. */
import * as l10n from '@vscode/l10n';
import { code } from '../../../util/code.ts';
import type { Parts } from './lines.ts';
import { type Mend, quote, type TextEdit } from './mend.ts';

const VALUE = l10n.t('Between brackets a value with { } [ ] or a comma of its own has to be quoted.');
const COMMA = l10n.t('A comma is missing here. Between brackets every two entries are parted by one.');
const OPEN = l10n.t('This bracket is opened and not closed.');
const QUOTE = l10n.t('A quote is opened here and not closed. Close it, or quote the whole value.');

/** A longer line is no line that a person wrote. */
const LONGEST = 2000;

interface Repair extends TextEdit {
  readonly message: string;
  readonly title: string;
  /** Words to underline. */
  readonly from: number;
  readonly to: number;
}

export function* mendFlow({ value }: Parts): Generator<Mend> {
  const { start, end, text } = value;
  if (!/^[[{]/.test(text) || text.length > LONGEST) return;
  yield* mendExtraBracket(text, start);
  // `{{ x }} y`, `[a] b`: it only begins like a collection.
  if (!isPaired(text)) return;
  const oddQuotes = (text.match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1;
  for (const minding of oddQuotes ? [false, true] : [true, false]) {
    const repairs = [...repairCollection(text, 0, text.length, minding)];
    const [first] = repairs;
    if (!first) continue;
    repairs.sort((a, b) => a.start - b.start);
    yield {
      message: first.message,
      title: first.title,
      start: start + first.from,
      end: Math.min(start + Math.max(first.to, first.from + 1), end),
      edits: repairs.map((repair) => ({
        start: start + repair.start,
        end: start + repair.end,
        newText: repair.newText,
      })),
      known: false,
    };
  }
}

function* mendExtraBracket(text: string, start: number): Generator<Mend> {
  const last = text.charAt(text.length - 1);
  const open = last === ']' ? '[' : last === '}' ? '{' : undefined;
  if (!open || text.split(last).length <= text.split(open).length) return;
  const at = start + text.length - 1;
  const message = l10n.t`There is one ${code(last)} more than there are ${code(open)}.`;
  yield {
    message,
    title: l10n.t`Take one ${last} away`,
    start: at,
    end: at + 1,
    edits: [{ start: at, end: at + 1, newText: '' }],
    known: true,
  };
}

/** `minding`: quotes are taken to be right, and nothing between them parts two entries. */
function* repairCollection(text: string, start: number, end: number, minding: boolean): Generator<Repair> {
  const isMap = text[start] === '{';
  const close = isMap ? '}' : ']';
  const last = text.charAt(end - 1);
  const closed = end - 1 > start && /[\]}]/.test(last);
  const inner = closed ? end - 1 : end;
  if (closed && last !== close) {
    const message = l10n.t`What begins with ${code(text.charAt(start))} ends with ${code(close)}.`;
    yield {
      message,
      title: l10n.t`Write ${close} for ${last}`,
      start: inner,
      end,
      newText: close,
      from: inner,
      to: end,
    };
  }
  for (const [from, to] of split(text, start + 1, inner, isMap, minding))
    yield* repairMember(text, from, to, isMap, minding);
  if (closed) return;
  const newText = `${text[start + 1] === ' ' ? ' ' : ''}${close}`;
  yield { message: OPEN, title: l10n.t`Close it with ${close}`, start: end, end, newText, from: start, to: start + 1 };
}

function* repairMember(text: string, from: number, to: number, inMap: boolean, minding: boolean): Generator<Repair> {
  const member = text.slice(from, to);
  const key = inMap ? /^\s*(?:"[^"]*"|'[^']*'|[\w.-]+)\s*:\s+/.exec(member) : /^\s*/.exec(member);
  const start = from + (key?.[0].length ?? 0);
  const value = text.slice(start, to).trimEnd();
  const end = start + value.length;
  if (value === '') return;
  const two = inMap
    ? /^[^\s"'{}[\](),:]+(?=\s+[A-Za-z][\w-]*:\s)/.exec(value)
    : /^("[^"]*"|'[^']*')(?=\s+["'])/.exec(value);
  if (two) {
    const at = start + two[0].length;
    yield {
      message: COMMA,
      title: l10n.t('Put a comma between the two'),
      start: at,
      end: at,
      newText: ',',
      from: start,
      to: end,
    };
    if (!inMap) yield* repairMember(text, at + 1, to, inMap, minding);
    return;
  }
  if (/^"(?:[^"\\]|\\.)*"$|^'(?:[^']|'')*'$/.test(value)) return;
  if (/^["']/.test(value) && !value.slice(1).includes(value.charAt(0)))
    yield {
      message: QUOTE,
      title: l10n.t('Close the quote'),
      start: end,
      end,
      newText: value.charAt(0),
      from: start,
      to: end,
    };
  else if (/^[[{]/.test(value) && isPaired(value)) yield* repairCollection(text, start, end, minding);
  else if (/[{}[\],"]|^[@`%&*!|>?]|:\s|\s#|:$/.test(value))
    yield {
      message: messageFor(value),
      title: l10n.t('Quote the value'),
      start,
      end,
      newText: quote(value),
      from: start,
      to: end,
    };
}

function messageFor(value: string): string {
  const first = value.charAt(0);
  return /[@%&*!|>]/.test(first)
    ? l10n.t`A value that begins with \`${first}\` has to be quoted. Quote the value.`
    : VALUE;
}

/** Begins with a bracket that its last character closes, or that nothing closes. */
function isPaired(value: string): boolean {
  let depth = 0;
  for (const [at, one] of [...value].entries()) {
    if (/[[{]/.test(one)) depth++;
    if (/[\]}]/.test(one) && --depth === 0) return at === [...value].length - 1;
  }
  return true;
}

/** The members between two brackets. In a map only a comma in front of a key parts two of them. */
function* split(
  text: string,
  start: number,
  end: number,
  isMap: boolean,
  minding: boolean,
): Generator<[number, number]> {
  let from = start;
  let depth = 0;
  let quoted = '';
  for (let at = start; at < end; at++) {
    const one = text[at] as string;
    if (quoted) {
      if (one === quoted) quoted = '';
      else if (one === '\\' && quoted === '"') at++;
    } else if (minding && /["']/.test(one) && /[\s[{,(:=~]/.test(text.charAt(at - 1))) quoted = one;
    else if (/[([{]/.test(one)) depth++;
    else if (/[)\]}]/.test(one)) depth--;
    else if (one === ',' && depth <= 0 && (!isMap || /^\s*(?:[\w.-]+|"[^"]*"):\s/.test(text.slice(at + 1, end)))) {
      yield [from, at];
      from = at + 1;
    }
  }
  yield [from, end];
}
