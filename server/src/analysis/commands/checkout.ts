/** Checkouts that stand wherever a branch is, and what is put into service from them. */
import { argumentsOf } from './arguments.ts';
import { startsService } from './deploying.ts';
import { MOVES, namesVersion } from './moving.ts';
import type { Command, Word } from './types.ts';

/**
 * The branch that a git command deploys: by `git push heroku main`, or because what comes after it starts a service from there. A
 * `git pull` of the branch that is checked out names none: the word itself stands for it.
 */
export function branchDeployed(
  command: Command,
  before: readonly Command[],
  after: readonly Command[],
): Word | undefined {
  const git = readGit(command);
  if (!git) return undefined;
  if (git.verb.text === 'push') return branchPushed(git.words);
  const branch = git.verb.text === 'clone' ? branchCloned(command) : branchMoved(git, before);
  return branch && isServed(after) ? branch : undefined;
}

function branchCloned({ words }: Command): Word | undefined {
  const at = words.findIndex(({ text }) => text === '-b' || text === '--branch');
  const branch = at < 0 ? undefined : words[at + 1];
  return branch && isBranch(branch) ? branch : undefined;
}

function branchMoved(git: Git, before: readonly Command[]): Word | undefined {
  if (!isMove(git)) return undefined;
  const named = git.words.find(isBranch);
  if (named || git.verb.text !== 'pull' || git.words.length > 1) return named;
  return before.some(hasChosen) ? undefined : git.verb;
}

/** Where a branch or a version was checked out before, that is what is told, or pinned. */
function hasChosen(command: Command): boolean {
  const git = readGit(command);
  return git !== undefined && isMove(git) && git.words.length > 0;
}

interface Git {
  readonly verb: Word;
  readonly words: readonly Word[];
}

function readGit(command: Command): Git | undefined {
  if (command.name !== 'git') return undefined;
  const [verb, ...words] = argumentsOf(command, new Set(['-C', '-c', '-b'])).operands;
  return verb && { verb, words };
}

function isMove({ verb }: Git): boolean {
  return /^(?:checkout|switch|reset|pull)$/.test(verb.text);
}

/** HEAD is where the checkout stands already. */
function isBranch({ text }: Word): boolean {
  return (MOVES.test(text) && !/^head$/i.test(text)) || /^(?:origin\/)?(?:production|prod)$/.test(text);
}

/** `git push heroku main`, and `main:main`: what is pushed stands before the colon. */
function branchPushed([remote, branch]: readonly Word[]): Word | undefined {
  if (!remote || !/^(?:heroku|dokku)(?:-\w+)*$/.test(remote.text) || !branch) return undefined;
  return isBranch({ ...branch, text: branch.text.replace(/^\+|:.*$/g, '') }) ? branch : undefined;
}

/** Before the checkout is moved once more; a deployment of a version that is named takes nothing from it. */
function isServed(after: readonly Command[]): boolean {
  for (const command of after) {
    const git = readGit(command);
    if (git && isMove(git) && git.words.some(({ text }) => !/^head$/i.test(text))) return false;
    if (startsService(command)) return !command.words.slice(1).some(({ text }) => namesVersion(text));
  }
  return false;
}
