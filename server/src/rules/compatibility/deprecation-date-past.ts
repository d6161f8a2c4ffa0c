import * as l10n from '@vscode/l10n';
import { plansAround } from '../../lint/bundle.ts';
import {
  type Deprecated,
  dayAt,
  deprecationLength,
  deprecationsAsked,
  msOf,
  saysOf,
  shortName,
} from '../../lint/contract.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { slot } from '../../model/edit.ts';
import { msOfDay, parseDate } from '../../model/notation.ts';
import type { Value } from '../../model/plan/view.ts';

const OVER: readonly string[] = ['done', 'rolled-back', 'abandoned'];

/** The day of a removal has not passed while the plan is still under way. */
export const deprecationDatePast = defineRule({
  id: 'deprecation-date-past',
  group: 'compatibility',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const { plan, bundle, today } = context;
    if (plansAround(plan, bundle).some(({ view }) => OVER.includes(view.status?.value ?? ''))) return;
    for (const deprecated of deprecationsAsked(context)) {
      const { removeAfter } = deprecated.deprecation;
      const day = removeAfter && parseDate(removeAfter.toString())?.day;
      if (!removeAfter || !day || day >= today || saysOf(deprecated, 'removedOn')) continue;
      const message = l10n.t`"${shortName(deprecated.name)}" was to be removed after ${day}, which has passed, and the plan is not done. Consumers who moved in time no longer know what holds: move the date, or write \`removedOn\` if it is gone.`;
      yield finding(removeAfter.node.span, message, waysOut(deprecated.deprecation, removeAfter, context));
    }
  },
});

function waysOut(
  { node, announced }: Deprecated['deprecation'],
  removeAfter: Value<string>,
  context: RuleContext,
): Fix[] {
  const today = msOfDay(context.today);
  const later = dayAt(Math.max(today, msOf(announced) ?? 0) + deprecationLength(context));
  const gone = { kind: 'set', parent: node, key: 'removedOn', value: slot(context.today) } as const;
  return [
    {
      title: l10n.t`Move the date to ${later}`,
      edits: [{ kind: 'write', node: removeAfter.node, value: slot(later) }],
      preferred: true,
    },
    { title: l10n.t('Say that it is removed'), edits: [gone] },
  ];
}
