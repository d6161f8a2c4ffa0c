/** What commands have made, so that taking exactly that away again is no loss. */
import { paired } from '../../util/paired.ts';
import { NAMES_TARGET } from './arguments.ts';
import { fills, isFilledBy } from './filled.ts';
import { plainName } from './names.ts';
import { commandsIn } from './parse.ts';
import type { Command, CommandFact, Word } from './types.ts';

const MAKES =
  /^(?:create|create-.*|declare|apply|install|upgrade|mb|--create|add|up|deploy|new|start|run|restore|restore-.*|snapshot)$/;
const MAKING = /^(?:createdb|mkdir|mktemp|create)$/;
/** All their operands are what they make, whatever option stands before them. */
const MAKES_FOLDERS = /^(?:mkdir|mktemp)$/;

/** Whether a text makes all that the fact takes away. */
export function isMadeBy(fact: CommandFact, text: string): boolean {
  return fact.targets.length > 0 && fact.targets.every((target) => isOneMadeBy(fact, target, text));
}

/** Whether a text makes one of the things that the fact takes away. */
export function isOneMadeBy(fact: CommandFact, target: string, text: string): boolean {
  if (!text.includes(target)) return false;
  return commandsIn(text).some((command) => makes(command, fact, target) || isFilledBy(command, fact.tool, target));
}

/** All that a text may make, by the names that `isMadeBy` would know it by. */
export function namesMade(text: string): readonly string[] {
  return commandsIn(text).flatMap((command) => {
    const { name, words } = command;
    if (!MAKING.test(name) && !isPut(command) && !words.some(({ text }) => MAKES.test(text) || fills(text))) return [];
    return words.slice(1).flatMap(({ text }) => [plainName(text), plainName(text.slice(text.indexOf('=') + 1))]);
  });
}

function makes(command: Command, { tool, namedBy, command: taking }: CommandFact, target: string): boolean {
  const { name, words } = command;
  const isHere = words.slice(1).some(({ text }) => plainName(text) === target);
  if (MAKES_FOLDERS.test(name) || (tool === 'curl' && isPut(command))) return isHere;
  if (!MAKING.test(name) && !(isSameTool(name, tool) && makesSuch(command, taking))) return false;
  return pairsOf(words).some(([before, { text }]) => isNamed(before.text, text, target, namedBy));
}

/** Whether one of its words makes what the other command takes away: a backup of a table is not the table. */
function makesSuch({ name, words }: Command, taking: Command): boolean {
  const has = (wanted: string): boolean => taking.words.some(({ text }) => text === wanted);
  // `az group create`: the word before says of what.
  if (/^(?:az|gcloud)$/.test(name))
    return pairsOf(words).some(([before, { text }]) => MAKES.test(text) && has(before.text));
  return words.some(
    ({ text }) => MAKES.test(text) && (!text.startsWith('create-') || has(text.replace('create-', 'delete-'))),
  );
}

/** Each word but the first, with the one before it. */
function pairsOf(words: readonly Word[]): readonly (readonly [Word, Word])[] {
  return [...paired(words, words.slice(1))];
}

/** As an operand, or as the value of an option that names it: a namespace in which something is made is not made. */
function isNamed(before: string, word: string, target: string, namedBy: string | undefined): boolean {
  if (plainName(word) === target) return !before.startsWith('-') || isNaming(before, namedBy);
  return plainName(word).endsWith(`=${target}`) && isNaming(word.slice(0, word.indexOf('=')), namedBy);
}

/** `-n` is a name where what is taken away is named by it or by `--name`; elsewhere it is a namespace. */
function isNaming(option: string, namedBy: string | undefined): boolean {
  return NAMES_TARGET.test(option) || (option === '-n' && (namedBy === '-n' || namedBy === '--name'));
}

/** `curl -X PUT http://es:9200/orders-v2` makes an index, and refuses to where there is one. */
function isPut({ name, words }: Command): boolean {
  if (name !== 'curl') return false;
  return words.some(
    ({ text }, at) => /^(?:-X|--request[= ]?)PUT$/.test(text) || (text === 'PUT' && isMethod(words[at - 1]?.text)),
  );
}

function isMethod(option: string | undefined): boolean {
  return option === '-X' || option === '--request';
}

/** `docker compose` and `docker-compose`, `kafka-topics` and itself. */
function isSameTool(one: string, other: string): boolean {
  return one.split('-', 1)[0] === other.split('-', 1)[0];
}
