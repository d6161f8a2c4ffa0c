import * as l10n from '@vscode/l10n';
import {
  type LocatedCriterion,
  sameLimit,
  type ThresholdCriterion,
  thresholdsOf,
} from '../../analysis/criteria/index.ts';
import { defineRule, type Finding, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { criteriaIn, criteriaOf, nameOfStage, stagesOf } from '../../lint/stages.ts';
import { nameOfStep, stepsOf } from '../../lint/steps.ts';
import { fileOf, isSameChange, referencePlan } from '../../lint/twins.ts';
import { asId } from '../../model/notation.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { textOf } from '../../model/source.ts';

/** A metric has one limit, whichever artifact one opens. */
export const thresholdMismatch = defineRule({
  id: 'threshold-mismatch',
  group: 'bundle',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const { plan } = context;
    const reference = referencePlan(context);
    if (!reference) {
      yield* triggersAgainstStages(context);
      return;
    }
    const theirs = new Map(
      placesOf(reference).map(({ place, criteria }) => [place, comparisonsIn(criteria, reference)]),
    );
    for (const { place, criteria } of placesOf(plan))
      yield* compare(comparisonsIn(criteria, plan), theirs.get(place) ?? []);
  },
});

/** Criteria that are the same in every file that has them. */
interface Place {
  readonly place: string;
  readonly criteria: readonly LocatedCriterion[];
}

function placesOf(plan: Plan): readonly Place[] {
  const places: Place[] = [];
  for (const stage of stagesOf(plan))
    for (const key of ['abortCriteria', 'successCriteria'] as const)
      places.push({ place: `${key} of ${asId(nameOfStage(stage))}`, criteria: criteriaOf(stage, key) });
  for (const step of stepsOf(plan))
    places.push({
      place: `stop of ${asId(nameOfStep(step))}`,
      criteria: step.stopWhen ? criteriaIn(step.stopWhen.node) : [],
    });
  return [...places, { place: 'triggers', criteria: triggersOf(plan) }];
}

function triggersOf({ view }: Plan): readonly LocatedCriterion[] {
  const list = view.rollback?.triggers;
  return list ? criteriaIn(list.node) : [];
}

/** Without a YAML plan, what triggers the rollback is measured by what aborts a stage and rolls back. */
function* triggersAgainstStages({ plan, bundle }: RuleContext): Generator<Finding> {
  if (plan.document.kind !== 'rollback') return;
  const others = bundle.plans.filter((other) => other.document.kind === 'rollout' && isSameChange(plan, other));
  const aborts = others.flatMap((other) =>
    comparisonsIn(
      stagesOf(other)
        .flatMap((stage) => criteriaOf(stage, 'abortCriteria'))
        .filter(({ actions }) => actions.length === 0 || actions.some(({ kind }) => kind === 'rollback')),
      other,
    ),
  );
  yield* compare(comparisonsIn(triggersOf(plan), plan), aborts);
}

interface Comparison {
  readonly located: LocatedCriterion;
  readonly threshold: ThresholdCriterion;
  readonly plan: Plan;
}

function comparisonsIn(criteria: readonly LocatedCriterion[], plan: Plan): readonly Comparison[] {
  return criteria.flatMap((located) =>
    thresholdsOf(located.criterion).map((threshold) => ({ located, threshold, plan })),
  );
}

function* compare(own: readonly Comparison[], others: readonly Comparison[]): Generator<Finding> {
  for (const one of own) {
    const twins = others.filter((other) => isSameQuestion(one.threshold, other.threshold));
    const [first] = twins;
    if (!first) continue;
    const same = twins.filter(({ threshold }) => sameLimit(one.threshold.limit, threshold.limit) !== false);
    const [alike] = same;
    if (!alike) {
      yield differs(one, first, 'limit', [one.threshold.limit, first.threshold.limit]);
      continue;
    }
    const windows = otherWindows(one.threshold, alike.threshold);
    if (windows && same.every(({ threshold }) => otherWindows(one.threshold, threshold)))
      yield differs(one, alike, 'window', windows);
  }
}

/** The same metric, and worse in the same direction. */
function isSameQuestion(one: ThresholdCriterion, other: ThresholdCriterion): boolean {
  return (
    one.metric.slug === other.metric.slug && one.op[0] === other.op[0] && one.qualifier?.text === other.qualifier?.text
  );
}

type Part = ThresholdCriterion['limit'] | NonNullable<ThresholdCriterion['window']>;

function otherWindows(
  { window: one }: ThresholdCriterion,
  { window: other }: ThresholdCriterion,
): [Part, Part] | undefined {
  return one?.ms !== undefined && other?.ms !== undefined && one.ms !== other.ms ? [one, other] : undefined;
}

function differs(one: Comparison, other: Comparison, part: 'limit' | 'window', [ours, theirs]: [Part, Part]): Finding {
  const file = fileOf(other.plan);
  const span = one.located.spanOf(ours);
  const said = other.located.spanOf(theirs);
  const what =
    part === 'limit'
      ? `has the limit ${textOf(span)} here and ${textOf(said)}`
      : `is watched ${textOf(span)} here and ${textOf(said)}`;
  const message = l10n.t`"${one.threshold.metric.text}" ${what} in ${file}. With two numbers for one alarm nobody knows when to act: write the same in both.`;
  const fixes = [
    rewrite(one, ours, theirs, `Write ${textOf(said)}, as in ${file}`, true),
    rewrite(other, theirs, ours, `Write ${textOf(span)} in ${file}`, false),
  ];
  return finding(span, message, fixes, [{ span: said, message: l10n.t`What ${file} says.` }]);
}

/** Puts the words of one criterion into the other. */
function rewrite({ located: { words } }: Comparison, old: Part, wanted: Part, title: string, preferred: boolean): Fix {
  const value = words.text.slice(0, old.range.from) + wanted.text + words.text.slice(old.range.to);
  return { title, edits: [{ kind: 'write', node: words, value }], preferred };
}
