/** Databases that a command line drops by SQL: `psql -c 'DROP DATABASE shop'` is `dropdb shop`. */
import { isThrowaway } from '../../analysis/commands/index.ts';
import { scriptsInCommand } from '../../lint/scripts.ts';
import type { ScalarNode } from '../../model/located.ts';
import type { Span } from '../../model/source.ts';

/** The words of each such statement. The files that the line names are not looked into. */
export function databasesDropped(node: ScalarNode): readonly Span[] {
  const scripts = scriptsInCommand(node, 'unknown', () => undefined);
  return scripts.flatMap(({ statements }) =>
    statements.flatMap(({ statement, head }) => {
      const [{ kind, object }] = statement.actions;
      return kind === 'drop-database' && !(object && isThrowaway(object.name)) ? [head] : [];
    }),
  );
}
