/** What a rollback lacks, told once for the plan and its artifacts, and only where nothing else says it. */
import { isForwardOnly, rollbacksAround } from '../../lint/rollback.ts';
import type { Rule, RuleContext } from '../../lint/rule.ts';
import type { RollbackView } from '../../lint/views.ts';
import type { PlanEdit, Skeleton } from '../../model/edit.ts';
import { missed, presenceRule, writing } from '../presence.ts';

interface Insertion {
  readonly value: Skeleton;
  /** What the value names and the plan does not declare. */
  readonly edits?: readonly PlanEdit[];
}

interface Conditions {
  /** What is said in another way, or needs not be said. A plan that only goes forward needs nothing of a way back. */
  readonly unless?: (rollbacks: readonly RollbackView[], context: RuleContext) => boolean;
  /** What is written where the plan itself suggests it. */
  readonly insert: (context: RuleContext) => Insertion;
}

/** The presence rule of this id, with its conditions. */
export function rollbackPresence(id: string, { unless, insert }: Conditions): Rule {
  const rule = presenceRule(id, 'rollback', 'warning');
  return {
    ...rule,
    *check(context) {
      const rollbacks = rollbacksAround(context);
      for (const one of missed(id, context)) {
        if (isForwardOnly(rollbacks) || unless?.(rollbacks, context)) return;
        const { value, edits } = insert(context);
        yield writing(one, value, edits);
      }
    },
  };
}
