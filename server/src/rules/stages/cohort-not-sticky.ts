import * as l10n from '@vscode/l10n';
import { lacks } from '../../lint/missing.ts';
import { isChosen } from '../../lint/ramp.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { stagesOf, weightOf } from '../../lint/stages.ts';
import { slot } from '../../model/edit.ts';
import type { MapNode } from '../../model/located.ts';

const KEYS: ReadonlyMap<string, string> = new Map([
  ['users', 'user id'],
  ['accounts', 'account id'],
]);

/** Who is in a share of users stays in it. */
export const cohortNotSticky = defineRule({
  id: 'cohort-not-sticky',
  group: 'stages',
  severity: 'information',
  fixable: true,
  *check({ plan }) {
    const told = new Set<MapNode>();
    for (const stage of stagesOf(plan)) {
      const { unit } = stage;
      const key = unit && KEYS.get(unit.value);
      const weight = weightOf(stage);
      if (!key || weight === undefined || weight <= 0 || weight >= 100 || isChosen(stage)) continue;
      if (!lacks(stage, 'stickyBy', plan)) continue;
      const owner = ownerOf(unit.node, [
        ...stagesOf(plan).map(({ node }) => node.written ?? node),
        plan.view.rollout?.node,
      ]);
      if (!owner || told.has(owner)) continue;
      told.add(owner);
      const message = l10n.t`A percentage of ${String(unit)} with no sticky key: who is in it is drawn again and again, so one user meets both versions and reports the difference as a bug. Write what keeps a user on one version.`;
      const edit = { kind: 'set', parent: owner, key: 'stickyBy', value: slot(key) } as const;
      yield finding(unit.node.span, message, [
        { title: l10n.t`Keep users by "${key}"`, edits: [edit], preferred: true },
      ]);
    }
  },
});

/** The map that the unit was written in: what keeps users is written beside it. */
function ownerOf(unit: unknown, maps: readonly (MapNode | undefined)[]): MapNode | undefined {
  return maps.find((map) => map?.entries.get('unit')?.value === unit && !map?.entries.get('unit')?.inherited);
}
