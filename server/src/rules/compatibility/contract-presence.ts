/** What a contract lacks. A plan without one has made one mistake, which `missing-section` tells. */
import type { Rule } from '../../lint/rule.ts';
import { isEmpty } from '../../model/located.ts';
import { presenceRule } from '../presence.ts';

export function contractPresence(id: string): Rule {
  const rule = presenceRule(id, 'compatibility', 'warning');
  return {
    ...rule,
    *check(context) {
      const contract = context.plan.view.compatibility;
      if (contract && !isEmpty(contract.node)) yield* rule.check(context);
    },
  };
}
