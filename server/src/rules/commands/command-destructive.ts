import * as l10n from '@vscode/l10n';
import { type Destruction, destroyedBy, MadeByCommands } from '../../lint/commands.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { stepsOf } from '../../lint/steps.ts';
import { textOf } from '../../model/source.ts';
import { databasesDropped } from './dropped-database.ts';
import { type Place, type Shell, shellsIn } from './places.ts';

/** A command that destroys something is told at its words, unless its step says what is done about it. */
export const commandDestructive = defineRule({
  id: 'command-destructive',
  group: 'commands',
  severity: 'warning',
  fixable: false,
  beforeAdoption: true,
  *check(context) {
    const made = new MadeByCommands(stepsOf(context.plan));
    for (const shell of shellsIn(context)) {
      // Whether it can be undone, and from which backup, is then for the rules of irreversible steps.
      if (shell.place.kind === 'up' && shell.place.isDeclared) continue;
      const before = shell.place.kind === 'up' ? shell.place.at : undefined;
      for (const one of destroyedBy(shell.node)) {
        if ((isRollback(shell) && one.fact.takesDown) || made.isMade(one.fact, before)) continue;
        yield finding(one.span, `"${one.words}" ${one.fact.loss}. ${advice(one, shell.place)}`);
      }
      // Elsewhere the rules of SQL and of irreversible steps judge statements.
      if (shell.place.kind !== 'restore') continue;
      for (const span of databasesDropped(shell.node))
        yield finding(span, `"${textOf(span)}" drops the database with its data. ${besideProduction()}`);
    }
  },
});

/** Taking the new version out of service is what a rollback is. */
function isRollback({ place: { kind } }: Shell): boolean {
  return kind === 'back';
}

function advice({ fact }: Destruction, { kind }: Place): string {
  const isFinal = fact.damage === 'irreversible';
  switch (kind) {
    case 'up':
      return isFinal
        ? l10n.t('Nothing but a backup brings it back: name one at the step, and declare the step `reversible: false`.')
        : l10n.t('Say at the step whether that can be taken back: `reversible`, with a `down` or a backup.');
    case 'back':
      return isFinal
        ? l10n.t(
            'What has been written since the change goes with it: leave it in place, and remove it in a later step that has a backup.',
          )
        : l10n.t(
            'A rollback is run in a hurry: write the form that destroys nothing, or look at what it would do first.',
          );
    case 'restore':
      return besideProduction();
    case 'other':
      return isFinal
        ? l10n.t(
            'Nothing but a backup brings it back: make it a step of the migration, with a backup and `reversible: false`.',
          )
        : l10n.t('Make it a step of the migration that says how it is taken back.');
  }
}

function besideProduction(): string {
  return l10n.t('Restore beside production, into a new instance, and copy back what is missing.');
}
