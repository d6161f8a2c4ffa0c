import * as l10n from '@vscode/l10n';
import {
  irreversibleAround,
  isForwardOnly,
  leftAsItIs,
  restoring,
  rollbackAsked,
  stepsAround,
} from '../../lint/rollback.ts';
import { defineRule, type Finding, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { nameOfStep } from '../../lint/steps.ts';
import type { RollbackView, StepView } from '../../lint/views.ts';
import { isEmpty, saysNone } from '../../model/located.ts';
import { entryOf, idOf, spelling, type Value } from '../../model/plan/view.ts';
import type { Span } from '../../model/source.ts';
import { listed } from '../../util/listed.ts';

/** Going back is not claimed to work after a contract step: the code that it returns to needs what is gone by then. */
export const rollbackTargetRemoved = defineRule({
  id: 'rollback-target-removed',
  group: 'rollback',
  severity: 'error',
  fixable: true,
  *check(context) {
    const said = rollbackAsked(context);
    if (!said || isForwardOnly(said.all) || !said.all.some(returnsToOldCode)) return;
    const steps = stepsAround(context);
    const gone = irreversibleAround(context).flatMap(({ step }) => (step.phase?.value === 'contract' ? step : []));
    const stays = new Set(
      said.all.flatMap(({ notReverted }) => notReverted?.flatMap((one) => one.step?.value ?? []) ?? []),
    );
    const last = said.own.viableUntil;
    const until = last ? steps.findIndex(({ id }) => id?.value === last.value) : -1;
    const tooEarly = gone.filter((step) => steps.indexOf(step) < until && !stays.has(idOf(step)));
    const [early] = tooEarly;
    if (early && last)
      yield found(early, last.node.span, `is said to work until "${last}", after "${nameOfStep(early)}" has run`, [
        ...endBefore(early, last),
        // A step without an id can be named nowhere, and would be told next.
        ...(early.id && tooEarly.every(({ id }) => id) ? markNotReverted(early.id, said.own, context) : []),
      ]);
    yield* fromDecisions(gone, said.own, context);
  },
});

/** "If the contract step fails, deploy the previous version." */
function* fromDecisions(gone: readonly StepView[], own: RollbackView, context: RuleContext): Generator<Finding> {
  for (const { step, method } of own.decisions ?? []) {
    const removed = step && gone.find(({ id }) => id?.value === step.value);
    const words = spelling(method);
    if (!removed || !method || !GOES_BACK.test(words) || OTHERWISE.test(words)) continue;
    const edit = { kind: 'write', node: method.node, value: restoring(context) } as const;
    yield found(removed, method.node.span, `is what is done once "${nameOfStep(removed)}" has failed`, [
      { title: l10n.t('Restore from a backup instead'), edits: [edit] },
    ]);
  }
}

const GOES_BACK = /\b(?:deploy|redeploy|roll(?:ing)? ?back|rollback|revert|undo|previous (?:version|release|image))\b/i;
const OTHERWISE = /\b(?:restor\w*|back-?up|snapshot|forward|fix|not?|never)\b/i;

function found(step: StepView, place: Span, how: string, fixes: readonly Fix[]) {
  const message = l10n.t`Going back to the old code ${how}. That code needs what the step removes, and would not start or would lose data: say what is done instead.`;
  return finding(
    place,
    message,
    fixes.map((fix, at) => ({ ...fix, preferred: at === 0 })),
    [{ span: step.node.head, message: l10n.t('This step removes what the old code needs.') }],
  );
}

/** Code goes back to a version, in words or by a command. */
function returnsToOldCode({ reverts, steps }: RollbackView): boolean {
  const code = reverts?.code;
  if (code) return !saysNone(code.node);
  return steps?.some((step) => GOES_BACK.test(`${step.run ?? ''} ${step.title ?? ''} ${step.manual ?? ''}`)) ?? false;
}

function endBefore({ id }: StepView, viableUntil: Value<string>): Fix[] {
  if (!id) return [];
  return [
    {
      title: l10n.t`Roll back only until "${String(id)}"`,
      edits: [{ kind: 'write', node: viableUntil.node, value: id.value }],
    },
  ];
}

/** A list that is begun names every step that cannot be undone: one of them alone would hide the others. */
function markNotReverted(id: Value<string>, own: RollbackView, context: RuleContext): Fix[] {
  const entry = (step: string) => leftAsItIs(step, context);
  const list = own.notReverted?.node;
  if (list && list.items.length > 0) {
    const edit = { kind: 'append', list, value: entry(id.value) } as const;
    return [{ title: l10n.t`Say that "${String(id)}" is not reverted`, edits: [edit] }];
  }
  const there = entryOf(own, 'notReverted')?.value;
  if (!list && there && !isEmpty(there) && !saysNone(there)) return [];
  const all = irreversibleAround(context)
    .map(({ step }) => step.id?.value)
    .filter((id) => id !== undefined);
  const edit = { kind: 'set', parent: own.node, key: 'notReverted', value: all.map(entry) } as const;
  return [
    {
      title: l10n.t`Say that ${listed(all.map((id) => `"${id}"`))} ${all.length > 1 ? 'are' : 'is'} not reverted`,
      edits: [edit],
    },
  ];
}
