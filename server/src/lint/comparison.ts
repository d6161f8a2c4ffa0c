/** Whether a plan says which difference between two copies of the data stops the change. Whatever may mean that counts. */
import { parseCriterion, thresholdsOf } from '../analysis/criteria/index.ts';
import { signalOf } from '../analysis/metrics.ts';
import { isAbsent } from '../model/plan/view.ts';
import { declarationsFor, onceInBundle, plansAround } from './bundle.ts';
import { textsIn } from './contract.ts';
import type { RuleContext } from './rule.ts';
import { remarksOf } from './step-work.ts';
import { stepsOf } from './steps.ts';
import type { MetricView } from './views.ts';

/** Parts in which a limit stands, or a sentence that is one. */
const PARTS = ['migration', 'rollout', 'rollback', 'validation'] as const;

export function hasMismatchLimit(context: RuleContext): boolean {
  const plans = plansAround(context.plan, context.bundle);
  const counted = countersOfMismatches(context);
  const steps = plans.flatMap(stepsOf);
  if (steps.some(({ reconciliation }) => reconciliation && !isAbsent(reconciliation, 'limit'))) return true;
  const sentences = steps.flatMap((step) => remarksOf(step).split(/\.\s|\n/));
  const parts = plans.flatMap(({ view }) => PARTS.flatMap((part) => view[part]?.node ?? []));
  return [...sentences, ...parts.flatMap(textsIn)].some((text) => limits(text, counted));
}

/** Metrics that count mismatches: by their names, by what they are declared to measure, or because a step compares by them. */
export const countersOfMismatches = onceInBundle(({ plan, bundle }): ReadonlySet<string> => {
  const declared = Array.from(declarationsFor(plan, bundle, 'metric'), ([id, { item }]) => ({
    id,
    metric: item as MetricView,
  }));
  const compared = plansAround(plan, bundle)
    .flatMap(stepsOf)
    .flatMap(({ reconciliation }) => reconciliation?.metric?.value ?? []);
  return new Set([...compared, ...declared.flatMap(({ id, metric }) => (countsMismatches(id, metric) ? id : []))]);
});

/** Its query tells as much as its name, which may be any. */
function countsMismatches(id: string, { signal, query }: MetricView): boolean {
  if (signal) return signal.value === 'correctness';
  return signalOf(id) === 'correctness' || signalOf(query?.toString() ?? '') === 'correctness';
}

const COMPARES =
  /\b(?:mismatch(?:es|ed)?|diverge(?:s|d|nce)?|drift(?:s|ed)?|discrepanc(?:y|ies)|differ(?:s|ences?)?|parity|inconsisten(?:t|cy|cies)|out of sync|reconcil\w*|compar(?:e|es|ed|ison))\b/i;
const AMOUNT = /\d|\b(?:any|no|none|zero|every|all|identical|single)\b/i;
const LONGEST = 1000;

/** A name alone limits nothing. */
function limits(text: string, counted: ReadonlySet<string>): boolean {
  const words = text.slice(0, LONGEST);
  if (!/\s/.test(words.trim())) return false;
  if (COMPARES.test(words) && AMOUNT.test(words)) return true;
  return thresholdsOf(parseCriterion(words)).some(
    ({ metric }) => counted.has(metric.slug) || signalOf(metric.slug) === 'correctness',
  );
}
