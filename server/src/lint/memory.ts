/** What the rules have found in a plan and what they have read for it: after an edit only those are asked again that it concerns. */
import { changesBetween, concerns } from '../model/plan/changes.ts';
import { gathersTheSame, type Plan } from '../model/plan/plan.ts';
import type { Reads } from '../model/plan/reads.ts';
import { rootShape } from '../model/plan/shape.ts';
import { isCurrent, type Span } from '../model/source.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';

export interface Found {
  readonly findings: readonly Finding[];
  readonly reads: Reads;
}

export class LintMemory {
  private seen: { readonly context: RuleContext; readonly root: Plan['resolvedRoot'] } | undefined;
  private readonly found = new Map<Rule, Found>();

  /** Forgets what does not hold for this plan any more. Called outside of any rule. */
  turnTo(context: RuleContext): void {
    const { seen } = this;
    const root = context.plan.resolvedRoot;
    this.seen = { context, root };
    if (!seen || !isAlike(seen.context, context)) {
      this.found.clear();
      return;
    }
    const changes = changesBetween(seen.root, root, rootShape(context.plan.document.kind));
    for (const [rule, { findings, reads }] of this.found)
      if (concerns(changes, reads) || !gathersTheSame(context.plan, reads) || !findings.every(isInPlace))
        this.found.delete(rule);
  }

  recall(rule: Rule): Found | undefined {
    return this.found.get(rule);
  }

  /** What was found in a plan that is not the one of now any more would be wrong. */
  keep(rule: Rule, context: RuleContext, found: Found): void {
    if (this.seen?.context === context) this.found.set(rule, found);
  }
}

/** All that a rule is given besides the plan's values. */
function isAlike(before: RuleContext, after: RuleContext): boolean {
  const [one, other] = [before.plan.document, after.plan.document];
  const others = ({ plan, bundle }: RuleContext): readonly Plan[] => bundle.plans.filter((one) => one !== plan);
  const [around, now] = [others(before), others(after)];
  return (
    before.today === after.today &&
    sameOptions(before, after) &&
    one.kind === other.kind &&
    one.unreadable === other.unreadable &&
    JSON.stringify(one.declared) === JSON.stringify(other.declared) &&
    around.length === now.length &&
    around.every((plan, at) => plan === now[at])
  );
}

function sameOptions({ options: before }: RuleContext, { options: after }: RuleContext): boolean {
  if (before === after) return true;
  if (before.size !== after.size) return false;
  for (const [key, value] of before) if (JSON.stringify(value) !== JSON.stringify(after.get(key))) return false;
  return true;
}

function isInPlace({ span, related, fixes }: Finding): boolean {
  return (
    isUntouched(span) &&
    related.every((other) => isUntouched(other.span)) &&
    fixes.every(
      ({ edits, select }) => (!select || isUntouched(select)) && edits.every((edit) => isUntouched(placeOf(edit))),
    )
  );
}

/** Words that were read anew stand in another segment, also where they are the same. What goes beyond its first may have been touched there. */
function isUntouched(span: Span): boolean {
  return isCurrent(span) && span.to <= span.segment.length;
}

function placeOf(edit: Finding['fixes'][number]['edits'][number]): Span {
  if (edit.kind === 'replace') return edit.span;
  if (edit.kind === 'write') return edit.node.span;
  return edit.kind === 'append' ? edit.list.span : edit.parent.span;
}
