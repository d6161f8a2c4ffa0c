import * as l10n from '@vscode/l10n';
import { plansAround } from '../../lint/bundle.ts';
import { irreversibleAround, isForwardOnly, isMisspeltIn, isSaid, rollbackAsked } from '../../lint/rollback.ts';
import { defineRule, type Fix, finding } from '../../lint/rule.ts';
import { nameOfStep } from '../../lint/steps.ts';
import type { StepView } from '../../lint/views.ts';
import type { MapNode } from '../../model/located.ts';
import { isAbsent, placeOfMissing } from '../../model/plan/view.ts';

/** Where a step cannot be undone, the rollback says until when going back works. */
export const rollbackViabilityMissing = defineRule({
  id: 'rollback-viability-missing',
  group: 'rollback',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const said = rollbackAsked(context);
    const [first] = said ? irreversibleAround(context) : [];
    if (!said || !first || isForwardOnly(said.all) || isSaid(said.all, 'viableUntil')) return;
    if (isMisspeltIn(said.all, 'viableUntil')) return;
    const windows = plansAround(context.plan, context.bundle).map(({ view }) => view.migration?.maintenanceWindow);
    if (windows.some((window) => window && !isAbsent(window, 'pointOfNoReturn'))) return;
    const message = l10n.t`The step "${nameOfStep(first.step)}" ${first.irreversible.why}, and nothing says until when rolling back works. Whoever rolls back after it makes things worse: name the step before which it must be decided under \`viableUntil\`.`;
    yield finding(placeOfMissing(said.own, 'viableUntil'), message, viableUntil(said.own.node, first.step), [
      { span: first.step.node.head, message: l10n.t('This step cannot be undone.') },
    ]);
  },
});

function viableUntil(parent: MapNode, { id }: StepView): Fix[] {
  if (!id) return [];
  const edit = { kind: 'set', parent, key: 'viableUntil', value: id.value } as const;
  return [{ title: l10n.t`Roll back only until "${String(id)}"`, edits: [edit], preferred: true }];
}
