/** Statements that destroy whole tables, columns and partitions, where no rule of irreversible steps answers for them. */
import * as l10n from '@vscode/l10n';
import type { Kind } from '../../analysis/sql/index.ts';
import type { Finding, RuleContext } from '../../lint/rule.ts';
import { tell } from '../../lint/sql-actions.ts';
import { type Loss, lossesOf } from '../../lint/sql-losses.ts';
import { type StepSql, type StepStatement, sqlOfSteps } from '../../lint/step-sql.ts';
import { once, onceForEach } from '../../model/plan/reads.ts';
import { commandsElsewhere } from './elsewhere.ts';

/**
 * A step whose statements destroy is irreversible: whether it says so, and has a backup, others judge. Here it is told that it comes too
 * early, in a step that only adds; and what stands where no step answers for it.
 */
export function* drops(kinds: ReadonlySet<Kind>, context: RuleContext): Generator<Finding> {
  const { early, elsewhere } = lossesIn(context);
  for (const loss of losses(kinds, early))
    yield told(
      loss,
      l10n.t(
        'in an expand step, while the old version still uses it. Do it in a contract step of a later release, after a soak and with a backup.',
      ),
    );
  for (const loss of losses(kinds, elsewhere))
    yield told(
      loss,
      l10n.t('where no step of the migration answers for it. Make it a step, with a backup and `reversible: false`.'),
    );
}

/** Found once for all rules of this kind. */
const lossesIn = once((context: RuleContext) => ({
  early: earlyOfEach(sqlOfSteps(context)).flat(),
  elsewhere: lossesOf(elsewhere(context)),
}));

const earlyOfEach = onceForEach(({ step, statements }: StepSql) =>
  step.phase?.value === 'expand' ? lossesOf(statements) : [],
);

/** Also on the way back of a step, where only its `sql` is looked at by others. */
function elsewhere(context: RuleContext): readonly StepStatement[] {
  return [...backOfEach(sqlOfSteps(context)).flat(), ...commandsElsewhere(context)];
}

const backOfEach = onceForEach(({ down }: StepSql) => down.filter(({ script }) => script.from !== 'sql'));

function losses(kinds: ReadonlySet<Kind>, all: readonly Loss[]): readonly Loss[] {
  return all.filter(({ effect }) => kinds.has(effect.action.kind));
}

function told(loss: Loss, advice: string): Finding {
  return tell(loss, `"${loss.words}" ${loss.what}, ${advice}`);
}
