import * as l10n from '@vscode/l10n';
import { plansAround } from '../../lint/bundle.ts';
import { DAY_MS, daysOf } from '../../lint/days.ts';
import { optionOf, type RuleOption } from '../../lint/options.ts';
import { proposeRehearsal } from '../../lint/rehearsal-proposals.ts';
import { dayOf, rehearsalsIn } from '../../lint/rehearsals.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import type { RehearsalView } from '../../lint/views.ts';
import { msOfDay } from '../../model/notation.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { sourceOf } from '../../model/plan/view.ts';

const OLDEST: RuleOption<'duration'> = {
  name: 'oldest',
  kind: 'duration',
  default: '30d',
  description: 'How old the last rehearsal may be.',
};
const OVER: readonly (string | undefined)[] = ['done', 'rolled-back', 'abandoned'];

/** The last rehearsal is not older than what it proves. */
export const rehearsalStale = defineRule({
  id: 'rehearsal-stale',
  group: 'rehearsal',
  severity: 'warning',
  fixable: true,
  options: [OLDEST],
  *check(context) {
    const plans = plansAround(context.plan, context.bundle);
    if (plans.some(({ view }) => OVER.includes(view.status?.value))) return;
    const newest = newestOf(plans);
    const age = newest ? msOfDay(context.today) - msOfDay(newest.day) : 0;
    if (!newest?.rehearsal.date || newest.plan !== context.plan || age <= optionOf(context, OLDEST)) return;
    const ago = daysOf(Math.floor(age / DAY_MS) * DAY_MS);
    const message = l10n.t`The last rehearsal was on ${newest.day}, ${ago} ago. Since then code, rights and names have moved on, and nobody knows whether it would still work: rehearse again, and write that down.`;
    yield finding(newest.rehearsal.date.node.span, message, again(context));
  },
});

interface Dated {
  readonly plan: Plan;
  readonly rehearsal: RehearsalView;
  readonly day: string;
}

/** One without a day may be newer than all of them. */
function newestOf(plans: readonly Plan[]): Dated | undefined {
  const all = plans.flatMap((plan) =>
    rehearsalsIn(plan).map((rehearsal) => ({ plan, rehearsal, day: dayOf(rehearsal) })),
  );
  if (all.some(({ day }) => day === undefined)) return undefined;
  return (all as Dated[]).reduce<Dated | undefined>((best, one) => {
    if (!best || one.day > best.day) return one;
    return one.day === best.day && speaksBefore(one.plan, best.plan) ? one : best;
  }, undefined);
}

/** Of one day the plan's own entry before a record, and of two records the one that comes last in their folder. */
function speaksBefore(one: Plan, other: Plan): boolean {
  const ahead = rank(other) - rank(one);
  return ahead > 0 || (ahead === 0 && sourceOf(one.view).uri > sourceOf(other.view).uri);
}

function rank({ document }: Plan): number {
  return ['plan', 'rollback', 'rehearsal'].indexOf(document.kind);
}

function again(context: RuleContext): Fix[] {
  const list = context.plan.view.rollback?.rehearsals?.node;
  if (!list) return [];
  const { value, edits } = proposeRehearsal(context);
  return [
    {
      title: l10n.t('Write down a new rehearsal'),
      edits: [{ kind: 'append', list, value }, ...edits],
      preferred: true,
    },
  ];
}
