/** Checkouts that stand wherever a branch is, and what is put into service from them. */
import { argumentsOf } from './arguments.ts';
import { startsService } from './deploying.ts';
import { MOVES } from './moving.ts';
import type { Command, Word } from './types.ts';

/** The branch that a git command deploys: by `git push heroku main`, or because what comes after it starts a service from there. */
export function branchDeployed(command: Command, after: readonly Command[]): Word | undefined {
  const git = readGit(command);
  if (git?.verb === 'push') return branchPushed(git.words);
  const branch = git && isMove(git) ? git.words.find(isBranch) : undefined;
  return branch && isServed(after) ? branch : undefined;
}

interface Git {
  readonly verb: string;
  readonly words: readonly Word[];
}

function readGit(command: Command): Git | undefined {
  if (command.name !== 'git') return undefined;
  const [verb, ...words] = argumentsOf(command, new Set(['-C', '-c', '-b'])).operands;
  return verb && { verb: verb.text, words };
}

function isMove({ verb }: Git): boolean {
  return /^(?:checkout|switch|reset|pull)$/.test(verb);
}

/** HEAD is where the checkout stands already. */
function isBranch({ text }: Word): boolean {
  return MOVES.test(text) && !/^head$/i.test(text);
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
    if (startsService(command)) return !command.words.slice(1).some(({ text }) => VERSION.test(text));
  }
  return false;
}

const VERSION = /(?:^|[^\w.])v?\d+\.\d+|@sha256:|^[0-9a-f]{7,40}$/;
