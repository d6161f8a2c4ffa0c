/** Files whose changes on disk the client is asked to report: all that can be a plan, a record, a policy, or named by a plan. */
import { type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver';

export const WATCHED: readonly string[] = [
  // A plan may have any name, and so may the files that it names. The names of the artifacts are known in any case.
  '**/*.{yaml,yml,sql}',
  '**/*.[mM][dD]',
  '**/rollout-plan.config.json',
  '**/CODEOWNERS',
];

export async function watchFiles(connection: Connection): Promise<void> {
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: WATCHED.map((globPattern) => ({ globPattern })),
  });
}
