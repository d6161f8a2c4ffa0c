/**
 * What half-typed YAML is about to say at a place. The text is read with a mark at the cursor: once as it stands, and once with a colon
 * behind the word there. Where the mark is found tells whether a key or a value is being written, and of what.
 */
import { matched } from '../../../util/matched.ts';
import { isEmpty, type LocatedNode } from '../../located.ts';
import { wholeSegment } from '../../source.ts';
import { buildNode } from '../build.ts';
import { newBuilding } from '../building.ts';
import { cutDocuments } from '../documents.ts';
import { parseYaml } from '../parse.ts';
import { readYaml } from '../read.ts';
import { closersOf } from './closers.ts';
import { focused } from './focus.ts';
import { type Found, findMark, type KeyFound, type Path, type ValueFound } from './mark.ts';

/** Two characters for private use, which no plan holds. */
const MARK = '\uE0FE\uE0FF';
/** In the place of an `@` that begins a word: YAML keeps it for itself, so the word could not be read before it is in quotes. */
const AT_SIGN = '\uE0FD';
/** As keys of plans are written. */
const WORD = /^[\w-]*$/;
const MARKED_WORD = new RegExp(`${MARK}[^\\s:]*:?`);

export interface WordAtCursor {
  /** From the root; indices only say that there is a list. */
  readonly path: Path;
  /** The words to be replaced, as offsets of the text. */
  readonly from: number;
  readonly to: number;
  /** Inside `{ }` or `[ ]`. */
  readonly isFlow: boolean;
}

export interface KeyAtCursor extends WordAtCursor {
  readonly name: string;
  /** `path` leads to the map of the key, which has these keys besides. */
  readonly others: ReadonlySet<string>;
  /** Whether its colon is there already. */
  readonly hasColon: boolean;
  /** What stands behind it, or would stand below it. */
  readonly value: LocatedNode | undefined;
}

export type Quote = '"' | "'" | '';

export interface ValueAtCursor extends WordAtCursor {
  /** The other words of the list that it is an item of. */
  readonly beside: ReadonlySet<string>;
  /** The words as they are read, and where the cursor is in them. */
  readonly text: string;
  readonly at: number;
  readonly quote: Quote;
  /** Directly behind a colon, where a space has to come first. */
  readonly isGlued: boolean;
  /** On the line of its key or dash, and not below. */
  readonly isBehind: boolean;
}

export interface AtCursor {
  readonly key?: KeyAtCursor;
  readonly value?: ValueAtCursor;
  /** What a comment says up to the cursor, without its sign. */
  readonly comment?: string;
}

interface Reading {
  readonly text: string;
  readonly cursor: number;
  readonly isGlued: boolean;
  /** What closes the brackets and quotes that the line leaves open. */
  readonly closers: string;
  readonly isBroken: boolean;
}

/** `isBroken`: there are mistakes in the text, so what can be read of it has to do. */
export function atCursor(written: string, cursor: number, isBroken: boolean): AtCursor {
  const text = readable(written, cursor);
  const line = text.slice(text.lastIndexOf('\n', cursor - 1) + 1, cursor);
  const reading = { text, cursor, isGlued: /[^\s:]:$/.test(line) && isLast(text, cursor), closers: '', isBroken };
  const isLineEnd = /^[ \t]*(?:\r?\n|$)/.test(text.slice(cursor));
  const closers = isLineEnd ? closersOf(line) : '';
  const closed = closers === '' ? undefined : wordAt({ ...reading, closers, isBroken: false });
  const found = closed ?? wordAt(reading) ?? (closers === '' ? undefined : wordAt({ ...reading, closers }));
  if (found) return found;
  // What is neither in a key nor in a value is in a comment, if there is one on the line.
  const comment = /(?:^|[ \t])#([^#\n]*)$/.exec(line)?.[1];
  return comment === undefined ? {} : { comment };
}

