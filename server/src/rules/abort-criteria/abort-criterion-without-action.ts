import * as l10n from '@vscode/l10n';
import type { LocatedCriterion } from '../../analysis/criteria/index.ts';
import { defineRule, type Finding, finding } from '../../lint/rule.ts';
import { criteriaIn } from '../../lint/stages.ts';
import type { StageView } from '../../lint/views.ts';
import { slot } from '../../model/edit.ts';
import type { Entry, ListNode, MapNode } from '../../model/located.ts';
import { entryOf, isAbsent } from '../../model/plan/view.ts';
import { textOf } from '../../model/source.ts';

/** Either the criterion or the plan says what happens when it holds. */
export const abortCriterionWithoutAction = defineRule({
  id: 'abort-criterion-without-action',
  group: 'abort-criteria',
  severity: 'warning',
  fixable: true,
  *check({ plan }) {
    const { rollout } = plan.view;
    if (!rollout) return;
    const criteria = criteriaWithoutHeading(rollout.stages ?? []);
    const [first, second] = criteria;
    // Nobody says it anywhere: that is one omission, and one line mends it.
    if (first && second && criteria.every(lacksAction)) yield nowhere(first, rollout.node);
    else yield* criteria.filter(lacksAction).map(missing);
  },
});

/**
 * The criteria that must say it themselves, each once, however many stages inherit it. A heading such as "Roll back if" says the action
 * for all below it.
 */
function criteriaWithoutHeading(stages: readonly StageView[]): LocatedCriterion[] {
  const seen = new Set<ListNode>();
  return stages.flatMap((stage) => {
    const entry: Entry | undefined = entryOf(stage, 'abortCriteria');
    if (entry?.value.kind !== 'list' || seen.has(entry.value) || !isAbsent(stage, 'onAbort')) return [];
    seen.add(entry.value);
    return saysAction(textOf(entry.key)) ? [] : criteriaIn(entry.value);
  });
}

function saysAction(heading: string): boolean {
  return /roll(?:ing)?[ -]?back|revert|halt|pause|stop|kill switch|circuit breaker/i.test(heading);
}

/** What could not be read may well say it. */
function lacksAction({ criterion, actions }: LocatedCriterion): boolean {
  return actions.length === 0 && criterion.kind !== 'unknown' && criterion.kind !== 'vague';
}

function missing({ criterion, words, spanOf }: LocatedCriterion): Finding {
  const message = l10n.t`"${criterion.condition.text}" does not say what happens when it holds, so it is discussed when it does. End it with \`-> rollback\`, \`-> pause\` or \`-> page\`.`;
  const edit = { kind: 'write', node: words, value: slot(`${words.text.trimEnd()} -> rollback`) } as const;
  return finding(spanOf(criterion.condition), message, [
    { title: l10n.t('Add "-> rollback"'), edits: [edit], preferred: true },
  ]);
}

function nowhere({ criterion, spanOf }: LocatedCriterion, rollout: MapNode): Finding {
  const message = l10n.t(
    'No abort criterion says what happens when it holds, so it is discussed when it does. End each with `-> rollback`, `-> pause` or `-> page`, or say it once for all of them.',
  );
  const edit = { kind: 'set', parent: rollout, key: 'onAbort', value: 'rollback' } as const;
  return finding(spanOf(criterion.condition), message, [
    { title: l10n.t('Say once that an abort rolls back'), edits: [edit], preferred: true },
  ]);
}
