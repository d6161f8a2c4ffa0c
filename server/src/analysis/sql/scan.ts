/** Statements of a text. Whatever the text is, they are told; what nobody knows is `unknown`. */
import { Cursor } from './cursor.ts';
import { type Dialect, dialectOf, type Engine } from './engines.ts';
import { withoutRolledBack } from './explain.ts';
import type { Kind } from './kinds.ts';
import { lex, type Token } from './lexer.ts';
import { makeWhole } from './make.ts';
import { scanMongo } from './mongo.ts';
import { readStatement } from './read.ts';
import { type Chunk, split } from './split.ts';
import type { Actions, Statement, TextRange } from './types.ts';

/** In the order of the text. Statements in the body of a DO block follow it. */
export function scanStatements(text: string, engine: Engine): readonly Statement[] {
  const dialect = dialectOf(engine);
  if (dialect === 'mongodb') return scanMongo(text);
  const tokens = lex(text, dialect);
  const statements = split(tokens, dialect).flatMap((chunk) => {
    const statement = statementOf(text, dialect, tokens, chunk, dialect === 'sqlserver');
    return statement.kind === 'do' ? [statement, ...insideOf(text, dialect, tokens, chunk)] : [statement];
  });
  return withoutRolledBack(statements);
}

/** `blocks`: BEGIN and END enclose statements, they are no transactions. */
function statementOf(
  text: string,
  dialect: Dialect,
  tokens: readonly Token[],
  { from, to }: Chunk,
  blocks: boolean,
): Statement {
  const cursor = new Cursor(text, dialect, tokens, from, to);
  const range = cursor.range(from, to);
  const fixed = tokens[from]?.kind === 'line' ? 'meta' : blocks && isBlock(cursor) ? 'control' : undefined;
  const actions: Actions = fixed ? [makeWhole(cursor, from, fixed)] : readStatement(cursor);
  return { kind: kindOf(actions, tokens[from]), range, head: headOf(text, range, actions), actions };
}

function isBlock(cursor: Cursor): boolean {
  if (cursor.word() === 'begin') return !['tran', 'transaction', 'distributed'].includes(cursor.word(1));
  return cursor.word() === 'end';
}

function kindOf(actions: Actions, first: Token | undefined): Kind {
  const [{ kind }] = actions;
  if (first?.word !== 'alter' || actions.every((action) => action.kind === kind)) return kind;
  return 'alter-table';
}

/** Up to the first name that it touches, no further than its first line. */
function headOf(text: string, range: TextRange, [first]: Actions): TextRange {
  const name = first.table ?? first.index ?? first.object;
  const end = name && name.range.to <= range.to && name.range.from >= range.from ? name.range.to : range.to;
  const line = text.slice(range.from, end).search(/[\r\n]/);
  return { from: range.from, to: line < 0 ? end : range.from + line };
}

/** A DO block is run at once: what stands in it counts. The bodies of routines do not, they only wait to be called. */
function insideOf(text: string, dialect: Dialect, tokens: readonly Token[], { from, to }: Chunk): readonly Statement[] {
  const body = tokens.slice(from, to).find(({ kind }) => kind === 'body');
  if (!body) return [];
  const tag = text.indexOf('$', body.from + 1) + 1 - body.from;
  const start = body.from + tag;
  const within: TextRange = { from: start, to: Math.max(body.to - tag, start) };
  const inside = lex(text.slice(within.from, within.to), dialect).map((token) => shifted(token, within.from));
  return split(inside, dialect, true)
    .map((chunk) => ({ ...statementOf(text, dialect, inside, chunk, true), within }))
    .filter(({ kind }) => kind !== 'control' && kind !== 'declare');
}

function shifted(token: Token, by: number): Token {
  return { ...token, from: token.from + by, to: token.to + by };
}