/** The same places, with a word at the cursor that can be read. */
function readable(text: string, cursor: number): string {
  const begun = /(?:[\s[{,])@([\w./@-]*)$/.exec(text.slice(Math.max(0, cursor - 100), cursor));
  if (!begun) return text;
  const sign = cursor - matched(begun, 1).length - 1;
  return `${text.slice(0, sign)}${AT_SIGN}${text.slice(sign + 1)}`;
}

function wordAt(reading: Reading): AtCursor | undefined {
  const plain = read(reading, '');
  const { text, cursor } = reading;
  const isThere = plain?.at === 'key' && text[cursor + plain.after + plain.quote.length] === ':';
  const key = isThere ? plain : isLast(text, cursor) ? read(reading, ': ') : undefined;
  if (!plain && !key) return undefined;
  const isKey = key?.at === 'key' && WORD.test(key.name.replace(MARK, '')) && (isThere || !takesText(key));
  return {
    ...(isKey ? { key: keySite(key, reading, isThere) } : {}),
    ...(plain?.at === 'value' && plain.isOnOneLine ? { value: valueSite(plain, reading) } : {}),
  };
}

/** A key where no word stands yet would take the text on the lines below from what is above. */
function takesText({ name, value, isBehind }: KeyFound): boolean {
  return name === MARK && value.kind === 'scalar' && !isEmpty(value) && !isBehind;
}

/** Whether nothing follows the word on its line, or in its brackets: there a key may begin. */
function isLast(text: string, cursor: number): boolean {
  return /^[\w-]*[ \t]*(?:[,}\]\r\n]|#|$)/.test(text.slice(cursor, cursor + 200));
}

/** `colon`: what is written behind the word at the cursor. */
function read({ text, cursor, isGlued, closers, isBroken }: Reading, colon: string): Found | undefined {
  const word = colon === '' ? '' : matched(/^[^\s:,{}[\]#"']*/.exec(text.slice(cursor, cursor + 200)));
  const rest = closers === '' ? '' : matched(/^[^\r\n]*/.exec(text.slice(cursor + word.length)));
  const space = isGlued ? ' ' : '';
  const marked =
    text.slice(0, cursor) +
    space +
    MARK +
    word +
    colon +
    rest +
    closers +
    text.slice(cursor + word.length + rest.length);
  const place = cursor + space.length;
  const document = cutDocuments(marked).find(({ start, end }) => start <= place && place < end);
  if (!document) return undefined;
  const small = focused(marked.slice(document.start, document.end), place - document.start);
  const root = rootOf(small, isBroken);
  return root && findMark(root, MARK, small);
}

/** The tree of a text without mistakes. One that was wrong before the mark came is read as far as it goes. */
function rootOf(text: string, isBroken: boolean): LocatedNode | undefined {
  const source = { uri: '', syntax: 'yaml', text } as const;
  const parsed = parseYaml(text);
  if (parsed.ok) {
    const segment = wholeSegment(source);
    return buildNode(parsed.value, newBuilding(segment, text, 0), { segment, from: 0, to: text.length });
  }
  return !isBroken || parseYaml(text.replace(MARKED_WORD, '')).ok ? undefined : readYaml(source)[0].root;
}

function keySite(found: KeyFound, { cursor }: Reading, isThere: boolean): KeyAtCursor {
  const { path, before, after, owner, name, value, isFlow } = found;
  const others = new Set(owner.entries.keys());
  others.delete(name);
  return {
    path,
    name: name.replace(MARK, ''),
    others,
    hasColon: isThere,
    value: isEmpty(value) ? undefined : value,
    from: cursor - before,
    to: cursor + after,
    isFlow,
  };
}

function valueSite(found: ValueFound, { cursor, isGlued }: Reading): ValueAtCursor {
  const { path, before, after, text, quote, isFlow, isBehind } = found;
  const at = text.indexOf(MARK);
  const words = text.replace(MARK, '').replace(AT_SIGN, '@');
  const beside = wordsBeside(found);
  return { path, beside, from: cursor - before, to: cursor + after, text: words, at, quote, isFlow, isGlued, isBehind };
}

function wordsBeside({ owner, value }: ValueFound): ReadonlySet<string> {
  const items = owner?.kind === 'list' ? owner.items : [];
  return new Set(items.flatMap((item) => (item.kind === 'scalar' && item !== value ? item.text : [])));
}
