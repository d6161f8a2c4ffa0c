/** Whether the rollback says a word of data: how it comes back, that it stays, or that nothing needs to be done. */
import { isSaid, wordsUnder } from '../../lint/rollback.ts';
import type { RollbackView } from '../../lint/views.ts';
import { isAbsent, spelling } from '../../model/plan/view.ts';

const OF_DATA =
  /\b(?:restor\w*|back-?ups?|snapshots?|point[- ]in[- ]time|pitr|data|databases?|db|schemas?|migrat\w*|rows?|records?|columns?|tables?|index(?:es)?|backfill\w*|flyway|liquibase|alembic|sql)\b/i;

export function saysData(rollbacks: readonly RollbackView[]): boolean {
  if (isSaid(rollbacks, 'restore', 'notReverted', 'rpo')) return true;
  if (rollbacks.some(({ reverts }) => reverts && (!isAbsent(reverts, 'data') || !isAbsent(reverts, 'schema'))))
    return true;
  if (rollbacks.some(({ steps }) => steps?.some((step) => !isAbsent(step, 'sql') || !isAbsent(step, 'undoes'))))
    return true;
  const words = wordsUnder(rollbacks, ['description', 'reverts', 'steps', 'preconditions', 'followUp', 'notes']);
  const decided = rollbacks.flatMap(({ decisions }) => decisions?.map(({ method }) => spelling(method)) ?? []);
  return OF_DATA.test(`${words}\n${decided.join('\n')}`);
}
