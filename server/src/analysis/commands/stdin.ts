/** Here-documents that a shell reads: `ssh db1 <<EOF`, `cat <<EOF | bash`. */
import type { Command, Redirect, TextRange, Word } from './types.ts';
import { programOf, SHELLS, scriptAt, type Unwrapped } from './wrappers.ts';

/** `ssh db1 'bash -s' <<EOF`. */
const SHELL_LINE = /^(?:sudo\s+(?:-\S+\s+)*)?(?:\S*\/)?(?:ba|z|da|k|a)?sh(?:\s+-\S+)*$/;

/** The lines that a command reads as commands. */
export function scriptRead(
  unwrapped: Unwrapped,
  text: string,
  redirects: readonly Redirect[],
  pipedFrom: Command | undefined,
): TextRange | undefined {
  const body = bodyOf(redirects) ?? (pipedFrom && passedOn(pipedFrom));
  return body && readsCommands(unwrapped, text) ? body : undefined;
}

function bodyOf(redirects: readonly Redirect[]): TextRange | undefined {
  return redirects.find(({ target }) => target.body)?.target.body;
}

/** `cat <<EOF |`; what other programs make of their input is not known. */
function passedOn({ name, words, redirects }: Command): TextRange | undefined {
  return name === 'cat' && words.length === 1 ? bodyOf(redirects) : undefined;
}

function readsCommands({ words, scripts }: Unwrapped, text: string): boolean {
  const [script] = scripts;
  if (words.length === 0) return script !== undefined && SHELL_LINE.test(text.slice(script.from, script.to).trim());
  const program = programOf(words);
  // What is left of `ssh` runs nothing else; `su` is told a user, and no file.
  if (program === 'ssh' || program === 'su') return scripts.length === 0;
  return SHELLS.has(program) && scripts.length === 0 && !namesFile(words);
}

/** `bash deploy.sh` reads answers, not commands. Behind `-s` there are only arguments. */
function namesFile(words: readonly Word[]): boolean {
  return scriptAt(words) > 0 && !words.some(({ text }) => text === '-s');
}
