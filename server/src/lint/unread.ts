/** What a reader could not make anything of is said whatever the policy: nobody has judged it. */
import type { Plan } from '../model/plan/plan.ts';
import { finding, type Problem } from './rule.ts';

export function unreadParts({ document }: Plan): Problem[] {
  return document.problems.flatMap(({ rule, span, message }) =>
    rule === 'unreadable-file' ? [{ ...finding(span, message), rule, severity: 'error' as const }] : [],
  );
}
