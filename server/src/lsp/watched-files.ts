/** Files whose changes on disk the client is asked to report: plans, artifacts, records and policies. */
import { type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver';

export const WATCHED: readonly string[] = [
  '**/{rollout-plan,*.rollout-plan,*.rollout}.{yaml,yml}',
  '**/rollout-plan.config.{yaml,json}',
  // The five names, in any case: globs have no other way to say so.
  ...['COMPATIBILITY.CONTRACT', 'MIGRATION.PLAN', 'ROLLOUT.PLAN', 'ROLLBACK.PLAN', 'VALIDATION.CHECKLIST'].map(
    (name) => `**/*${anyCase(name)}.[mM][dD]`,
  ),
  '**/{rollback-rehearsals,migrations}/*.md',
  '**/CODEOWNERS',
];

/** A dot in the name stands for `_` or `-`. */
function anyCase(name: string): string {
  return [...name].map((char) => (char === '.' ? '[_-]' : `[${char.toLowerCase()}${char}]`)).join('');
}

export async function watchFiles(connection: Connection): Promise<void> {
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: WATCHED.map((globPattern) => ({ globPattern })),
  });
}
