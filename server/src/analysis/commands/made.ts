/** What commands have made, so that taking exactly that away again is no loss. */
import { NAMES_TARGET } from './arguments.ts';
import { commandsIn } from './parse.ts';
import type { CommandFact, Word } from './types.ts';

const MAKES = /^(?:create|apply|install|upgrade|mb|--create|add|up|deploy|new|start|run|restore|restore-.*)$/;
const MAKING = /^(?:createdb|mkdir|mktemp|create)$/;

/** Whether a text makes what the fact takes away. */
export function isMadeBy({ target, tool }: CommandFact, text: string): boolean {
  if (target === undefined || !text.includes(target)) return false;
  return commandsIn(text).some(({ name, words }) => {
    const makes = MAKING.test(name) || (isSameTool(name, tool) && words.some((word) => MAKES.test(word.text)));
    return makes && words.some((word, at) => at > 0 && isNamed((words[at - 1] as Word).text, word.text, target));
  });
}

/** All that a text may make, by the names that `isMadeBy` would know it by. */
export function namesMade(text: string): readonly string[] {
  return commandsIn(text).flatMap(({ name, words }) => {
    if (!MAKING.test(name) && !words.some((word) => MAKES.test(word.text))) return [];
    return words.slice(1).flatMap((word) => [word.text, word.text.slice(word.text.indexOf('=') + 1)]);
  });
}

/** As an operand, or as the value of an option that names it: a namespace in which something is made is not made. */
function isNamed(before: string, word: string, target: string): boolean {
  if (word === target) return !before.startsWith('-') || NAMES_TARGET.test(before);
  return word.endsWith(`=${target}`) && NAMES_TARGET.test(word.slice(0, word.indexOf('=')));
}

/** `docker compose` and `docker-compose`, `kafka-topics` and itself. */
function isSameTool(one: string, other: string): boolean {
  return one.split('-', 1)[0] === other.split('-', 1)[0];
}
