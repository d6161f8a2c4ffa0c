/** Stages of two plans that are the same stage. */
import { asId } from '../model/notation.ts';
import { weightOf } from './stages.ts';
import type { StageView } from './views.ts';

export interface StagePair {
  readonly own: StageView;
  readonly other: StageView;
}

export interface PairedStages {
  readonly pairs: readonly StagePair[];
  /** In this plan alone. */
  readonly extra: readonly StageView[];
  /** In the other plan alone. */
  readonly lacking: readonly StageView[];
}

/** By their names; what is left, by the same share of the same traffic in the same order. */
export function pairStages(own: readonly StageView[], others: readonly StageView[]): PairedStages {
  const byName = new Map(others.flatMap((stage) => namesOf(stage).map((name) => [name, stage] as const)));
  const pairs = new Map<StageView, StageView>();
  const taken = new Set<StageView>();
  const take = (stage: StageView, other: StageView | undefined): void => {
    if (!other || taken.has(other)) return;
    pairs.set(stage, other);
    taken.add(other);
  };
  for (const stage of own) take(stage, namesOf(stage).flatMap((name) => byName.get(name) ?? [])[0]);
  for (const stage of own) {
    const weight = weightOf(stage);
    if (pairs.has(stage) || weight === undefined) continue;
    take(
      stage,
      others.find(
        (other) => !taken.has(other) && weightOf(other) === weight && isBetween(stage, other, own, others, pairs),
      ),
    );
  }
  return {
    pairs: own.flatMap((stage) => {
      const other = pairs.get(stage);
      return other ? [{ own: stage, other }] : [];
    }),
    extra: own.filter((stage) => !pairs.has(stage)),
    lacking: others.filter((stage) => !taken.has(stage)),
  };
}

/** The id and the title, in one spelling. */
function namesOf({ id, title }: StageView): string[] {
  return [id, title].flatMap((words) => {
    const text = words?.toString().trim();
    return text ? [asId(text)] : [];
  });
}

/** After the counterpart of the stage before, and before that of the stage after. */
function isBetween(
  stage: StageView,
  other: StageView,
  own: readonly StageView[],
  others: readonly StageView[],
  pairs: ReadonlyMap<StageView, StageView>,
): boolean {
  const at = own.indexOf(stage);
  const place = others.indexOf(other);
  return own.every((beside, index) => {
    const counterpart = pairs.get(beside);
    if (!counterpart || index === at) return true;
    return index < at ? others.indexOf(counterpart) < place : others.indexOf(counterpart) > place;
  });
}
