import * as l10n from '@vscode/l10n';
import { SHARED_SURFACES } from '../../lint/breaking.ts';
import { plansAround } from '../../lint/bundle.ts';
import { isMisspelt, planSchema } from '../../lint/missing.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { slot } from '../../model/edit.ts';
import { entryOf, isAbsent } from '../../model/plan/view.ts';

/** A change to what others use says who they are. */
export const consumersMissing = defineRule({
  id: 'consumers-missing',
  group: 'compatibility',
  severity: 'warning',
  fixable: true,
  *check({ plan, bundle }) {
    const { change } = plan.view;
    const shared = change?.surfaces?.find(({ value }) => SHARED_SURFACES.has(value));
    if (!change || !shared) return;
    const plans = plansAround(plan, bundle);
    const schema = planSchema(['change']);
    const isSaid = plans.some(
      ({ view }) =>
        view.change && (!isAbsent(view.change, 'consumers') || isMisspelt(view.change, 'consumers', schema)),
    );
    const isAskedElsewhere =
      plan.document.kind !== 'plan' &&
      plans.some(({ document, view }) => document.kind === 'plan' && view.change?.surfaces);
    if (isSaid || isAskedElsewhere) return;
    const entry = entryOf(change, 'consumers');
    const message = l10n.t`The change touches ${String(SHARED_SURFACES.get(shared.value))}, and nobody is listed who uses it. Whoever is forgotten learns of the change from an outage of their own: list each consumer with its owner and what it uses, or write "none".`;
    yield finding(entry?.key ?? shared.node.span, message, [
      {
        title: l10n.t('List a consumer'),
        edits: [
          {
            kind: 'set',
            parent: change.node,
            key: 'consumers',
            value: [{ name: slot('mobile-app'), owner: slot('team-mobile'), uses: slot('GET /orders/42') }],
          },
        ],
        preferred: true,
      },
    ]);
  },
});
