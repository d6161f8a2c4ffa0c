import type { Criterion } from '../../analysis/criteria/index.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { longestOf } from '../../lint/stage-proposals.ts';
import { nameOfStage, stagesOf } from '../../lint/stages.ts';
import type { StageView } from '../../lint/views.ts';
import { slot } from '../../model/edit.ts';
import type { ScalarNode } from '../../model/located.ts';
import { formatDuration, parseDuration } from '../../model/notation.ts';

/** A stage is watched at least as long as its slowest criterion takes. */
export const soakShorterThanWindow = defineRule({
  id: 'soak-shorter-than-window',
  group: 'stages',
  severity: 'warning',
  fixable: true,
  *check({ plan }) {
    for (const [soak, { stage, criterion, ms }] of slowestBySoak(stagesOf(plan))) {
      const length = parseDuration(soak.text)?.ms;
      if (length === undefined || length >= ms) continue;
      const window = formatDuration(ms);
      const message = `Stage "${nameOfStage(stage)}" soaks for ${soak.text}, and "${criterion.condition.text}" takes ${window} to tell. The stage is over before it can be judged: let it soak for at least ${window}.`;
      yield finding(soak.span, message, [
        {
          title: `Soak for ${window}`,
          edits: [{ kind: 'write', node: soak, value: slot(window) }],
          preferred: true,
        },
      ]);
    }
  },
});

interface Slowest {
  readonly stage: StageView;
  readonly criterion: Criterion;
  readonly ms: number;
}

/** A soak that several stages inherit has to be long enough for all of them. */
function slowestBySoak(stages: readonly StageView[]): ReadonlyMap<ScalarNode, Slowest> {
  const slowest = new Map<ScalarNode, Slowest>();
  for (const stage of stages) {
    const longest = longestOf(stage);
    if (!stage.soak || !longest || longest.ms <= (slowest.get(stage.soak.node)?.ms ?? 0)) continue;
    slowest.set(stage.soak.node, { stage, ...longest });
  }
  return slowest;
}
