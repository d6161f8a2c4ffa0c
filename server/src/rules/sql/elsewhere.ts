/** Statements that no step of the migration answers for. */
import type { RuleContext } from '../../lint/rule.ts';
import { type StepStatement, sqlOfCommands } from '../../lint/step-sql.ts';
import { once } from '../../model/plan/reads.ts';
import { type Place, shellsIn } from '../commands/places.ts';

/** In commands of stages, checks and rollbacks. A restore may empty what it fills again. */
export const commandsElsewhere = once((context: RuleContext): readonly StepStatement[] => {
  const shells = shellsIn(context).filter(({ place }) => place.kind === 'other' || isRollback(place));
  return sqlOfCommands(
    shells.map(({ node }) => node),
    context,
  );
});

function isRollback(place: Place): boolean {
  return place.kind === 'back' && place.step === undefined;
}
