import * as l10n from '@vscode/l10n';
import { isPlaceholder } from '../../analysis/placeholders.ts';
import { plansAround } from '../../lint/bundle.ts';
import { proposeTriggers } from '../../lint/proposals.ts';
import { isForwardOnly, rollbackAsked } from '../../lint/rollback.ts';
import { defineRule, type Finding, finding, type RuleContext } from '../../lint/rule.ts';
import { criteriaIn } from '../../lint/stages.ts';
import { rollbackPresence } from './rollback-presence.ts';

const missing = rollbackPresence('no-rollback-trigger', {
  unless: (_, context) => hasTriggersForEveryStage(context),
  insert: (context) => {
    const { criteria, edits } = proposeTriggers(context);
    return { value: criteria, edits };
  },
});

/** At least one condition that can be measured or seen sets a rollback off. */
export const noRollbackTrigger = defineRule({
  ...missing,
  *check(context) {
    yield* missing.check(context);
    yield* onlyVague(context);
  },
});

/** A section such as "Rollback triggers" above the stages of an artifact serves the whole rollout. */
function hasTriggersForEveryStage({ plan, bundle }: RuleContext): boolean {
  return plansAround(plan, bundle).some(({ view }) => {
    const list = view.rollout?.abortCriteria;
    return list !== undefined && criteriaIn(list.node).some(({ criterion }) => criterion.kind !== 'vague');
  });
}

function* onlyVague(context: RuleContext): Generator<Finding> {
  const said = rollbackAsked(context);
  if (!said?.own.triggers || isForwardOnly(said.all) || hasTriggersForEveryStage(context)) return;
  const [first] = criteriaIn(said.own.triggers.node);
  const triggers = said.all.flatMap((rollback) => (rollback.triggers ? criteriaIn(rollback.triggers.node) : []));
  if (!first || !triggers.every(({ criterion }) => criterion.kind === 'vague' && !isPlaceholder(criterion.text)))
    return;
  const { criteria, edits } = proposeTriggers(context);
  const message = l10n.t`No trigger of the rollback can be measured: "${first.criterion.condition.text}" is read differently by everybody who is awake. Name a metric, an operator, a number and for how long, or an event that is seen or not.`;
  const fixes = criteria.slice(0, 1).map((value) => ({
    title: l10n.t('Write a trigger that can be measured'),
    edits: [{ kind: 'write', node: first.words, value } as const, ...edits],
    preferred: true,
  }));
  yield finding(first.spanOf(first.criterion.condition), message, fixes);
}
