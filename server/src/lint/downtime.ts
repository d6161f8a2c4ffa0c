/** Whether users are told that the service stops, or that it does not. */
import { saysNone } from '../model/located.ts';
import { entryOf, type Value } from '../model/plan/view.ts';
import { plansAround } from './bundle.ts';
import type { RuleContext } from './rule.ts';

const NONE = /^(?:no|none|nothing|zero|0)\b|^0\s*(?:s|m|h|min|sec)?$/i;

/** "None", "zero", "0s". */
export function isNoDowntime({ node }: Value<string>): boolean {
  return saysNone(node) || NONE.test(node.text.trim());
}

/** The service is stopped or read-only meanwhile: then nobody waits for a lock, and no old code is running. */
export function isStopped({ plan, bundle }: Pick<RuleContext, 'plan' | 'bundle'>): boolean {
  return plansAround(plan, bundle).some(({ view: { migration } }) => {
    const window = entryOf(migration, 'maintenanceWindow')?.value;
    if (window && !saysNone(window)) return true;
    return migration?.downtime !== undefined && !isNoDowntime(migration.downtime);
  });
}
