import * as l10n from '@vscode/l10n';
import { lacks } from '../../lint/missing.ts';
import { isChosen, isSurelyProduction } from '../../lint/ramp.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { stagesOf, weightOf } from '../../lint/stages.ts';
import type { StageView } from '../../lint/views.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { isAbsent } from '../../model/plan/view.ts';
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
    const stages = stagesOf(plan).filter((stage) => isShare(stage) && isSurelyProduction(stage, plan));
    const unclear = stages.find((stage) => lacks(stage, 'unit', plan) && !saysOfWhat(stage, plan));
    const weight = unclear?.weight;
    if (!weight) return;
    const message = l10n.t`Nothing says what "${String(weight)}" is a percentage of. Five percent of requests touches nearly every user, five percent of users one in twenty: write \`unit\`.`;
    const edit = { kind: 'set', parent: rollout.node, key: 'unit', value: 'requests' } as const;
    yield finding(weight.node.span, message, [{ title: l10n.t('Count requests'), edits: [edit], preferred: true }]);
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
function saysOfWhat({ node }: StageView, plan: Plan): boolean {
  const entry = node.entries.get('weight');
  if (!entry) return false;
  const { source } = plan.document;
  const { end } = offsets(entry.value.span);
  const behind = /^[^\r\n|]{0,60}/.exec(source.text.slice(end, end + 60))?.[0] ?? '';
  if (UNITS.test(behind) || UNITS.test(textOf(entry.key))) return true;
  return source.syntax === 'markdown' && COLUMN.test(source.text);
}
