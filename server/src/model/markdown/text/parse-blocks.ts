/** markdown-it's tokens, which know lines, made into blocks that know columns. */
import MarkdownIt, { type Token } from 'markdown-it';
import type { Segment } from '../../source.ts';
import type { Block, Item, List, Paragraph } from './blocks.ts';
import { type Cursor, linesOfToken, skipBlanks, spanOf } from './cursor.ts';
import { forParser, lineBreak, lineEnd, lineStart, linesOf } from './lines.ts';
import { nestSections, type Open } from './sections.ts';
import { readTable } from './tables.ts';
import { isBlank, sliceWords, type Words, WordsBuilder, wordsAt } from './words.ts';

/** Lists and quotes inside one another, counted twice each by markdown-it. What lies deeper is left out. */
const DEEPEST = 60;

const parser = new MarkdownIt({ html: true });
Object.assign(parser.options, { maxNesting: DEEPEST });

export interface ParsedBlocks {
  readonly blocks: readonly Block[];
  readonly tooDeep: boolean;
}

/** Reads the segment's text from `from` on; what stands before it is front matter. */
export function parseBlocks(segment: Segment, text: string, from: number): ParsedBlocks {
  const { open, tooDeep } = readOpenBlocks(segment, text, from);
  return { blocks: nestSections(open), tooDeep };
}

/** Blocks and headings that are not nested yet. */
export interface OpenBlocks {
  readonly open: readonly Open[];
  readonly tooDeep: boolean;
  /** The last block might go on in what follows, whatever that is. */
  readonly isUnfinished: boolean;
}

export function readOpenBlocks(segment: Segment, text: string, from: number): OpenBlocks {
  const tokens: Token[] = [];
  parser.block.parse(forParser(text, from), parser, {}, tokens);
  const cursor: Cursor = { tokens, lines: linesOf(text), segment, containers: [], at: 0 };
  const open = openUntil(cursor, undefined);
  const tooDeep = tokens.some((token) => token.level >= DEEPEST - 1);
  return { open, tooDeep, isUnfinished: isUnfinished(tokens.at(-1), cursor) };
}

/** A fence without its end, and HTML that is more than a comment. Everything else ends where a heading begins. */
function isUnfinished(last: Token | undefined, { lines }: Cursor): boolean {
  if (last?.type === 'html_block') return !(isOnlyComment(last.content) && last.content.includes('-->'));
  if (last?.type !== 'fence') return false;
  const [first, end] = linesOfToken(last);
  const closing = lines.text.slice(lineStart(lines, end - 1), lineEnd(lines, end - 1)).trim();
  const mark = last.markup;
  return end - first < 2 || !closing.startsWith(mark) || closing.replaceAll(mark.charAt(0), '') !== '';
}

function blocksUntil(cursor: Cursor, close: string): readonly Block[] {
  return nestSections(openUntil(cursor, close));
}

function openUntil(cursor: Cursor, close: string | undefined): readonly Open[] {
  const open: Open[] = [];
  for (; cursor.at < cursor.tokens.length; cursor.at++) {
    const token = cursor.tokens[cursor.at] as Token;
    if (token.type === close) break;
    readToken(cursor, token, open);
  }
  return open;
}

function readToken(cursor: Cursor, token: Token, open: Open[]): void {
  switch (token.type) {
    case 'heading_open':
      cursor.at++;
      open.push({
        kind: 'heading',
        level: Number(token.tag.slice(1)),
        heading: headingWords(cursor, token),
        span: spanOf(cursor, token),
      });
      return;
    case 'paragraph_open':
      cursor.at++;
      open.push({ kind: 'paragraph', span: spanOf(cursor, token), lines: paragraphLines(cursor, token) });
      return;
    case 'blockquote_open':
      open.push(...quoted(cursor));
      return;
    case 'bullet_list_open':
    case 'ordered_list_open':
      open.push(readList(cursor, token));
      return;
    case 'table_open':
      open.push(readTable(cursor, token));
      return;
    case 'fence':
    case 'code_block':
      open.push({
        kind: 'fence',
        span: spanOf(cursor, token),
        language: languageOf(token),
        code: codeWords(cursor, token),
      });
      return;
    case 'html_block':
      open.push({ kind: 'comment', span: spanOf(cursor, token), onlyComment: isOnlyComment(token.content) });
      return;
    default:
  }
}

/** Quotes are for the eye: their blocks belong to what holds the quote. A `[!NOTE]` line is no text. */
function quoted(cursor: Cursor): readonly Block[] {
  cursor.at++;
  cursor.containers.push({ kind: 'quote' });
  const blocks = blocksUntil(cursor, 'blockquote_close').map(withoutAlert);
  cursor.containers.pop();
  return blocks;
}

