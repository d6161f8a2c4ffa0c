import * as l10n from '@vscode/l10n';
import { plansAround } from '../../lint/bundle.ts';
import { defineRule, type RuleContext } from '../../lint/rule.ts';
import { type Skeleton, slot } from '../../model/edit.ts';
import { wordsOf } from '../../model/plan/view.ts';
import { rollbackPresence } from './rollback-presence.ts';

/** The rollback says what goes back, kind by kind. */
export const rollbackMissingReverts = defineRule(
  rollbackPresence('rollback-missing-reverts', { insert: (context) => ({ value: fromVersions(context) }) }),
);

/** The versions that the change starts from are those that it goes back to. */
function fromVersions({ plan, bundle }: RuleContext): Skeleton {
  const views = plansAround(plan, bundle).map(({ view }) => view);
  const service = views
    .flatMap(({ change }) => change?.versions ?? [])
    .find(({ kind, from }) => from && kind?.value !== 'schema' && kind?.value !== 'database');
  const flag = views.flatMap(({ flags }) => flags ?? []).find(({ id }) => id)?.id;
  const [component, from] = [wordsOf(service?.component), wordsOf(service?.from)];
  return {
    code: slot(component && from ? l10n.t`${component} back to ${from}` : 'orders-api back to 4.18.2'),
    ...(flag ? { config: slot(`${flag} off`) } : {}),
    data: slot('none needed: the old shape is complete throughout'),
  };
}
