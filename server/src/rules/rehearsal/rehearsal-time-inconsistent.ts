import * as l10n from '@vscode/l10n';
import { type Clock, clockOf, rehearsalsIn } from '../../lint/rehearsals.ts';
import { defineRule, type Fix, finding } from '../../lint/rule.ts';
import type { RehearsalView } from '../../lint/views.ts';
import type { PlanEdit } from '../../model/edit.ts';
import { formatDuration, parseDuration } from '../../model/notation.ts';
import type { Value } from '../../model/plan/view.ts';

/** The times of a rehearsal agree with each other. */
export const rehearsalTimeInconsistent = defineRule({
  id: 'rehearsal-time-inconsistent',
  group: 'rehearsal',
  severity: 'error',
  fixable: true,
  *check({ plan }) {
    for (const rehearsal of rehearsalsIn(plan)) {
      const { started, restored, took } = rehearsal;
      const clock = clockOf(rehearsal);
      if (!clock || !started || !restored) continue;
      if (clock.backwards) {
        const message = l10n.t`The service was restored at ${String(restored)}, before the clock was started at ${String(started)}. One of the times is wrong, and what was measured proves nothing: correct them.`;
        yield finding(restored.node.span, message, [swap(started, restored, rehearsal, clock)]);
        continue;
      }
      if (!took || agrees(rehearsal, clock)) continue;
      const length = formatDuration(clock.ms);
      const message = l10n.t`From ${String(started)} to ${String(restored)} is ${length}, not ${String(took)}. Whoever compares it with the time budget compares the wrong number: write how long it took by the clock.`;
      yield finding(took.node.span, message, [
        { title: `Write ${length}`, edits: [{ kind: 'write', node: took.node, value: length }], preferred: true },
      ]);
    }
  },
});

/** A length that cannot be read is told as such. */
function agrees({ took }: RehearsalView, { ms, tolerance }: Clock): boolean {
  const said = took && parseDuration(took.toString())?.ms;
  return said === undefined || Math.abs(said - ms) <= tolerance;
}

function swap(started: Value<string>, restored: Value<string>, rehearsal: RehearsalView, clock: Clock): Fix {
  const { took } = rehearsal;
  const edits: PlanEdit[] = [
    { kind: 'write', node: started.node, value: restored.toString() },
    { kind: 'write', node: restored.node, value: started.toString() },
  ];
  if (took && !agrees(rehearsal, clock))
    edits.push({ kind: 'write', node: took.node, value: formatDuration(clock.ms) });
  return { title: l10n.t('Swap start and end'), edits, preferred: true };
}
