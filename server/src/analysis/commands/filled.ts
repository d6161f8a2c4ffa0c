/** Places that a command fills: what it unpacks or copies there is all that there is where the place is a release's own. */
import { plainName } from './names.ts';
import type { Command } from './types.ts';

/** They copy to their last operand. */
const COPIES = /^(?:sync|cp|rsync|clone)$/;
const UNPACKS = /^(?:tar|unzip)$/;

/** Whether the word may be what fills a place: a program, or a verb of one. */
export function fills(word: string): boolean {
  return COPIES.test(word) || UNPACKS.test(word);
}

/** Whether the command fills the place, which another one of the same tool, or `rm`, clears again. */
export function isFilledBy(command: Command, tool: string, target: string): boolean {
  if (!isOfOneRelease(target) || (tool !== 'rm' && command.name !== tool)) return false;
  return placesFilledBy(command).some((place) => plainName(place) === target);
}

/** A place below another that a number tells from its neighbours: `/opt/orders-7.0.3`, `s3://site/v7`. A whole bucket is none. */
function isOfOneRelease(target: string): boolean {
  return /\/[^/]*\d[^/]*$/.test(target.replace(/^\w+:\/\/[^/]*/, ''));
}

function placesFilledBy({ name, words }: Command): readonly string[] {
  if (UNPACKS.test(name)) return words.flatMap(({ text }, at) => placeUnpackedTo(words[at - 1]?.text, text) ?? []);
  const copying = words.findIndex(({ text }, at) => COPIES.test(at === 0 ? name : text));
  if (copying < 0) return [];
  // What stands right behind an option may be its value: `--acl public-read`.
  const last = words.findLast(
    ({ text }, at) => at > copying && !text.startsWith('-') && !words[at - 1]?.text.startsWith('-'),
  );
  return last ? [last.text] : [];
}

function placeUnpackedTo(before: string | undefined, word: string): string | undefined {
  if (before === '-C' || before === '-d' || before === '--directory') return word;
  return /^--directory=(.+)/.exec(word)?.[1];
}
