import * as l10n from '@vscode/l10n';
import { type ConstraintKind, isLock, type Lock } from '../../analysis/sql/index.ts';
import { isStopped } from '../../lint/downtime.ts';
import { defineRule } from '../../lint/rule.ts';
import { actionsOf, type StepAction, tell } from '../../lint/sql-actions.ts';

/** A constraint on a table that is in use is added without checking, and checked afterwards. */
export const sqlAddConstraint = defineRule({
  id: 'sql-add-constraint',
  group: 'sql',
  severity: 'warning',
  fixable: false,
  *check(context) {
    if (isStopped(context)) return;
    for (const one of actionsOf(context, 'up')) {
      const kind = constraintOf(one);
      const held = kind && one.effects.filter(isLock).find((lock) => isHeld(lock, one));
      if (!kind || !held) continue;
      const message = `The ${NAMES[kind]} is ${kind === 'unique' || kind === 'primary-key' ? 'built' : 'checked against every row'} while ${held.lock} ${held.what}. ${advice(kind, one)}`;
      yield tell(one, message);
    }
  },
});

const NAMES: Readonly<Record<ConstraintKind, string>> = {
  check: l10n.t('CHECK constraint'),
  'foreign-key': 'foreign key',
  unique: l10n.t('UNIQUE constraint'),
  'primary-key': 'primary key',
  exclude: l10n.t('EXCLUDE constraint'),
  'not-null': l10n.t('NOT NULL constraint'),
  default: 'default',
};

/** Also of a column that brings one along, and whose index is built at once. */
function constraintOf({ action: { kind, facts } }: StepAction): ConstraintKind | undefined {
  if (kind === 'add-constraint') return facts.constraintKind;
  if (kind !== 'add-column') return undefined;
  if (facts.default === 'volatile' || facts.identity || facts.generated) return undefined;
  return facts.primaryKey ? 'primary-key' : facts.unique ? 'unique' : undefined;
}

/** MySQL copies the table for a foreign key, unless it is told not to check. */
function isHeld({ held, blocks, unless }: Lock, { statements }: StepAction): boolean {
  if (held !== 'work' || blocks === 'ddl') return false;
  if (unless === undefined) return true;
  return !statements.some(({ statement }) =>
    statement.actions.some(({ facts }) => facts.setting === 'foreign_key_checks'),
  );
}

function advice(kind: ConstraintKind, { statement: { engine } }: StepAction): string {
  const isIndex = kind === 'unique' || kind === 'primary-key';
  switch (engine) {
    case 'postgresql':
      if (isIndex)
        return l10n.t('Build the index with CREATE UNIQUE INDEX CONCURRENTLY, and add the constraint USING INDEX.');
      if (kind === 'exclude') return l10n.t('There is no form that blocks nobody: run it in a maintenance window.');
      return l10n.t(
        'Add it NOT VALID, which takes a moment, and run VALIDATE CONSTRAINT in a later step, which blocks nobody.',
      );
    case 'sqlserver':
      return isIndex
        ? l10n.t('Add it WITH (ONLINE = ON).')
        : l10n.t('Add it WITH NOCHECK, and check it when the table is quiet.');
    default:
      return l10n.t('Change the table with an online tool, or say in the plan when the service is stopped.');
  }
}
