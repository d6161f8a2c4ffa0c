/** Commands that deploy, or go back to, whatever `latest` or a branch is on that day. */
import { branchDeployed } from './checkout.ts';
import { deploys, scriptIn, startsService } from './deploying.ts';
import { isDenied } from './facts.ts';
import { MOVES, movingIn, movingSetting, namesVersion } from './moving.ts';
import { commandsIn } from './parse.ts';
import type { Command, TextRange, UnpinnedFact, Word } from './types.ts';

interface Moving extends TextRange {
  readonly target: string;
}

export function unpinnedIn(text: string): readonly UnpinnedFact[] {
  const commands = commandsIn(text).filter((command) => !isDenied(command));
  return commands.flatMap((command, at) => {
    const moving = movingOf(command, commands.slice(0, at), commands.slice(at + 1));
    return moving ? [{ ...moving, command }] : [];
  });
}

function movingOf(command: Command, before: readonly Command[], after: readonly Command[]): Moving | undefined {
  if (deploys(command)) return movingWord(command);
  if (command.name === 'export') return after.some(startsService) ? settingIn(command.words) : undefined;
  const branch = branchDeployed(command, before, after);
  return branch && { from: branch.from, to: branch.to, target: branch.text };
}

function movingWord(command: Command): Moving | undefined {
  const before = settingIn(command.assignments);
  if (before) return before;
  // `./deploy.sh main 5.0.0`: the version is named, and the branch is something else.
  const takesOperands = scriptIn(command) !== undefined && !command.words.some(({ text }) => namesVersion(text));
  const [program, ...rest] = command.words;
  let last = program;
  for (const word of rest) {
    const isNamed = takesOperands ? !last.text.startsWith('-') || OPTION.test(last.text) : OPTION.test(last.text);
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
const OF_OTHERS = /^(?:-l|--(?:selector|labels?|field-selector|(?:set|update)-secrets))(?:=|$)/;

function settingIn(words: readonly Word[]): Moving | undefined {
  for (const word of words) {
    const target = movingSetting(word.text);
    if (target !== undefined) return moving(word, target);
  }
  return undefined;
}

function moving({ from, to }: Word, target: string): Moving {
  return { from, to, target };
}
