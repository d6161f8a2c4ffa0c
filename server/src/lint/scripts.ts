/** Where the statements of an operation are written: under `sql`, inside of a command line, or in a file that it names. */
import {
  type Engine,
  embeddedSql,
  engineOf,
  type LocatedStatement,
  scanStatements,
  sqlFiles,
  statementsIn,
  type TextRange,
} from '../analysis/sql/index.ts';
import type { Operation } from '../model/generated/plan-types.ts';
import type { ScalarNode } from '../model/located.ts';
import type { Obj } from '../model/plan/view.ts';
import { firstLine, type Source, type Span, span, wholeSegment } from '../model/source.ts';

/** Statements that are sent together: a value under `sql`, one `-c` of a command line, a file. */
export interface Script {
  readonly from: 'sql' | 'command' | 'file';
  /** The value that holds or names them. */
  readonly node: ScalarNode;
  readonly statements: readonly ScriptStatement[];
  /** A client sends them as one message, which makes them one transaction. */
  readonly together?: boolean;
  /** A tool such as gh-ost does it beside live traffic. */
  readonly online?: boolean;
}

export interface ScriptStatement extends LocatedStatement {
  /** Where it stands in its file; its other places are then the words that name the file. */
  readonly inFile?: Span;
}

/** The text of a file that a plan names, as far as it may be read. */
export type ReadFile = (path: string) => Source | undefined;

/** In the order in which they run, as far as one can tell. */
export function scriptsOf(operation: Obj<Operation> | undefined, engine: Engine, read: ReadFile): readonly Script[] {
  const { sql, command, file } = operation ?? {};
  const scripts: Script[] = sql ? [{ from: 'sql', node: sql.node, statements: statementsIn(sql.node, engine) }] : [];
  if (command) scripts.push(...scriptsInCommand(command.node, engine, read));
  if (file) scripts.push(...scriptInFile(file.node, file.node.text, file.node.span, engine, read));
  return scripts;
}

export function scriptsInCommand(node: ScalarNode, engine: Engine, read: ReadFile): readonly Script[] {
  if (node.broken || typeof node.value !== 'string') return [];
  const files = sqlFiles(node.text).flatMap(({ path, range }) =>
    scriptInFile(node, path, node.part(range.from, range.to), engine, read),
  );
  const embedded = embeddedSql(node.text, engine).map(({ sql, engine: spoken, part, together, online }): Script => {
    const spanOf = (range: TextRange): Span => {
      const { from, to } = part(range);
      return node.part(from, to);
    };
    const statements = scanStatements(sql, spoken).map((statement) => ({
      statement,
      engine: spoken,
      span: spanOf(statement.range),
      head: firstLine(spanOf(statement.head)),
      spanOf,
    }));
    return { from: 'command', node, statements, together, online };
  });
  return [...embedded, ...files];
}

function scriptInFile(
  node: ScalarNode,
  path: string,
  place: Span,
  declared: Engine,
  read: ReadFile,
): readonly Script[] {
  const source = read(path);
  if (!source) return [];
  const engine = declared === 'unknown' ? engineOf(source.text) : declared;
  const segment = wholeSegment(source);
  const words = firstLine(place);
  const statements = scanStatements(source.text, engine).map((statement) => ({
    statement,
    engine,
    span: words,
    head: words,
    spanOf: () => words,
    inFile: span(segment, statement.head.from, statement.head.to),
  }));
  return [{ from: 'file', node, statements }];
}
