/** What the migration does to data, and who says how that goes back. */
import { stepsAround } from '../../lint/rollback.ts';
import type { RuleContext } from '../../lint/rule.ts';
import type { RollbackStepView, StepView } from '../../lint/views.ts';
import { isAbsent, spelling } from '../../model/plan/view.ts';

const DATA_KINDS = new Set(['data', 'backfill', 'key-value']);
const WRITES = /\b(?:UPDATE\s+\S+\s+SET|INSERT\s+INTO|DELETE\s+FROM|MERGE\s+INTO|TRUNCATE)\b/i;
const CHANGES_SCHEMA = /\b(?:ALTER|DROP|CREATE|RENAME)\s+(?:TABLE|TYPE|SCHEMA|COLUMN|DATABASE)\b/i;

/** It writes rows that are there already: a flag that is turned off leaves them as they are. */
export function writesData(step: StepView): boolean {
  const { kind, backfill, up } = step;
  if (kind) return DATA_KINDS.has(kind.value);
  return backfill !== undefined || WRITES.test(spelling(up?.sql));
}

export function touchesData(step: StepView): boolean {
  return writesData(step) || step.kind?.value === 'schema' || CHANGES_SCHEMA.test(spelling(step.up?.sql));
}

/** Steps that change data and are said to be neither reversible nor not, with no way back of their own. */
export function withoutWayBack(context: RuleContext): readonly StepView[] {
  return stepsAround(context).filter(
    (step) => touchesData(step) && isAbsent(step, 'reversible') && isAbsent(step, 'down') && isAbsent(step, 'backup'),
  );
}

const SWITCHES = /\b(?:flag|flags|feature|toggle|toggles|kill[ -]?switch|flagctl|launchdarkly|unleash)\b/i;
const DOES_MORE =
  /\b(?:deploy|redeploy|re-deploy|restore|revert|undo|rollout|helm|git|migrat|restart|traffic|route|version|sql)\w*/i;

/** Nothing but a flag is turned, as far as the words say. Statements, and what a step undoes, are for `saysData`. */
export function isFlagStep({ flag, run, title, manual, id }: RollbackStepView): boolean {
  const words = [run, title, manual, id].flatMap((value) => value?.toString() ?? []).join('\n');
  return (flag !== undefined || SWITCHES.test(words)) && !DOES_MORE.test(words);
}
