import * as l10n from '@vscode/l10n';
import { proposeCommand, proposeTrigger } from '../../lint/rehearsal-proposals.ts';
import { eventsIn, isPlanned, isToldElsewhere, lacks, proseOf } from '../../lint/rehearsals.ts';
import { hasPlaceholder } from '../../lint/rollback.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import type { RehearsalView } from '../../lint/views.ts';
import type { PlanEdit } from '../../model/edit.ts';
import { isBare, placeOfRehearsal } from './entry.ts';

/** A rehearsal says what set it off and what restored service. */
export const rehearsalWithoutTriggerOrCommand = defineRule({
  id: 'rehearsal-without-trigger-or-command',
  group: 'rehearsal',
  severity: 'warning',
  fixable: true,
  *check(context) {
    for (const rehearsal of eventsIn(context.plan)) {
      // Of an entry that says nothing at all, `rehearsal-without-timer` speaks.
      if (isBare(rehearsal)) continue;
      if (isPlanned(rehearsal, context.today) || hasPlaceholder(rehearsal.node)) continue;
      const absent = [!saysTrigger(rehearsal, context) && 'trigger', !saysCommand(rehearsal, context) && 'command'];
      const missing = absent.filter((key) => key !== false);
      if (missing.length === 0) continue;
      const message = l10n.t`The rehearsal does not say ${missing.map((key) => WHAT[key]).join(', nor ')}. Nobody can repeat it, or tell whether it was the plan that was tried: write ${missing.map((key) => `\`${key}\``).join(' and ')}.`;
      yield finding(placeOfRehearsal(rehearsal), message, [insert(rehearsal, missing, context)]);
    }
  },
});

const WHAT: Readonly<Record<string, string>> = { trigger: 'what set it off', command: 'what restored service' };

function saysTrigger(rehearsal: RehearsalView, context: RuleContext): boolean {
  const says = (one: RehearsalView) => !lacks(one, 'trigger', 'scenario', 'timeline');
  return says(rehearsal) || isToldElsewhere(rehearsal, context, says);
}

/** Code in the words is a command, too. */
function saysCommand(rehearsal: RehearsalView, context: RuleContext): boolean {
  const says = (one: RehearsalView) => !lacks(one, 'command', 'timeline');
  return (
    says(rehearsal) || /`[^`]+`|```/.test(proseOf(rehearsal, context.plan)) || isToldElsewhere(rehearsal, context, says)
  );
}

function insert({ node }: RehearsalView, missing: readonly string[], context: RuleContext): Fix {
  const edits: PlanEdit[] = [];
  if (missing.includes('trigger')) {
    const { trigger, edits: companions } = proposeTrigger(context);
    edits.push({ kind: 'set', parent: node, key: 'trigger', value: trigger }, ...companions);
  }
  if (missing.includes('command'))
    edits.push({ kind: 'set', parent: node, key: 'command', value: proposeCommand(context) });
  return { title: l10n.t`Write the ${missing.join(' and the ')}`, edits, preferred: true };
}
