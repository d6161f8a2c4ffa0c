import * as l10n from '@vscode/l10n';
import { dayAt, deprecationsAsked, msOf, saysOf, shortName } from '../../lint/contract.ts';
import { DAY_MS, daysOf } from '../../lint/days.ts';
import { SHORTEST_DEPRECATION } from '../../lint/limits.ts';
import { optionOf } from '../../lint/options.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { slot } from '../../model/edit.ts';

/** Between the announcement and the removal lies the time that the policy gives to consumers. */
export const deprecationTooShort = defineRule({
  id: 'deprecation-too-short',
  group: 'compatibility',
  severity: 'warning',
  fixable: true,
  options: [SHORTEST_DEPRECATION],
  *check(context) {
    const shortest = optionOf(context, SHORTEST_DEPRECATION);
    for (const deprecated of deprecationsAsked(context)) {
      const { announced, removeAfter } = deprecated.deprecation;
      const [from, to] = [msOf(announced), msOf(removeAfter)];
      if (!announced || !removeAfter || from === undefined || to === undefined) continue;
      // Dates in the wrong order and dates that have passed are other mistakes; what is over cannot be extended.
      const isOver = dayAt(to) < context.today || saysOf(deprecated, 'removedOn');
      if (to < from || to - from >= shortest || isOver) continue;
      const days = Math.round((to - from) / DAY_MS);
      const later = dayAt(from + shortest);
      const time =
        days === 0 ? l10n.t('on the day of its announcement') : l10n.t`${daysOf(days * DAY_MS)} after its announcement`;
      const message = l10n.t`"${shortName(deprecated.name)}" goes away ${time}. Consumers need a release cycle of their own to move, and ${daysOf(shortest)} is the least that is given: remove it on ${later} or later.`;
      yield finding(
        removeAfter.node.span,
        message,
        [
          {
            title: l10n.t`Remove it after ${later}`,
            edits: [{ kind: 'write', node: removeAfter.node, value: slot(later) }],
            preferred: true,
          },
        ],
        [{ span: announced.node.span, message: l10n.t('It is announced here.') }],
      );
    }
  },
});
