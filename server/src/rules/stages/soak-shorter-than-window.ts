import * as l10n from '@vscode/l10n';
import type { Criterion } from '../../analysis/criteria/index.ts';
import { SHORTEST_SOAK } from '../../lint/limits.ts';
import { optionOf } from '../../lint/options.ts';
import { defineRule, finding, type RuleContext } from '../../lint/rule.ts';
import { longestOf } from '../../lint/stage-proposals.ts';
import { isProduction, nameOfStage, stagesOf } from '../../lint/stages.ts';
import type { StageView } from '../../lint/views.ts';
import { slot } from '../../model/edit.ts';
import type { ScalarNode } from '../../model/located.ts';
import { formatDuration, parseDuration } from '../../model/notation.ts';

/** A stage is watched at least as long as its slowest criterion takes, and as long as the policy asks for. */
export const soakShorterThanWindow = defineRule({
  id: 'soak-shorter-than-window',
  group: 'stages',
  severity: 'warning',
  fixable: true,
  options: [SHORTEST_SOAK],
  *check(context) {
    for (const [soak, { stage, criterion, ms }] of slowestBySoak(context)) {
      const length = parseDuration(soak.text)?.ms;
      if (length === undefined || length >= ms) continue;
      const window = formatDuration(ms);
      const name = nameOfStage(stage);
      const message = criterion
        ? l10n.t`Stage "${name}" soaks for ${soak.text}, and "${criterion.condition.text}" takes ${window} to tell. The stage is over before it can be judged: let it soak for at least ${window}.`
        : l10n.t`Stage "${name}" soaks for ${soak.text}, and the policy asks for ${window} in production. What comes slowly, such as leaks and queues, is not seen before: let it soak for at least ${window}.`;
      yield finding(soak.span, message, [
        {
          title: l10n.t`Soak for ${window}`,
          edits: [{ kind: 'write', node: soak, value: slot(window) }],
          preferred: true,
        },
      ]);
    }
  },
});

interface Slowest {
  readonly stage: StageView;
  /** Nothing where it is the policy that asks for the time. */
  readonly criterion?: Criterion;
  readonly ms: number;
}

/** A soak that several stages inherit has to be long enough for all of them. */
function slowestBySoak(context: RuleContext): ReadonlyMap<ScalarNode, Slowest> {
  const shortest = optionOf(context, SHORTEST_SOAK);
  const slowest = new Map<ScalarNode, Slowest>();
  for (const stage of stagesOf(context.plan)) {
    const least = isProduction(stage) ? { ms: shortest } : { ms: 0 };
    const own = longestOf(stage);
    const longest = own && own.ms >= least.ms ? own : least;
    if (!stage.soak || longest.ms <= (slowest.get(stage.soak.node)?.ms ?? 0)) continue;
    slowest.set(stage.soak.node, { stage, ...longest });
  }
  return slowest;
}
