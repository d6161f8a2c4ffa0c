/** Commands that deploy, or go back to, whatever `latest` or a branch is on that day. */
import { branchOf, branchPushed, type Git, moves, readGit } from './checkout.ts';
import { deploys, scriptIn, startsService } from './deploying.ts';
import { isDenied } from './facts.ts';
import { MOVES, movingIn, movingSetting, namesVersion } from './moving.ts';
import { commandsIn } from './parse.ts';
import type { Command, TextRange, UnpinnedFact, Word } from './types.ts';

interface Moving extends TextRange {
  readonly target: string;
}

/** A command, and what it means to those before it. */
interface Act {
  readonly command: Command;
  readonly git?: Git | undefined;
  /** Leaves the checkout at another place. */
  readonly moves: boolean;
  /** Puts a checkout, or what a variable says, into service; a version that it names takes nothing from them. */
  readonly serves: boolean;
}

export function unpinnedIn(text: string): readonly UnpinnedFact[] {
  const commands = commandsIn(text).filter((command) => !isDenied(command));
  const acts = commands.map((command): Act => {
    const serves = startsService(command) && !command.words.slice(1).some(({ text }) => namesVersion(text));
    const git = readGit(command);
    return { command, git, moves: git !== undefined && moves(git), serves };
  });
  return acts.flatMap((act, at) => {
    const moving = movingOf(act, at, acts);
    return moving ? [{ ...moving, command: act.command }] : [];
  });
}

function movingOf({ command, git }: Act, at: number, acts: readonly Act[]): Moving | undefined {
  if (git) return branchIn(git, at, acts);
  if (command.name === 'export') return exported(command, at, acts);
  return deploys(command) ? (movingWord(command) ?? fromPipe(command)) : undefined;
}

function branchIn(git: Git, at: number, acts: readonly Act[]): Moving | undefined {
  const pushed = branchPushed(git);
  if (pushed) return moving(pushed.word, pushed.name);
  const { command } = acts[at] as Act;
  const branch = branchOf(git, command);
  // What was checked out before is told there, or is pinned.
  const first = acts.findIndex((act) => act.moves);
  const isTold = branch === git.verb && first >= 0 && first < at;
  return branch && !isTold && isServed(at, acts, (act) => act.moves) ? moving(branch, branch.text) : undefined;
}

/** Until another one stands in its place. */
function exported({ words }: Command, at: number, acts: readonly Act[]): Moving | undefined {
  const setting = words.find(({ text }) => movingSetting(text) !== undefined);
  if (!setting) return undefined;
  const name = `${setting.text.split('=', 1)[0]}=`;
  const isReplaced = ({ command }: Act): boolean =>
    command.name === 'export' && command.words.some(({ text }) => text.startsWith(name));
  return isServed(at, acts, isReplaced) ? moving(setting, movingSetting(setting.text) as string) : undefined;
}

function isServed(at: number, acts: readonly Act[], isReplaced: (act: Act) => boolean): boolean {
  for (let next = at + 1; next < acts.length; next++) {
    const act = acts[next] as Act;
    if (isReplaced(act)) return false;
    if (act.serves) return true;
  }
  return false;
}

function movingWord(command: Command): Moving | undefined {
  const before = firstMoving(command.assignments, movingSetting);
  if (before) return before;
  // `./deploy.sh main 5.0.0`: the version is named, and the branch is something else.
  const takesOperands = scriptIn(command) !== undefined && !command.words.some(({ text }) => namesVersion(text));
  const [program, ...rest] = command.words;
  let last = program;
  for (const word of rest) {
    const isNamed = OPTION.test(last.text) || (takesOperands && !last.text.startsWith('-'));
    const isOther = OF_OTHERS.test(last.text) || OF_OTHERS.test(word.text);
    last = word;
    if (isNamed && MOVES.test(word.text)) return moving(word, word.text);
    const target = isOther ? undefined : movingIn(word.text);
    if (target !== undefined) return moving(word, target);
  }
  return undefined;
}

/** Options whose value is what is deployed. */
const OPTION =
  /^--?(?:function-version|tag|image-tag|version|to-version|revision|to-revision|ref|branch|image|image-uri|release|to)$/i;
/** Options whose value only finds something, or is a secret. */
const OF_OTHERS = /^(?:-l|--(?:selector|(?:\w+-)?labels?|field-selector|(?:set|update)-secrets))(?:=|$)/;

/** `kustomize build github.com/acme/orders?ref=main | kubectl apply -f -`. */
function fromPipe({ pipedFrom }: Command): Moving | undefined {
  return firstMoving(pipedFrom?.words ?? [], movingIn);
}

function firstMoving(words: readonly Word[], targetIn: (word: string) => string | undefined): Moving | undefined {
  for (const word of words) {
    const target = targetIn(word.text);
    if (target !== undefined) return moving(word, target);
  }
  return undefined;
}

function moving({ from, to }: Word, target: string): Moving {
  return { from, to, target };
}
