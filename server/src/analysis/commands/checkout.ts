/** Checkouts that stand wherever a branch is. */
import { argumentsOf } from './arguments.ts';
import { MOVES } from './moving.ts';
import type { Command, Word } from './types.ts';

export interface Git {
  readonly verb: Word;
  /** Its operands, but for paths behind `--`. */
  readonly words: readonly Word[];
}

export function readGit(command: Command): Git | undefined {
  if (command.name !== 'git') return undefined;
  const paths = command.words.findIndex(({ text }) => text === '--');
  const [program, ...rest] = command.words;
  const before = paths < 0 ? rest : rest.slice(0, paths - 1);
  const [verb, ...words] = argumentsOf({ ...command, words: [program, ...before] }, VALUED).operands;
  return verb && { verb, words };
}

const VALUED = new Set(['-C', '-c', '-b', '-B']);

/** Whether the checkout stands somewhere else after it: at a branch, a version, a commit. */
export function moves(git: Git): boolean {
  return movesAt(git) && git.words.some(({ text }) => !/^(?:head|origin)$/i.test(text));
}

function movesAt({ verb }: Git): boolean {
  return /^(?:checkout|switch|reset|pull)$/.test(verb.text);
}

/** The branch that it moves to, or takes. A `git pull` that names none pulls the one that is checked out: the word itself stands for it. */
export function branchOf(git: Git, command: Command): Word | undefined {
  if (git.verb.text === 'clone') return branchCloned(command);
  if (!movesAt(git)) return undefined;
  const named = git.words.find(isBranch);
  return named ?? (git.verb.text === 'pull' && !moves(git) ? git.verb : undefined);
}

function branchCloned({ words }: Command): Word | undefined {
  const at = words.findIndex(({ text }) => text === '-b' || text === '--branch');
  const branch = at < 0 ? undefined : words[at + 1];
  return branch && isBranch(branch) ? branch : undefined;
}

/** HEAD is where the checkout stands already. */
function isBranch({ text }: Word): boolean {
  return (MOVES.test(text) && !/^head$/i.test(text)) || /^(?:origin\/)?(?:production|prod)$/.test(text);
}

/** `git push heroku main`, and `main:main`: what is pushed stands before the colon. */
export function branchPushed({ verb, words: [remote, branch] }: Git): { word: Word; name: string } | undefined {
  if (verb.text !== 'push' || !remote || !/^(?:heroku|dokku)(?:-\w+)*$/.test(remote.text) || !branch) return undefined;
  const colon = branch.text.indexOf(':');
  const name = branch.text.slice(branch.text.startsWith('+') ? 1 : 0, colon < 0 ? undefined : colon);
  return isBranch({ ...branch, text: name }) ? { word: branch, name } : undefined;
}
