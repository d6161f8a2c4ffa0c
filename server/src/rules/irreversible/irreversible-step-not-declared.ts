import * as l10n from '@vscode/l10n';
import { irreversibleSteps } from '../../lint/irreversible.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { nameOfStep, placeOfStep } from '../../lint/steps.ts';

/** A step that cannot be undone says so itself, where whoever carries it out will read it. */
export const irreversibleStepNotDeclared = defineRule({
  id: 'irreversible-step-not-declared',
  group: 'irreversible',
  severity: 'warning',
  fixable: true,
  *check({ plan, bundle }) {
    for (const { step, irreversible } of irreversibleSteps(plan, bundle)) {
      if (irreversible.declared) continue;
      const { reversible } = step;
      const says = reversible ? 'claims to be reversible' : 'does not say that it cannot be undone';
      const message = l10n.t`The step "${nameOfStep(step)}" ${irreversible.why}, yet it ${says}. Whoever carries it out learns of it when it is too late: declare the step irreversible.`;
      const related = [{ span: irreversible.said, message: l10n.t('It is said here.') }];
      yield finding(
        reversible?.node.span ?? placeOfStep(step),
        message,
        [
          {
            title: l10n.t('Declare the step irreversible'),
            edits: [{ kind: 'set', parent: step.node, key: 'reversible', value: false }],
            preferred: true,
          },
        ],
        related,
      );
    }
  },
});
