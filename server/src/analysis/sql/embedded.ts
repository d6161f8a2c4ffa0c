/** SQL in command lines: `psql -c "…"`, `mysql -e '…'`, `gh-ost --alter '…'`, here-documents, and the files that a line names. */
import { remoteLine } from '../commands/remote.ts';
import { CLIENTS, type Client, SHELLS } from './clients.ts';
import { dialectOf, type Engine } from './engines.ts';
import { alteredOnline } from './online-alter.ts';
import { programOf, type ShellCommand, type ShellWord, shellCommands } from './shell.ts';
import type { TextRange } from './types.ts';

export interface EmbeddedSql {
  readonly sql: string;
  readonly engine: Engine;
  /** The argument of an option, which is sent as a whole; what comes by a pipe is sent statement by statement. */
  readonly together: boolean;
  /** A tool does it beside live traffic. */
  readonly online: boolean;
  /** In the line, quotes included. */
  readonly range: TextRange;
  /** Where a part of `sql` stands in the line. */
  readonly part: (range: TextRange) => TextRange;
}

export interface SqlFile {
  /** As written. */
  readonly path: string;
  readonly range: TextRange;
}

/** `declared` wins over the client where both speak one dialect: CockroachDB is reached by psql too. */
export function embeddedSql(line: string, declared?: Engine): readonly EmbeddedSql[] {
  return found(line, 2).map(({ word, engine, together, online = false }) => ({
    sql: word.text,
    together,
    online,
    engine: declared !== undefined && dialectOf(declared) === dialectOf(engine) ? declared : engine,
    range: { from: word.from, to: word.to },
    part: ({ from, to }) => partOf(word, from, to),
  }));
}

interface Found {
  readonly word: ShellWord;
  readonly together: boolean;
  readonly online?: true;
  readonly engine: Engine;
}

/** `depth`: how many shells within shells are looked into. */
function found(line: string, depth: number): readonly Found[] {
  const commands = shellCommands(line);
  return commands.flatMap((command, index) => {
    const altered = alteredOnline(command.words);
    // Of the engine nothing is said: the locks that it documents are those that the tool avoids.
    if (altered) return [{ word: altered, engine: 'unknown', together: false, online: true }];
    const at = command.words.findIndex((word) => Object.hasOwn(CLIENTS, programOf(word)));
    const client = CLIENTS[programOf(command.words[at])];
    const before = commands[index - 1];
    const fed = command.input ?? (before?.piped ? passedOnBy(before) : undefined);
    if (!client) return depth > 0 ? inShell(command, fed, depth) : [];
    const { engine } = client;
    const given = inOptions(command.words.slice(at + 1), client).map((word) => ({ word, engine, together: true }));
    return fed ? [...given, { word: fed, engine, together: false }] : given;
  });
}

/** `sh -c "psql …"`, `ssh db "psql …"`, and what they read where no line is given: `ssh db <<EOF`. */
function inShell({ words }: ShellCommand, fed: ShellWord | undefined, depth: number): readonly Found[] {
  const remote = remoteWord(words);
  if (remote) return inLine(remote, depth);
  const at = words.findIndex((word) => SHELLS.has(programOf(word)));
  if (at < 0) return [];
  const lines = words.slice(at + 1).filter(({ text }) => /\s/.test(text));
  const read = fed && !lines.some(isCommandLine) ? [...lines, fed] : lines;
  return read.flatMap((outer) => inLine(outer, depth));
}

function inLine(outer: ShellWord, depth: number): readonly Found[] {
  return found(outer.text, depth - 1).map((one) => ({ ...one, word: throughOuter(one.word, outer) }));
}

/** `aws ecs execute-command --command "psql …"`. */
function remoteWord(words: readonly ShellWord[]): ShellWord | undefined {
  for (const [at, word] of words.entries()) {
    const line = remoteLine(
      programOf(word),
      words.slice(at).map(({ text }) => text),
    );
    if (line) return behind(words[at + line.at] as ShellWord, line.skip);
  }
  return undefined;
}

function behind(word: ShellWord, from: number): ShellWord {
  return { text: word.text.slice(from), at: word.at.slice(from), from: placeOf(word, from), to: word.to };
}

/** `bash -s` in one word runs what is read. */
function isCommandLine({ text }: ShellWord): boolean {
  return !/^\s*(?:sudo\s+)?(?:ba|z|da|a)?sh(?:\s+-\S+)*\s*$/.test(text);
}

function throughOuter(word: ShellWord, outer: ShellWord): ShellWord {
  return { text: word.text, at: word.at.map((at) => placeOf(outer, at)), ...partOf(outer, word.from, word.to) };
}

/** `echo "…" | psql`, `cat <<SQL | psql`. */
function passedOnBy({ words, input }: ShellCommand): ShellWord | undefined {
  const program = programOf(words[0]);
  if (program === 'cat' && words.length === 1) return input;
  if (program !== 'echo' && program !== 'printf') return undefined;
  return words.slice(1).find(({ text }) => !text.startsWith('-'));
}

function inOptions(words: readonly ShellWord[], client: Client): readonly ShellWord[] {
  const statements: ShellWord[] = [];
  let named = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as ShellWord;
    const attached = attachedTo(word, client);
    if (attached) statements.push(attached);
    else if (takesNext(word.text, client)) {
      const next = words[++at];
      if (next) statements.push(next);
    } else if (client.positional && !word.text.startsWith('-') && named++ > 0) statements.push(word);
  }
  return statements;
}

/** `-c`, or flags together whose last one it is: `-Atc`. */
function takesNext(text: string, { options }: Client): boolean {
  if (options.includes(text)) return true;
  const last = `-${text.slice(-1)}`;
  return /^-[AaBbEHLNnqstVvWwXx01]+[A-Za-z]$/.test(text) && options.includes(last);
}

/** `--command=…`, `-c"…"`. */
function attachedTo(word: ShellWord, { options }: Client): ShellWord | undefined {
  for (const option of options) {
    const prefix = option.startsWith('--') ? `${option}=` : option;
    if (!word.text.startsWith(prefix) || word.text.length === prefix.length) continue;
    if (!option.startsWith('--') && !/\s/.test(word.text)) continue;
    return behind(word, prefix.length);
  }
  return undefined;
}

/** Where a character of the word stands in the line; where the word ends, behind the last one. */
function placeOf(word: ShellWord, at: number): number {
  return word.at[at] ?? word.to;
}

function partOf(word: ShellWord, from: number, to: number): TextRange {
  const first = placeOf(word, from);
  const last = to > from ? placeOf(word, to - 1) + 1 : first;
  return { from: first, to: Math.max(Math.min(last, word.to), first) };
}

/** Files of SQL that a line names, in any option and redirection. */
export function sqlFiles(line: string): readonly SqlFile[] {
  return shellCommands(line).flatMap(({ words, file }) =>
    [...words, ...(file ? [file] : [])].flatMap((word) => {
      const start = /^--?[\w-]+=/.exec(word.text)?.[0].length ?? 0;
      const path = word.text.slice(start).replace(/^@/, '');
      if (!/^[^\s*?]{1,400}\.sql$/i.test(path)) return [];
      return [{ path, range: partOf(word, word.text.length - path.length, word.text.length) }];
    }),
  );
}
