/** Cuts tokens into statements. */
import type { Dialect } from './engines.ts';
import type { Token } from './lexer.ts';
import { OBJECT_WORDS } from './object-words.ts';
import { belongsToHead, CONTROL, STARTERS } from './starters.ts';

/** One statement: the tokens from `from` up to `to`. Never empty. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
}

/** `procedural`: the body of a DO block, where BEGIN, THEN and LOOP are followed by statements. */
export function split(tokens: readonly Token[], dialect: Dialect, procedural = false): readonly Chunk[] {
  return new Splitter(tokens, dialect, procedural || dialect === 'sqlserver' || dialect === 'generic').run();
}

const ROUTINES = new Set(['procedure', 'proc', 'function', 'trigger', 'event', 'package']);
/** After BEGIN: a transaction, not a block. */
const TRANSACTION = new Set(
  'tran transaction work isolation read deferred immediate exclusive concurrent distributed not try catch atomic'.split(
    ' ',
  ),
);
/** After END: it closes more than a block, or is a COMMIT. */
const ENDINGS = new Set('if loop case while repeat try catch transaction work and for'.split(' '));

class Splitter {
  readonly #tokens: readonly Token[];
  readonly #dialect: Dialect;
  readonly #procedural: boolean;
  readonly #chunks: Chunk[] = [];
  #start = 0;
  #parens = 0;
  #cases = 0;
  /** Blocks open in the body of a routine; undefined outside of one. */
  #blocks: number | undefined;
  /** SET of an UPDATE, or the verb after a WITH: the one that belongs to the statement. */
  #ownWord = false;

  constructor(tokens: readonly Token[], dialect: Dialect, procedural: boolean) {
    this.#tokens = tokens;
    this.#dialect = dialect;
    this.#procedural = procedural;
  }

