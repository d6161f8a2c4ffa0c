import * as l10n from '@vscode/l10n';
import { LARGEST_JUMP } from '../../lint/limits.ts';
import { isMisspelt, planSchema } from '../../lint/missing.ts';
import { addStages } from '../../lint/new-stages.ts';
import { optionOf } from '../../lint/options.ts';
import { ownerOf } from '../../lint/proposals.ts';
import { between, isOutOfOrder, placeOfWeight, type Share, sharesOf } from '../../lint/ramp.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { criteriaOf, isProduction, nameOfStage, stagesOf } from '../../lint/stages.ts';
import type { StageView } from '../../lint/views.ts';
import { type Skeleton, slot } from '../../model/edit.ts';
import { formatPercent } from '../../model/notation.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { isAbsent } from '../../model/plan/view.ts';
import { listed } from '../../util/listed.ts';

/** A rollout ends with everybody, or says why it does not. */
export const lastStageNotFull = defineRule({
  id: 'last-stage-not-full',
  group: 'stages',
  severity: 'information',
  fixable: true,
  *check(context) {
    const { plan } = context;
    const { rollout } = plan.view;
    const shares = sharesOf(plan);
    const last = shares.at(-1);
    if (!rollout || !last || shares.some(({ weight }) => weight >= 100) || saysWhy(plan)) return;
    if (stagesOf(plan).findLast(isProduction) !== last.stage) return;
    const share = formatPercent(last.weight);
    const message = l10n.t`The rollout ends at ${share} with "${nameOfStage(last.stage)}". Both versions then run for good, and nobody knows whether that is meant: go on to 100%, or say under \`partial\` why it stays.`;
    const why = {
      kind: 'set',
      parent: rollout.node,
      key: 'partial',
      value: slot('the others keep the old version'),
    } as const;
    const goOn = isOutOfOrder(shares) ? [] : goOnFrom(last, context);
    yield finding(placeOfWeight(last.stage), message, [
      ...goOn,
      { title: l10n.t`Say why it ends at ${share}`, edits: [why], preferred: goOn.length === 0 },
    ]);
  },
});

const ON_PURPOSE = /\b(?:hold-?(?:back|out)|partial|permanent|stays? (?:at|behind)|remain)/i;

function saysWhy({ view: { rollout } }: Plan): boolean {
  if (!rollout || !isAbsent(rollout, 'partial') || isMisspelt(rollout, 'partial', planSchema(['rollout']))) return true;
  const last = rollout.stages?.at(-1);
  return ON_PURPOSE.test(
    [rollout.description, rollout.notes, last?.id, last?.title, last?.description, last?.notes].join(' '),
  );
}

function goOnFrom({ stage, weight }: Share, context: RuleContext): Fix[] {
  const weights = [...between(weight, 100, optionOf(context, LARGEST_JUMP)), 100];
  const more = automaticOnes(stage, context);
  const edits = more && addStages(weights, stage, undefined, context.plan, more);
  return edits && edits.length > 0
    ? [{ title: l10n.t`Go on to ${listed(weights.map(formatPercent))}`, edits, preferred: true }]
    : [];
}

/** With everybody in it a stage needs a criterion that acts by itself; nothing where none can be made to. */
function automaticOnes(stage: StageView, context: RuleContext): { readonly [key: string]: Skeleton } | undefined {
  const criteria = criteriaOf(stage, 'abortCriteria');
  if (criteria.length === 0 || criteria.some(({ automatic }) => automatic === true)) return {};
  const first = criteria.find(
    ({ criterion, actions }) => criterion.kind === 'threshold' && actions.some(({ kind }) => kind === 'rollback'),
  );
  if (!first || criteria.some(({ span, words }) => span !== words.span)) return undefined;
  const value = { when: first.criterion.condition.text, then: 'rollback', automatic: true, owner: ownerOf(context) };
  return { abortCriteria: criteria.map((one) => (one === first ? value : one.words.text)) };
}
