import * as l10n from '@vscode/l10n';
import {
  type Deprecated,
  dayAt,
  deprecationLength,
  deprecationsAsked,
  msOf,
  placeBeside,
  saysOf,
  shortName,
  textsIn,
} from '../../lint/contract.ts';
import { isMisspelt, planSchema } from '../../lint/missing.ts';
import { defineRule, finding, type RuleContext } from '../../lint/rule.ts';
import { slot } from '../../model/edit.ts';
import type { Deprecation } from '../../model/generated/plan-types.ts';
import { msOfDay } from '../../model/notation.ts';
import { entryOf } from '../../model/plan/view.ts';

type Day = 'announced' | 'removeAfter';

/** What goes away says when consumers are told and when it is gone. */
export const deprecationWithoutDate = defineRule({
  id: 'deprecation-without-date',
  group: 'compatibility',
  severity: 'warning',
  fixable: true,
  *check(context) {
    for (const deprecated of deprecationsAsked(context)) {
      const lacking = lackingDays(deprecated);
      const [first] = lacking;
      if (!first) continue;
      const { deprecation, name } = deprecated;
      const what =
        lacking.length === 2
          ? 'is neither announced nor removed on any day'
          : first === 'announced'
            ? 'is removed, and nothing says when that is announced'
            : 'is deprecated, and nothing says when it is removed';
      const message = l10n.t`"${shortName(name)}" ${what}. Consumers plan by dates; without one they move when it breaks: write ${lacking.map((day) => `\`${day}\``).join(' and ')}.`;
      const days = proposal(deprecated, context);
      yield finding(placeBeside(deprecation, first, deprecation.what), message, [
        {
          title: lacking.length === 2 ? l10n.t('Write both dates') : `Write ${first}: ${days[first]}`,
          edits: lacking.map(
            (day) => ({ kind: 'set', parent: deprecation.node, key: day, value: slot(days[day]) }) as const,
          ),
          preferred: true,
        },
      ]);
    }
  },
});

/** A release says when it is removed, too. What is gone was announced or not: it is too late to ask. */
function lackingDays(deprecated: Deprecated): readonly Day[] {
  if (saysOf(deprecated, 'removedOn') || namesYear(deprecated)) return [];
  const days: Day[] = [];
  if (!says(deprecated, 'announced')) days.push('announced');
  if (!says(deprecated, 'removeAfter') && !saysOf(deprecated, 'release')) days.push('removeAfter');
  return days;
}

function says(deprecated: Deprecated, day: Day): boolean {
  if (saysOf(deprecated, day)) return true;
  const schema = planSchema(['compatibility', 'deprecations', 0]);
  return [deprecated.deprecation, ...deprecated.twins].some((one) => isMisspelt(one, day, schema));
}

const WORDS: readonly (keyof Deprecation)[] = ['what', 'notes', 'communication'];

/** Prose may say the days. */
function namesYear({ deprecation }: Deprecated): boolean {
  return WORDS.some((key) => {
    const value = entryOf(deprecation, key)?.value;
    return value && textsIn(value).some((text) => /\b20\d\d\b/.test(text));
  });
}

/** Far enough apart, and neither of them over already. */
function proposal({ deprecation }: Deprecated, context: RuleContext): Readonly<Record<Day, string>> {
  const today = msOfDay(context.today);
  const length = deprecationLength(context);
  const removal = msOf(deprecation.removeAfter);
  const announced = msOf(deprecation.announced) ?? (removal === undefined ? today : Math.min(today, removal - length));
  return { announced: dayAt(announced), removeAfter: dayAt(Math.max(today, announced) + length) };
}
