import * as l10n from '@vscode/l10n';
import { parseCriterion } from '../../analysis/criteria/index.ts';
import { proposeAbort } from '../../lint/proposals.ts';
import { isSurelyProduction } from '../../lint/ramp.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { proposeEntry, proposeMetrics, proposeSuccess } from '../../lint/stage-proposals.ts';
import { criteriaOf, nameOfStage, stagesOf } from '../../lint/stages.ts';
import type { StageView } from '../../lint/views.ts';
import { type PlanEdit, type Skeleton, slot } from '../../model/edit.ts';
import { descend } from '../../model/located.ts';
import { entryOf, nameSpan } from '../../model/plan/view.ts';

/** The procedure is tried where nobody is hurt, before production. */
export const noStagingStage = defineRule({
  id: 'no-staging-stage',
  group: 'stages',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const [first] = stagesOf(context.plan);
    if (!first || !isSurelyProduction(first, context.plan) || wasTried(first)) return;
    const message = l10n.t`The first stage, "${nameOfStage(first)}", is in production already. A mistake in the procedure itself then costs users: begin with a stage in staging, with criteria of its own.`;
    yield finding(nameSpan(first), message, beginInStaging(first, context));
  },
});

const ELSEWHERE = /\b(?:staging|stg|stage env|(?:pre|non)-?prod(?:uction)?|qa|uat|test(?:ing)? env|dogfood|internal)/i;

/** Its entry criteria, or its words, speak of an environment where it was tried before. */
function wasTried(stage: StageView): boolean {
  const texts = criteriaOf(stage, 'entryCriteria').map(({ criterion }) => criterion.text);
  return ELSEWHERE.test([...texts, stage.description, stage.notes].join(' '));
}

function beginInStaging(first: StageView, context: RuleContext): Fix[] {
  const { plan } = context;
  const list = descend(plan.document.root, ['rollout', 'stages']);
  if (list?.kind !== 'list' || stagesOf(plan).some(({ id }) => id?.value === 'staging')) return [];
  const abort = proposeAbort(first, context);
  const parts: readonly (readonly [keyof StageView, Skeleton, readonly PlanEdit[]])[] = [
    ['entryCriteria', proposeEntry([first], context).value, []],
    withEdits('metrics', proposeMetrics([first], context)),
    withEdits('successCriteria', proposeSuccess([first], context, abort.texts.map(parseCriterion))),
    ['abortCriteria', abort.criteria, abort.edits],
  ];
  const { rollout } = plan.view;
  // What no stage says is one omission, mended for all of them at once.
  const isSaid = (key: keyof StageView): boolean => stagesOf(plan).some(({ node }) => node.entries.has(key));
  const own = parts.filter(([key]) => !entryOf(rollout, key) && (key === 'abortCriteria' || isSaid(key)));
  const value = {
    id: 'staging',
    environment: 'staging',
    weight: '100%',
    ...(isSaid('soak') ? { soak: slot('24h') } : {}),
    ...Object.fromEntries(own.map(([key, part]) => [key, part])),
  };
  const edits = merged(own.flatMap(([, , more]) => more));
  return [
    {
      title: l10n.t('Begin with a stage in staging'),
      edits: [{ kind: 'append', list, value, at: 0 }, ...edits],
      preferred: true,
    },
  ];
}

function withEdits(key: keyof StageView, { value, edits }: { value: Skeleton; edits: readonly PlanEdit[] }) {
  return [key, value, edits] as const;
}

/** Each part declares what it names. Where nothing is declared yet, the list is written once, as the first part has it. */
function merged(edits: readonly PlanEdit[]): readonly PlanEdit[] {
  const isList = (edit: PlanEdit): boolean => edit.kind === 'set' && edit.key === 'metrics';
  const first = edits.find(isList);
  return edits.filter((edit) => edit === first || !isList(edit));
}
