import * as l10n from '@vscode/l10n';
import { isMisspelt, planSchema } from '../../lint/missing.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { proposeStop } from '../../lint/step-proposals.ts';
import { remarksOf, workOfSteps } from '../../lint/step-work.ts';
import { nameOfStep } from '../../lint/steps.ts';
import { isAbsent, placeOfMissing } from '../../model/plan/view.ts';

/** A step that writes for hours says what stops it half-way. */
export const stepWithoutStopCondition = defineRule({
  id: 'step-without-stop-condition',
  group: 'migration',
  severity: 'warning',
  fixable: true,
  *check(context) {
    for (const work of workOfSteps(context)) {
      const { step } = work;
      // What changes the schema too has to be split first.
      if (!work.changesData || work.changesSchema || !isAbsent(step, 'stopWhen')) continue;
      if (isMisspelt(step, 'stopWhen', planSchema(['migration', 'steps', 0])) || STOPS.test(remarksOf(step))) continue;
      const message = l10n.t`Nothing stops the step "${nameOfStep(step)}" half-way. It writes beside live traffic, and whoever sees the latency rise must not have to ask first: write the conditions under \`stopWhen\`.`;
      const { value, edits } = proposeStop(context);
      yield finding(placeOfMissing(step, 'stopWhen'), message, [
        {
          title: l10n.t('Write what stops it'),
          edits: [{ kind: 'set', parent: step.node, key: 'stopWhen', value }, ...edits],
          preferred: true,
        },
      ]);
    }
  },
});

const STOPS =
  /\b(?:stop|abort|pause|halt|cancel|kill)(?:s|ped|ed|d)?\b[^.\n]{0,40}\b(?:if|when|once|as soon as|above|over)\b|\b(?:if|when)\b[^.\n]{0,80}\b(?:stop|abort|pause|halt|cancel|kill)\b/i;
