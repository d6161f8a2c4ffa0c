import * as l10n from '@vscode/l10n';
import {
  clockText,
  proposeCommand,
  proposeTimes,
  proposeTrigger,
  usualMinutes,
} from '../../lint/rehearsal-proposals.ts';
import { eventsIn, isPlanned, isToldElsewhere, lacks, tellsMinutes } from '../../lint/rehearsals.ts';
import { hasPlaceholder } from '../../lint/rollback.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import type { RehearsalView } from '../../lint/views.ts';
import { type PlanEdit, type Skeleton, slot } from '../../model/edit.ts';
import { parseDuration, parseTime } from '../../model/notation.ts';
import { spelling } from '../../model/plan/view.ts';
import { isBare, placeOfRehearsal } from './entry.ts';

/** A rehearsal has a start and an end, to the minute. */
export const rehearsalWithoutTimer = defineRule({
  id: 'rehearsal-without-timer',
  group: 'rehearsal',
  severity: 'warning',
  fixable: true,
  *check(context) {
    for (const rehearsal of eventsIn(context.plan)) {
      const absent = (['started', 'restored'] as const).filter((key) => lacks(rehearsal, key));
      if (absent.length === 0) continue;
      if (
        isPlanned(rehearsal, context.today) ||
        tellsMinutes(rehearsal, context.plan) ||
        hasPlaceholder(rehearsal.node)
      )
        continue;
      if (isToldElsewhere(rehearsal, context, (other) => !lacks(other, 'started') && !lacks(other, 'restored')))
        continue;
      const message = l10n.t`The rehearsal does not say ${String(WHAT[absent.join()])}. Without a timer it proves that the commands exist, not that they are fast enough: write \`started\` and \`restored\`, to the minute.`;
      yield finding(placeOfRehearsal(rehearsal), message, [writeTimes(rehearsal, context)]);
    }
  },
});

const WHAT: Readonly<Record<string, string>> = {
  started: 'when the clock was started',
  restored: 'when the service was back',
  'started,restored': 'when the clock was started, nor when the service was back',
};

function writeTimes(rehearsal: RehearsalView, context: RuleContext): Fix {
  const known = fromWhatIsKnown(rehearsal, usualMinutes(context));
  const values: Record<string, Skeleton> = { ...proposeTimes(context), ...known };
  const edits: PlanEdit[] = [];
  // An entry that says nothing at all is one mistake, and mended as one.
  if (isBare(rehearsal)) {
    const { trigger, edits: companions } = proposeTrigger(context);
    values.trigger = trigger;
    values.command = proposeCommand(context);
    edits.push(...companions);
  }
  const missing = Object.entries(values).filter(([key]) => lacks(rehearsal, key as 'took'));
  const sets = missing.map(([key, value]): PlanEdit => ({ kind: 'set', parent: rehearsal.node, key, value }));
  return { title: l10n.t('Write the times'), edits: [...sets, ...edits], preferred: true };
}

/** What is said already must stay true: one time, or how long it took. */
function fromWhatIsKnown({ started, restored, took }: RehearsalView, usual: number): Record<string, Skeleton> {
  const minutes = Math.round((parseDuration(spelling(took))?.ms ?? usual * 60_000) / 60_000);
  const [from, to] = [started && parseTime(started.toString()), restored && parseTime(restored.toString())];
  if (from) return { restored: slot(clockText(Math.floor(from.seconds / 60) + minutes)) };
  if (to) return { started: slot(clockText(Math.floor(to.seconds / 60) - minutes)) };
  const start = 14 * 60 + 2;
  return { started: slot(clockText(start)), restored: slot(clockText(start + minutes)) };
}
