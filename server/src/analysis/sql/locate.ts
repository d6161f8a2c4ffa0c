/** Statements where they stand in a document. */
import type { ScalarNode } from '../../model/located.ts';
import { firstLine, type Span } from '../../model/source.ts';
import type { Engine } from './engines.ts';
import { scanStatements } from './scan.ts';
import type { Statement, TextRange } from './types.ts';

export interface LocatedStatement {
  readonly statement: Statement;
  readonly engine: Engine;
  /** The whole statement. May cover many lines. */
  readonly span: Span;
  /** What to underline: its first words, on one line. */
  readonly head: Span;
  /** Where a part of it stands. */
  readonly spanOf: (range: TextRange) => Span;
}

/** In a scalar of any style; of a broken one nothing is known. */
export function statementsIn(scalar: ScalarNode, engine: Engine): readonly LocatedStatement[] {
  if (scalar.broken || typeof scalar.value !== 'string') return [];
  const spanOf = ({ from, to }: TextRange): Span => scalar.part(from, to);
  return scanStatements(scalar.text, engine).map((statement) => ({
    statement,
    engine,
    span: spanOf(statement.range),
    // A statement on one line may be folded over several in the document.
    head: firstLine(spanOf(statement.head)),
    spanOf,
  }));
}
