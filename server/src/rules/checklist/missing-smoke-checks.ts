import * as l10n from '@vscode/l10n';
import { plansAround } from '../../lint/bundle.ts';
import { isMisspelt, planSchema } from '../../lint/missing.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { isAbsent, placeOfMissing } from '../../model/plan/view.ts';
import { addSmokeChecks } from './smoke-checks.ts';
import { isOnlyHealth } from './smoke-only-health.ts';

const LEAST = 3;

/** There are enough smoke checks to see more than one thing. */
export const missingSmokeChecks = defineRule({
  id: 'missing-smoke-checks',
  group: 'checklist',
  severity: 'warning',
  fixable: true,
  *check({ plan, bundle }) {
    const { validation } = plan.view;
    if (!validation || validation.node.entries.size === 0) return;
    const isNone = isAbsent(validation, 'smoke');
    if (!isNone && !validation.smoke) return;
    if (isNone && isMisspelt(validation, 'smoke', planSchema(['validation']))) return;
    const count = validation.smoke?.node.items.length ?? 0;
    const elsewhere = plansAround(plan, bundle).some(
      (other) => other !== plan && (other.view.validation?.smoke ?? []).length >= LEAST,
    );
    if (count >= LEAST || elsewhere || isOnlyHealth(plan)) return;
    const many = count === 0 ? 'no smoke checks' : count === 1 ? 'one smoke check' : 'two smoke checks';
    const message = l10n.t`The plan has ${many}. They are run after every stage and are the first to see that it went wrong: write at least three, each of something that users do.`;
    yield finding(placeOfMissing(validation, 'smoke'), message, [
      {
        title: count === 0 ? l10n.t('Write smoke checks') : l10n.t('Write more smoke checks'),
        edits: addSmokeChecks(LEAST - count, validation.node),
        preferred: true,
      },
    ]);
  },
});
