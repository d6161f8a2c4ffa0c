/** Words of a shell line, as far as it takes to find SQL in them. Each knows where its characters came from. */

export interface ShellWord {
  /** Without quotes and escapes. */
  readonly text: string;
  /** Offset in the line of each character of `text`. */
  readonly at: readonly number[];
  /** The word as written, quotes included. */
  readonly from: number;
  readonly to: number;
}

export interface ShellCommand {
  readonly words: readonly ShellWord[];
  /** What stands after `<`, `<<` and `<<<`. */
  readonly file?: ShellWord;
  readonly input?: ShellWord;
  /** Its output goes to the command after it. */
  readonly piped: boolean;
}

/** `/usr/bin/psql` and `psql.exe` are psql. */
export function programOf(word: ShellWord | undefined): string {
  const path = word?.text ?? '';
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).replace(/\.exe$/i, '');
}

const BREAKS: ReadonlySet<string> = new Set([';', '|', '&', '(', ')', '\n']);

export function shellCommands(line: string): readonly ShellCommand[] {
  return new ShellReader(line).run();
}

type Draft = { -readonly [K in keyof ShellCommand]: ShellCommand[K] } & { words: ShellWord[] };

class ShellReader {
  readonly #line: string;
  readonly #commands: ShellCommand[] = [];
  #command: Draft = { words: [], piped: false };
  /** Here-documents that begin below the line. */
  #documents: { tag: string; tabs: boolean; into: Draft }[] = [];
  #at = 0;

  constructor(line: string) {
    this.#line = line;
  }

  run(): readonly ShellCommand[] {
    while (this.#at < this.#line.length) this.#step();
    this.#finish(false);
    return this.#commands;
  }

  #step(): void {
    const line = this.#line;
    const char = line.charAt(this.#at);
    if (char === '\\' && /[\r\n]/.test(line.charAt(this.#at + 1)))
      this.#at += line.startsWith('\\\r\n', this.#at) ? 3 : 2;
    else if (char === '\n') this.#newLine();
    else if (/\s/.test(char)) this.#at++;
    else if (char === '#') this.#toLineEnd();
    else if (char === '<') this.#input();
    else if (BREAKS.has(char)) this.#break(char);
    else if (char === '>') this.#output();
    else this.#command.words.push(this.#word());
  }

  #newLine(): void {
    this.#at++;
    const documents = this.#documents;
    this.#documents = [];
    for (const { tag, tabs, into } of documents) into.input = this.#document(tag, tabs);
    this.#finish(false);
  }

  #toLineEnd(): void {
    const end = this.#line.indexOf('\n', this.#at);
    this.#at = end < 0 ? this.#line.length : end;
  }

  #break(char: string): void {
    const twice = this.#line[this.#at + 1] === char;
    this.#at += twice ? 2 : 1;
    this.#finish(char === '|' && !twice);
  }

  #output(): void {
    while (/[>&|\s]/.test(this.#line.charAt(this.#at)) && this.#line[this.#at] !== '\n') this.#at++;
    if (this.#at < this.#line.length && this.#line[this.#at] !== '\n') this.#word();
  }

  #input(): void {
    const sign = this.#line.startsWith('<<<', this.#at) ? '<<<' : this.#line.startsWith('<<', this.#at) ? '<<' : '<';
    this.#at += sign.length;
    const tabs = sign === '<<' && this.#line[this.#at] === '-';
    if (tabs) this.#at++;
    while (this.#line[this.#at] === ' ' || this.#line[this.#at] === '\t') this.#at++;
    const char = this.#line[this.#at];
    if (char === undefined || char === '\n' || BREAKS.has(char)) return;
    const word = this.#word();
    if (sign === '<') this.#command.file = word;
    else if (sign === '<<<') this.#command.input = word;
    else if (word.text !== '') this.#documents.push({ tag: word.text, tabs, into: this.#command });
  }

  /** The lines up to the one that holds the tag alone; to the end where none does. */
  #document(tag: string, tabs: boolean): ShellWord {
    const from = this.#at;
    let to = this.#line.length;
    for (let start = from; start < this.#line.length; ) {
      const next = this.#line.indexOf('\n', start);
      const end = next < 0 ? this.#line.length : next;
      const written = this.#line.slice(start, Math.min(end, start + tag.length + 40)).replace(/\r$/, '');
      if ((tabs ? written.trimStart() : written) === tag) {
        to = start;
        this.#at = end;
        break;
      }
      start = end + 1;
      this.#at = Math.min(start, this.#line.length);
    }
    return { text: this.#line.slice(from, to), at: offsets(from, to), from, to };
  }

  #word(): ShellWord {
    const from = this.#at;
    let text = '';
    const at: number[] = [];
    const put = (offset: number): void => {
      text += this.#line.charAt(offset);
      at.push(offset);
    };
    while (this.#at < this.#line.length) {
      const char = this.#line.charAt(this.#at);
      if (/\s/.test(char) || BREAKS.has(char) || char === '<' || char === '>') break;
      if (char === "'") this.#quoted("'", false, put);
      else if (char === '"') this.#quoted('"', true, put);
      else if (char === '$' && this.#line[this.#at + 1] === "'") {
        this.#at++;
        this.#quoted("'", true, put);
      } else {
        if (char === '\\' && this.#at + 1 < this.#line.length) this.#at++;
        put(this.#at++);
      }
    }
    // A sign that no word may hold is taken alone, so that reading always goes on.
    if (this.#at === from) put(this.#at++);
    return { text, at, from, to: this.#at };
  }

  /** In double quotes a backslash escapes quotes, dollars and itself. */
  #quoted(quote: string, escapes: boolean, put: (offset: number) => void): void {
    this.#at++;
    while (this.#at < this.#line.length && this.#line[this.#at] !== quote) {
      if (escapes && this.#line[this.#at] === '\\' && /["\\$`'\n]/.test(this.#line.charAt(this.#at + 1))) this.#at++;
      put(this.#at++);
    }
    if (this.#at < this.#line.length) this.#at++;
  }

  #finish(piped: boolean): void {
    const command = this.#command;
    if (command.words.length > 0) {
      // A here-document is read later: the draft stays the object that it will be put into.
      command.piped = piped;
      this.#commands.push(command);
    }
    this.#command = { words: [], piped: false };
  }
}

function offsets(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
