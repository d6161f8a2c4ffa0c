/** Facts about stages that several rules need. */
import * as l10n from '@vscode/l10n';
import { criterionOf, type LocatedCriterion } from '../analysis/criteria/index.ts';
import type { ListNode } from '../model/located.ts';
import { parsePercent } from '../model/notation.ts';
import type { Plan } from '../model/plan/plan.ts';
import { once } from '../model/plan/reads.ts';
import { idOf } from '../model/plan/view.ts';
import { addToGroup } from '../util/groups.ts';
import type { StageView } from './views.ts';

const NOT_PRODUCTION =
  /\b(?:staging|stg|stage env|test|dev|development|local|lab|qa|uat|(?:pre|non)-?prod(?:uction)?|preview|shadow|internal|employees|staff|alpha|dogfood(?:ing)?|sandbox|integration)\b/i;

export function stagesOf(plan: Plan): readonly StageView[] {
  return plan.view.rollout?.stages ?? [];
}

/** Said, or so named that nobody would take it for anything else. */
export function isProduction(stage: StageView): boolean {
  const environment = stage.environment?.value;
  if (environment !== undefined) return environment === 'production';
  return !NOT_PRODUCTION.test(`${stage.id ?? ''} ${stage.title ?? ''}`);
}

/** Share of the traffic in percent, 0 to 100; nothing where it is not said or not readable. */
export function weightOf(stage: StageView): number | undefined {
  return stage.weight && parsePercent(stage.weight.toString());
}

export type CriteriaKey = 'abortCriteria' | 'successCriteria' | 'entryCriteria';

/** The criteria of a stage, inherited ones too, each with its place. */
export function criteriaOf(stage: StageView, key: CriteriaKey): readonly LocatedCriterion[] {
  const list = stage[key];
  return list ? criteriaIn(list.node) : [];
}

export function criteriaIn(list: ListNode): readonly LocatedCriterion[] {
  return list.items.map(criterionOf).filter((criterion) => criterion !== undefined);
}

/** The stages that extend a stage, by its id. */
const extending = once((stages: readonly StageView[]): ReadonlyMap<string, readonly StageView[]> => {
  const heirs = new Map<string, StageView[]>();
  for (const stage of stages) {
    if (stage.extends) addToGroup(heirs, stage.extends.value, stage);
  }
  return heirs;
});

/** The stage and those that inherit what is written at it. */
export function withHeirs(stage: StageView, plan: Plan): readonly StageView[] {
  const heirs = extending(stagesOf(plan));
  // A set is walked to its end also while it grows.
  const family = new Set([stage]);
  for (const one of family) for (const heir of heirs.get(idOf(one)) ?? []) family.add(heir);
  return [...family];
}

/** How a stage is called in a message. */
export function nameOfStage(stage: StageView): string {
  const id = stage.id?.toString();
  // `5% → 100%` stands for two stages.
  return (id?.includes('→') ? stage.id?.value : id) ?? stage.title?.toString() ?? l10n.t('This stage');
}
