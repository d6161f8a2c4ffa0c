/** What commands have made, so that taking exactly that away again is no loss. */
import { commandsIn } from './parse.ts';
import type { CommandFact } from './types.ts';

const MAKES = /^(?:create|apply|install|upgrade|mb|--create|add|up|deploy|new|start|run|restore|restore-.*)$/;
const MAKING = /^(?:createdb|mkdir|mktemp|create)$/;

/** Whether a text makes what the fact takes away. */
export function isMadeBy({ target, tool }: CommandFact, text: string): boolean {
  if (target === undefined || !text.includes(target)) return false;
  return commandsIn(text).some(({ name, words }) => {
    const makes = MAKING.test(name) || (isSameTool(name, tool) && words.some((word) => MAKES.test(word.text)));
    return makes && words.slice(1).some((word) => word.text === target || word.text.endsWith(`=${target}`));
  });
}

/** `docker compose` and `docker-compose`, `kafka-topics` and itself. */
function isSameTool(one: string, other: string): boolean {
  return one.split('-', 1)[0] === other.split('-', 1)[0];
}
