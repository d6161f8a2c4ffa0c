/** What a shell text says: commands of words, each with its place in UTF-16 offsets. */

export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** A word as the shell would hand it to the program, without its quotes; what only the shell knows (`$X`, `$(…)`) stays as written. */
export interface Word extends TextRange {
  readonly text: string;
  /** With its quotes and backslashes. */
  readonly written: string;
  /** Inside the quotes of a word that is one quoted string and nothing else: it may be a command again. */
  readonly inner?: TextRange | undefined;
  /** Insides of `$(…)` and of backticks. */
  readonly nested: readonly TextRange[];
  /** The lines of the here-document that it opens. */
  readonly body?: TextRange | undefined;
}

/** A word that redirects to or from a file, without the sign before it. */
export interface Redirect {
  readonly sign: string;
  readonly target: Word;
}

export interface Prose {
  readonly before: string;
  readonly after: string;
}

/** One simple command: what stands between `;`, `&&`, `|`, brackets and line ends, without what runs it (`sudo`, `kubectl exec … --`). */
export interface Command extends TextRange {
  /** The program's own name: no folder, no `.sh` or `.exe`, in lower case. */
  readonly name: string;
  /** Name and arguments. */
  readonly words: readonly [Word, ...Word[]];
  /** `RAILS_ENV=test` before the name, or behind `env`. */
  readonly assignments: readonly Word[];
  readonly redirects: readonly Redirect[];
  /** The command whose output it reads. */
  readonly pipedFrom?: Command | undefined;
  /** Where a `cd` before it has gone. */
  readonly folder?: string | undefined;
  /** Comments on its own line and on the line before. */
  readonly comments: readonly string[];
  /** The words around it on its line, where it stands in backticks: that is how prose quotes commands. */
  readonly prose?: Prose | undefined;
}

/** What a destructive command does. */
export type Damage = 'destroys' | 'irreversible';

export interface CommandFact extends TextRange {
  readonly command: Command;
  readonly tool: string;
  /** `irreversible`: nothing in the plan's reach brings back what is lost. `destroys`: somebody has to build it again. */
  readonly damage: Damage;
  /** What is lost, as the tool does it: "deletes the namespace with everything in it". */
  readonly loss: string;
  /** What it acts on, where words say it: the topic, the file of `-f`, the last operand, each folder of `rm`. */
  readonly targets: readonly string[];
  /** The option by which it is named. */
  readonly namedBy?: string | undefined;
  /** Takes something out of service that was put there, or puts back what was recorded: in a rollback, that is what a rollback is. */
  readonly takesDown: boolean;
}

export interface UnpinnedFact extends TextRange {
  readonly command: Command;
  /** What moves: "latest", "main". */
  readonly target: string;
}
