/** What follows from all stages together for each of them. */

import { isProduction, stagesOf, weightOf } from '../lint/stages.ts';
import type { StageView } from '../lint/views.ts';
import { parseDuration } from '../model/notation.ts';
import type { Plan } from '../model/plan/plan.ts';

export interface StageFacts {
  readonly stage: StageView;
  /** From the start of the rollout to the start of the stage, at the least; nothing where that is not said. */
  readonly beginsAfter: number | undefined;
  readonly soak: number | undefined;
  /** The production stage before, where both say how large their share is. */
  readonly before: { readonly stage: StageView; readonly weight: number } | undefined;
}

/** In the order of the text. */
export function stageFacts(plan: Plan): readonly StageFacts[] {
  let elapsed: number | undefined = 0;
  let before: StageFacts['before'];
  return stagesOf(plan).map((stage) => {
    const soak = stage.soak && parseDuration(stage.soak.toString())?.ms;
    // A day of its own says more than what the stages before take.
    if (stage.starts) elapsed = undefined;
    const facts = { stage, beginsAfter: elapsed, soak, before };
    elapsed = elapsed === undefined || soak === undefined ? undefined : elapsed + soak;
    const weight = isProduction(stage) ? weightOf(stage) : undefined;
    if (weight !== undefined) before = { stage, weight };
    return facts;
  });
}
