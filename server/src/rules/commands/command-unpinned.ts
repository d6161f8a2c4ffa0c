import * as l10n from '@vscode/l10n';
import { unpinnedOf } from '../../analysis/commands/index.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { shellsIn } from './places.ts';

/** What is deployed, and what is gone back to, is one version and not whatever a name points to on that day. */
export const commandUnpinned = defineRule({
  id: 'command-unpinned',
  group: 'commands',
  severity: 'warning',
  fixable: false,
  *check(context) {
    for (const { node, place } of shellsIn(context))
      for (const { fact, span } of unpinnedOf(node)) {
        const what = named(fact.target);
        const why =
          place.kind === 'back'
            ? 'a rollback to it may well bring back the version that failed'
            : 'nobody can say afterwards which version was deployed, and the next machine may get another one';
        yield finding(
          span,
          l10n.t`${what} is whatever it is on that day: ${why}. Name a version, a digest or a commit.`,
        );
      }
  },
});

function named(target: string): string {
  if (target === 'pull') return l10n.t('What `git pull` brings');
  return /^\$?latest$/i.test(target) ? `"${target}"` : l10n.t`"${target}", a branch,`;
}
