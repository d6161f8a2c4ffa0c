import * as l10n from '@vscode/l10n';
import { shortName } from '../../lint/contract.ts';
import { objectsOf } from '../../lint/coverage.ts';
import {
  irreversibleAround,
  isForwardOnly,
  isMisspeltIn,
  isSaid,
  leftAsItIs,
  rollbackAsked,
  stepsAround,
  wordsUnder,
} from '../../lint/rollback.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { nameOfStep } from '../../lint/steps.ts';
import type { RollbackView, StepView } from '../../lint/views.ts';
import { saysNone } from '../../model/located.ts';
import { asId } from '../../model/notation.ts';
import { entryOf, placeOfMissing, type Value } from '../../model/plan/view.ts';
import { behindLast } from '../../util/parts.ts';

/** What the rollback says of the things that stay names every step that cannot be undone. */
export const irreversibleStepNotInRollback = defineRule({
  id: 'irreversible-step-not-in-rollback',
  group: 'bundle',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const said = rollbackAsked(context);
    // Where nothing is said of what stays, the whole list is missing, and not one step of it.
    if (!said || isForwardOnly(said.all) || !isSaid(said.all, 'notReverted') || isMisspeltIn(said.all, 'notReverted'))
      return;
    const isNamed = namingIn(wordsUnder(said.all, ['notReverted']));
    const late = saidToBeRolledBack(context, said.own);
    for (const { step, irreversible } of irreversibleAround(context)) {
      if (!step.id || isNamed(step) || late.has(step)) continue;
      const message = l10n.t`"${shortName(nameOfStep(step))}" ${irreversible.why} and is not among what the rollback leaves as it is. Whoever goes back after it expects what the step removed to be there: list it under \`notReverted\`, with what is done instead.`;
      yield {
        ...finding(placeOfMissing(said.own, 'notReverted'), message, list(step.id, said.own, context), [
          { span: step.node.head, message: l10n.t('This step cannot be undone.') },
        ]),
        about: step.id.value,
      };
    }
  },
});

/** By its id, its title, or the object that it removes, in whatever words. */
function namingIn(words: string): (step: StepView) => boolean {
  const text = words.toLowerCase();
  const ids = asId(words);
  // Most are named by their ids alone, which need not be looked for in all the words.
  const lines = new Set(words.split('\n'));
  return (step) => {
    if (step.id && lines.has(step.id.value)) return true;
    const names = [step.id, step.title].flatMap((name) => (name ? [asId(name.toString())] : []));
    const objects = objectsOf(step).map((object) => behindLast(object.toLowerCase(), '.'));
    return names.some((name) => ids.includes(name)) || objects.some((object) => text.includes(object));
  };
}

/** `rollback-target-removed` tells of these: the rollback is said to work after them. */
function saidToBeRolledBack(context: RuleContext, { viableUntil }: RollbackView): ReadonlySet<StepView> {
  const steps = stepsAround(context);
  const until = viableUntil ? steps.findIndex(({ id }) => id?.value === viableUntil.value) : -1;
  return new Set(steps.slice(0, Math.max(until, 0)).filter(({ phase }) => phase?.value === 'contract'));
}

function list(id: Value<string>, own: RollbackView, context: RuleContext): Fix[] {
  const value = leftAsItIs(id.value, context);
  const title = `Say that "${id}" is not reverted`;
  const items = own.notReverted?.node;
  if (items && items.items.length > 0)
    return [{ title, edits: [{ kind: 'append', list: items, value }], preferred: true }];
  const there = entryOf(own, 'notReverted')?.value;
  if (there && !saysNone(there)) return [];
  return [{ title, edits: [{ kind: 'set', parent: own.node, key: 'notReverted', value: [value] }], preferred: true }];
}
