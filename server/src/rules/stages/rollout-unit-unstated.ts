import * as l10n from '@vscode/l10n';
import { lacks } from '../../lint/missing.ts';
import { isChosen, isSurelyProduction } from '../../lint/ramp.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { stagesOf, weightOf } from '../../lint/stages.ts';
import type { StageView } from '../../lint/views.ts';
import type { Entry } from '../../model/located.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { entryOf, isAbsent } from '../../model/plan/view.ts';
import { offsets, textOf } from '../../model/source.ts';

/** A percentage says what it is of. */
export const rolloutUnitUnstated = defineRule({
  id: 'rollout-unit-unstated',
  group: 'stages',
  severity: 'information',
  fixable: true,
  *check({ plan }) {
    const { rollout } = plan.view;
    // A controller's manifest says what it weighs.
    if (!rollout || !isAbsent(rollout, 'manifest')) return;
    const shares = stagesOf(plan).flatMap((stage) => {
      const weight = entryOf(stage, 'weight');
      return weight && isShare(stage) && isSurelyProduction(stage, plan) ? [{ stage, weight }] : [];
    });
    const unclear = shares.find(({ stage, weight }) => lacks(stage, 'unit', plan) && !saysOfWhat(weight, plan));
    if (!unclear) return;
    const { span } = unclear.weight.value;
    const message = l10n.t`Nothing says what "${textOf(span)}" is a percentage of. Five percent of requests touches nearly every user, five percent of users one in twenty: write \`unit\`.`;
    const edit = { kind: 'set', parent: rollout.node, key: 'unit', value: 'requests' } as const;
    yield finding(span, message, [{ title: l10n.t('Count requests'), edits: [edit], preferred: true }]);
  },
});

function isShare(stage: StageView): boolean {
  const weight = weightOf(stage);
  return weight !== undefined && weight > 0 && weight < 100 && !isChosen(stage);
}

const NAMES =
  'traffic|requests?|users?|customers?|accounts?|tenants?|sessions?|hosts?|pods?|instances?|nodes?|servers?|devices?|regions?|clusters?|shards?|stores?';
const UNITS = new RegExp(NAMES, 'i');
/** The head of a column. */
const COLUMN = new RegExp(String.raw`\|[ \t]*(?:[%\w]+ ){0,3}(?:${NAMES})\b[^|\r\n]{0,30}\|`, 'i');

/** In the words beside it: `5% of users`, `Traffic: 5%`. */
function saysOfWhat(entry: Entry, plan: Plan): boolean {
  const { source } = plan.document;
  const { end } = offsets(entry.value.span);
  const behind = source.text.slice(end, end + 60).split(/[\r\n|]/, 1);
  if ([...behind, textOf(entry.key)].some((words) => UNITS.test(words))) return true;
  return source.syntax === 'markdown' && COLUMN.test(source.text);
}
