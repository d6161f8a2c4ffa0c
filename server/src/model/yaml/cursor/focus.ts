/**
 * What is needed of a text to know where its cursor is: the way down to it. What stands beside the way is reduced to its keys, so that a
 * mistake elsewhere does no harm, and a long plan is read as fast as a short one.
 */
import { cutBlocks } from '../blocks.ts';

const KEY =
  /^((?:[ \t]*(?:#[^\n]*)?\r?\n)*)([ ]*(?:(?:"[^"\n]*"|'[^'\n]*')[ \t]*|[^\s"'#{}[\],&*!|>%@`-](?:[^\n:]|:(?![ \t\r\n]|$))*):)(?=[ \t\r\n]|$)/;
/** Nothing behind the key on its line, so that its value is on the lines below. */
const OPEN = /^[ \t]*(?:#[^\n]*)?\r?\n/;
const DASH = /^((?:[ \t]*(?:#[^\n]*)?\r?\n)*[ ]*)- /;

/** Nothing in a plan lies that deep. */
const DEEPEST = 50;

/** One document's text, smaller; `at` is a character of it that is kept with its line. */
export function focused(text: string, at: number, depth = 0): string {
  if (depth > DEEPEST) return text;
  const { isList, blocks } = cutBlocks(text);
  const own = blocks.find(({ start, end }) => start <= at && at < end);
  if (!own) return text;
  const block = text.slice(own.start, own.end);
  if (isList) return focusedItem(block, at - own.start, depth) ?? text;
  const beside = blocks.filter((other) => other !== own).map(({ start, end }) => bareKey(text.slice(start, end)));
  return beside.join('') + focusedEntry(block, at - own.start, depth);
}

function focusedEntry(block: string, at: number, depth: number): string {
  const key = KEY.exec(block)?.[0].length ?? 0;
  const open = key > 0 ? OPEN.exec(block.slice(key))?.[0].length : undefined;
  if (open === undefined || at < key + open) return block;
  const below = key + open;
  return block.slice(0, below) + focused(block.slice(below), at - below, depth + 1);
}

/** The keys of an item, with the dash before the first of those that are left; nothing where the item has none. */
function focusedItem(block: string, at: number, depth: number): string | undefined {
  const dash = DASH.exec(block)?.[1]?.length;
  if (dash === undefined) return undefined;
  const inner = `${block.slice(0, dash)} ${block.slice(dash + 1)}`;
  if (!KEY.test(inner)) return undefined;
  const column = dash - (block.lastIndexOf('\n', dash) + 1);
  const small = focused(inner, at, depth + 1);
  const first = small.search(/^[ ]*[^\s#]/m);
  return `${small.slice(0, first + column)}-${small.slice(first + column + 1)}`;
}

function bareKey(block: string): string {
  const key = KEY.exec(block)?.[2];
  return key === undefined ? '' : `${key} 0\n`;
}
