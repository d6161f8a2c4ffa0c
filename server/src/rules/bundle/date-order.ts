import * as l10n from '@vscode/l10n';
import { plansAround } from '../../lint/bundle.ts';
import { shortName } from '../../lint/contract.ts';
import { differentDates, type Order, type TwoDates, wrongOrders } from '../../lint/dates.ts';
import { defineRule, type Finding, type Fix, finding } from '../../lint/rule.ts';
import { agree, fileOf, referencePlan } from '../../lint/twins.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { sourceOf } from '../../model/plan/view.ts';
import { type DocumentKind, PART_NAMES } from '../../model/plan-document.ts';
import { code } from '../../util/code.ts';

/** What comes first has the earlier date, and one thing has one date. */
export const dateOrder = defineRule({
  id: 'date-order',
  group: 'bundle',
  severity: 'error',
  fixable: true,
  // A date that has passed is told by the rule that knows what to do about it.
  givesWay: true,
  *check(context) {
    const { plan, bundle } = context;
    const reference = referencePlan(context);
    if (reference) {
      for (const dates of differentDates(plan, reference)) yield different(dates, fileOf(reference));
      if (holds(reference, plan.document.kind)) return;
    }
    const source = sourceOf(plan.view);
    const others = plansAround(plan, bundle).filter((other) => other === plan || !holds(plan, other.document.kind));
    for (const order of wrongOrders(others))
      if (order.late.date.node.span.segment.source === source) yield inWrongOrder(order);
  },
});

/** Whether a YAML plan says itself what an artifact of this kind says; then the artifact is measured by it. */
function holds({ document, view }: Plan, kind: DocumentKind): boolean {
  return document.kind === 'plan' && PART_NAMES.some((part) => part === kind && view[part] !== undefined);
}

function inWrongOrder({ early, late }: Order): Finding {
  const message = l10n.t`${capital(early.what)} on ${String(early.date)}, but ${late.what} on ${String(late.date)}, which is earlier. People plan by these days: correct the one that is wrong.`;
  const span = early.date.node.span;
  const isHere = span.segment.source === late.date.node.span.segment.source;
  const show: Fix[] = isHere ? [{ title: l10n.t`Go to ${String(early.date)}`, edits: [], select: span }] : [];
  return finding(late.date.node.span, message, show, [{ span, message: `${capital(early.what)} here.` }]);
}

function different({ own, other, owners: [owner, twin], key, name }: TwoDates, file: string): Finding {
  const message = l10n.t`"${shortName(name)}" has ${String(own)} as ${code(key)} here and ${String(other)} in ${file}. Whoever reads one of them plans for a day that does not hold: write the same in both.`;
  const fixes = agree(
    { owner: owner.node, key, value: own, text: own.toString() },
    { owner: twin.node, key, value: other, text: other.toString() },
    file,
  );
  return finding(own.node.span, message, fixes, [{ span: other.node.span, message: l10n.t`What ${file} says.` }]);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
