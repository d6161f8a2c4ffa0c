import * as l10n from '@vscode/l10n';
import { rollbacksAround } from '../../lint/rollback.ts';
import { defineRule, type RuleContext } from '../../lint/rule.ts';
import { actionsOf, type StepAction, tell } from '../../lint/sql-actions.ts';
import { spelling } from '../../model/plan/view.ts';

/** A value of an enum stays for good, and the plan says so. */
export const sqlEnumAdd = defineRule({
  id: 'sql-enum-add',
  group: 'sql',
  severity: 'information',
  fixable: false,
  *check(context) {
    for (const one of actionsOf(context, 'up')) {
      const { kind, object } = one.action;
      if (kind !== 'enum-add' || !object || one.isNew || isKnownToStay(one, context)) continue;
      const message = l10n.t`The new value of "${object.name}" cannot be taken back: no statement removes a value of an enum, and the old version meets rows that hold one it does not know. Say under \`notReverted\` that it stays, and write it only when every version can read it.`;
      yield tell(one, message);
    }
  },
});

/** The step or the rollback says that it stays, or the way back makes the type anew. */
function isKnownToStay({ step }: StepAction, context: RuleContext): boolean {
  if (step.reversible?.value === false || /\btype\b/i.test(spelling(step.down?.sql))) return true;
  const id = step.id?.value;
  const entries = rollbacksAround(context).flatMap(({ notReverted }) => notReverted ?? []);
  return id !== undefined && entries.some(({ step: named, what }) => spelling(named ?? what).includes(id));
}