  run(): readonly Chunk[] {
    for (let at = 0; at < this.#tokens.length; at++) this.#step(at, this.#tokens[at] as Token);
    this.#cut(this.#tokens.length, this.#tokens.length);
    return this.#chunks;
  }

  #step(at: number, token: Token): void {
    if (token.kind === 'line') this.#lineBreaks(at, token);
    else if (token.kind === 'end') {
      if (!this.#holdsTogether(token)) this.#cut(at, at + 1);
    } else {
      if (at > this.#start && this.#startsAnother(at, token)) this.#cut(at, at);
      if (at === this.#start) this.#blocks = this.#isRoutine(at) ? 0 : undefined;
      this.#count(token, at);
      if (this.#endsControl(at, token)) this.#cut(at + 1, at + 1);
    }
  }

  #lineBreaks(at: number, token: Token): void {
    this.#cut(at, at);
    // `\i migrations.sql` says something; GO and DELIMITER only cut.
    if (token.word === '') this.#chunks.push({ from: at, to: at + 1 });
    this.#start = at + 1;
  }

  #cut(to: number, next: number): void {
    if (to > this.#start) this.#chunks.push({ from: this.#start, to });
    this.#start = next;
    this.#parens = 0;
    this.#cases = 0;
    this.#blocks = undefined;
    this.#ownWord = false;
  }

  /** A `;` inside of a routine's block, or between the commands of CREATE RULE. */
  #holdsTogether(token: Token): boolean {
    if (token.to - token.from > 1) return false;
    if (this.#blocks !== undefined && (this.#blocks > 0 || this.#dialect === 'sqlserver')) return true;
    return this.#parens > 0 && this.#word(this.#start) === 'create' && this.#isRule();
  }

  #isRule(): boolean {
    return [1, 2, 3].some((ahead) => this.#word(this.#start + ahead) === 'rule');
  }

  #count(token: Token, at: number): void {
    if (token.kind === 'sign') {
      if (token.word === '(') this.#parens++;
      else if (token.word === ')' && this.#parens > 0) this.#parens--;
    }
    if (token.kind !== 'word') return;
    if (this.#blocks !== undefined) this.#blocks = this.#blocksAfter(token.word, at, this.#blocks);
    else if (token.word === 'case') this.#cases++;
    else if (token.word === 'end' && this.#cases > 0) this.#cases--;
  }

  /** BEGIN and CASE are closed by END, the others by an END with their name. */
  #blocksAfter(word: string, at: number, open: number): number {
    if (word === 'begin' || (word === 'case' && this.#word(at - 1) !== 'end')) return open + 1;
    const closes = word === 'end' && !['if', 'loop', 'while', 'repeat', 'for'].includes(this.#word(at + 1));
    return closes ? Math.max(open - 1, 0) : open;
  }

  /** A statement that begins although nothing has ended the one before it. */
  #startsAnother(at: number, token: Token): boolean {
    if (token.kind !== 'word' || this.#parens > 0 || this.#cases > 0 || this.#blocks !== undefined) return false;
    const head = this.#word(this.#start);
    if (!STARTERS.has(token.word) || (head === 'create' && this.#word(this.#start + 1) === 'schema')) return false;
    const ddl = OBJECT_WORDS.has(this.#objectAfter(at)) && ['create', 'alter', 'drop', 'truncate'].includes(token.word);
    if (ddl) return this.#startsDdl(at, token, head);
    if (!this.#procedural || token.word === 'create' || token.word === 'alter') return false;
    if (token.word === 'drop' || token.word === 'truncate') return false;
    const own = belongsToHead(token.word, head, this.#word(at - 1), this.#word(at + 1), this.#ownWord);
    if (own) this.#ownWord = true;
    if (CONTROL.has(head)) return !own;
    return !own && token.first && this.#dialect === 'sqlserver';
  }

  /** What is created, altered or dropped, behind words like UNIQUE. */
  #objectAfter(at: number): string {
    let next = at + 1;
    while (['unique', 'clustered', 'nonclustered', 'temporary', 'temp', 'unlogged'].includes(this.#word(next))) next++;
    return this.#word(next);
  }

  #startsDdl(at: number, token: Token, head: string): boolean {
    const object = this.#objectAfter(at);
    if (this.#word(at - 1) === 'or' || object === 'column' || object === 'constraint') return false;
    if (this.#isClause(at, object)) return false;
    const control = CONTROL.has(head);
    if (control && this.#procedural) return true;
    if (!token.first && this.#dialect !== 'sqlserver') return false;
    // ALTER TABLE … DROP INDEX of MySQL, GRANT CREATE TABLE.
    if (head === 'alter' && object === 'index' && this.#dialect !== 'sqlserver') return false;
    return token.first || !['grant', 'deny', 'revoke'].includes(head);
  }

  /** `ALTER TABLE a DROP type, DROP event`: columns may be called like the things that are dropped. */
  #isClause(at: number, object: string): boolean {
    if (this.#tokens[at - 1]?.word === ',') return true;
    let next = at + 1;
    while (this.#word(next) !== object) next++;
    const name = this.#tokens[next + 1];
    return (
      name === undefined || name.kind === 'end' || name.kind === 'sign' || /^(?:cascade|restrict)$/.test(name.word)
    );
  }

  /** Words after which a block's first statement stands. */
  #endsControl(at: number, token: Token): boolean {
    if (!this.#procedural || this.#blocks !== undefined || token.kind !== 'word' || this.#parens > 0) return false;
    const after = this.#word(at + 1);
    if (at === this.#start) {
      if (token.word === 'begin') return !TRANSACTION.has(after) && this.#tokens[at + 1]?.kind === 'word';
      if (token.word === 'end') return this.#dialect === 'sqlserver' && !ENDINGS.has(after);
      return token.word === 'loop' || (token.word === 'else' && after !== 'if');
    }
    const head = this.#word(this.#start);
    if (this.#cases > 0 || !CONTROL.has(head)) return false;
    if (head === 'begin' || head === 'end') return token.word === 'try' || token.word === 'catch';
    return this.#dialect !== 'sqlserver' && ['then', 'loop', 'do'].includes(token.word);
  }

  #isRoutine(at: number): boolean {
    const head = this.#word(at);
    if (head !== 'create' && !(head === 'alter' && this.#dialect === 'sqlserver')) return false;
    for (let next = at + 1; next < at + 12; next++) {
      const word = this.#word(next);
      if (ROUTINES.has(word)) return true;
      // In SQL Server a view reaches to the end of its batch too, but it holds nothing that looks like another statement.
      if (OBJECT_WORDS.has(word) || this.#tokens[next]?.kind === 'end') return false;
    }
    return false;
  }

  #word(at: number): string {
    const token = this.#tokens[at];
    return token?.kind === 'word' ? token.word : '';
  }
}
