import { dayAt, deprecationsAsked, msOf, SHORTEST_DEPRECATION, saysOf, shortName } from '../../lint/contract.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { slot } from '../../model/edit.ts';
import { parseDuration } from '../../model/notation.ts';

const DAY = 86_400_000;

/** Between the announcement and the removal lies the time that the policy gives to consumers. */
export const deprecationTooShort = defineRule({
  id: 'deprecation-too-short',
  group: 'compatibility',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const shortest = parseDuration(SHORTEST_DEPRECATION)?.ms ?? 0;
    for (const deprecated of deprecationsAsked(context)) {
      const { announced, removeAfter } = deprecated.deprecation;
      const [from, to] = [msOf(announced), msOf(removeAfter)];
      if (!announced || !removeAfter || from === undefined || to === undefined) continue;
      // Dates in the wrong order and dates that have passed are other mistakes; what is over cannot be extended.
      const isOver = dayAt(to) < context.today || saysOf(deprecated, 'removedOn');
      if (to < from || to - from >= shortest || isOver) continue;
      const days = Math.round((to - from) / DAY);
      const later = dayAt(from + shortest);
      const time =
        days === 0 ? 'on the day of its announcement' : `${days} ${days === 1 ? 'day' : 'days'} after its announcement`;
      const message = `"${shortName(deprecated.name)}" goes away ${time}. Consumers need a release cycle of their own to move, and ${shortest / DAY} days is the least that is given: remove it on ${later} or later.`;
      yield finding(
        removeAfter.node.span,
        message,
        [
          {
            title: `Remove it after ${later}`,
            edits: [{ kind: 'write', node: removeAfter.node, value: slot(later) }],
            preferred: true,
          },
        ],
        [{ span: announced.node.span, message: 'It is announced here.' }],
      );
    }
  },
});