function withoutAlert(block: Block, index: number): Block {
  if (index > 0 || block.kind !== 'paragraph' || !/^\[![A-Za-z]+\]\s*$/.test(block.lines[0]?.text ?? '')) return block;
  return { ...block, lines: block.lines.slice(1) };
}

function readList(cursor: Cursor, token: Token): List {
  const items: Item[] = [];
  for (cursor.at++; ; cursor.at++) {
    const open = cursor.tokens[cursor.at];
    if (open?.type !== 'list_item_open') break;
    items.push(readItem(cursor, open));
  }
  return { kind: 'list', ordered: token.type.startsWith('ordered'), span: spanOf(cursor, token), items };
}

function readItem(cursor: Cursor, token: Token): Item {
  const place = spanOf(cursor, token);
  const [line] = linesOfToken(token);
  cursor.containers.push({ kind: 'item', line });
  cursor.at++;
  const [first, ...rest] = blocksUntil(cursor, 'list_item_close');
  cursor.containers.pop();
  if (first?.kind !== 'paragraph') return { span: place, lines: [], blocks: first ? [first, ...rest] : [] };
  return { span: place, ...taskOf(first), blocks: rest };
}

function taskOf(paragraph: Paragraph): Pick<Item, 'lines' | 'task'> {
  const [first, ...rest] = paragraph.lines;
  const box = first && /^\[([ xX])\](?:[ \t]+|$)/.exec(first.text);
  if (!box) return { lines: paragraph.lines };
  const lines = [sliceWords(first, box[0].length), ...rest];
  return { lines, task: { done: box[1] !== ' ', box: sliceWords(first, 0, 3) } };
}

/** Each line of a paragraph is the end of its line in the text: what stands before it belongs to quotes, lists and indentation. */
function paragraphLines(cursor: Cursor, token: Token): Words[] {
  const inline = cursor.tokens[cursor.at] as Token;
  const [first] = linesOfToken(token);
  return inline.content.split('\n').map((text, index) => endOfLine(cursor, first + index, trimBlanks(text)));
}

function endOfLine(cursor: Cursor, line: number, text: string): Words {
  const { lines, segment } = cursor;
  const at = Math.max(lineStart(lines, line), lineEnd(lines, line) - text.length);
  return wordsAt(segment, at, lines.text.slice(at, lineEnd(lines, line)));
}

/** A heading with `#` has closing ones left out; an underlined heading may have several lines. */
function headingWords(cursor: Cursor, token: Token): Words {
  const inline = cursor.tokens[cursor.at] as Token;
  const [line] = linesOfToken(token);
  if (!token.markup.startsWith('#')) return endOfLine(cursor, line, trimBlanks(inline.content.replace(/\n.*/s, '')));
  const { text } = cursor.lines;
  const from = text.indexOf('#', lineStart(cursor.lines, line)) + token.markup.length;
  const at = skipBlanks(text, from);
  if (inline.content === '') return wordsAt(cursor.segment, from, '');
  return wordsAt(cursor.segment, at, text.slice(at, at + inline.content.length));
}

/** The code's lines without the fence's own indentation, joined by LF. */
function codeWords(cursor: Cursor, token: Token): Words {
  const { lines, segment } = cursor;
  const fenced = token.type === 'fence';
  const [start] = linesOfToken(token);
  const first = fenced ? start + 1 : start;
  const code = token.content.endsWith('\n') ? token.content.slice(0, -1) : token.content;
  const words = new WordsBuilder(segment, lineStart(lines, first));
  if (token.content === '') return words.build();
  code.split('\n').forEach((text, index) => {
    const stop = lineBreak(lines, first + index);
    if (index > 0)
      words.add(
        '\n',
        lineBreak(lines, first + index - 1),
        lineStart(lines, first + index) - lineBreak(lines, first + index - 1),
      );
    const own = text.endsWith(' ') && lines.text.charCodeAt(stop) === 0x0d ? text.slice(0, -1) : text;
    const at = Math.max(lineStart(lines, first + index), stop - own.length);
    words.add(lines.text.slice(at, stop), at);
  });
  return words.build();
}

function trimBlanks(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return text.slice(from, to);
}

/** The first word of the info string; an indented block has none. */
function languageOf({ info }: Token): string {
  return info.replace(/^\s*\{?\.?([\w+#-]*).*$/s, '$1').toLowerCase();
}

function isOnlyComment(html: string): boolean {
  const text = html.trim();
  return text.startsWith('<!--') && (text.endsWith('-->') || !text.includes('-->'));
}
