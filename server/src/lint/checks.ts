/** Facts about the checks of a checklist that several rules need. */
import { isPlaceholder } from '../analysis/placeholders.ts';
import type * as Types from '../model/generated/plan-types.ts';
import type { Plan } from '../model/plan/plan.ts';
import type { Obj } from '../model/plan/view.ts';

export type CheckView = Obj<Types.Check>;

export const CHECK_GROUPS = [
  'smoke',
  'functional',
  'performance',
  'compatibility',
  'security',
  'operations',
  'data',
  'documentation',
  'cleanup',
] as const;

/** All checks, in the order of the groups. */
export function checksOf({ view }: Plan): readonly CheckView[] {
  return CHECK_GROUPS.flatMap((group) => [...(view.validation?.[group] ?? [])]);
}

/** Everything that a check says in words. */
export function wordsOfCheck(check: CheckView): string {
  return [check.check, check.how, check.run, check.sql, check.expect].filter((part) => part !== undefined).join(' ');
}

/** Still to be written: nothing can be said of it. */
export function isOpen(check: CheckView): boolean {
  return !check.check || isPlaceholder(check.check.toString());
}
