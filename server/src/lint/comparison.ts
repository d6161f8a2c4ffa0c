/** Whether a plan says which difference between two copies of the data stops the change. Whatever may mean that counts. */
import { parseCriterion, thresholdsOf } from '../analysis/criteria/index.ts';
import { signalOf } from '../analysis/metrics.ts';
import { onceForEach } from '../model/plan/reads.ts';
import { idOf, isAbsent, spelling } from '../model/plan/view.ts';
import { declarationsFor, onceInBundle, plansAround } from './bundle.ts';
import type { RuleContext } from './rule.ts';
import { meets, saidBelow } from './said-below.ts';
import { remarksOf } from './step-work.ts';
import { stepsOf } from './steps.ts';
import type { MetricView, StepView } from './views.ts';

/** Parts in which a limit stands, or a sentence that is one; where it mostly stands first. */
const PARTS = ['rollout', 'migration', 'rollback', 'validation'] as const;

export function hasMismatchLimit(context: RuleContext): boolean {
  const plans = plansAround(context.plan, context.bundle);
  const counted = countersOfMismatches(context);
  const isLimit = (said: ReadonlySet<Limited>): boolean => said.has(MISMATCHES) || meets(said, counted);
  if (plans.some((plan) => limitsOfEach(stepsOf(plan)).some((said) => said === 'limit' || isLimit(said)))) return true;
  return plans.some(({ view }) => PARTS.some((part) => view[part] && isLimit(limitedBelow(view[part].node))));
}

/** In its own place, or in a sentence. */
const limitsOfEach = onceForEach((step: StepView): 'limit' | ReadonlySet<Limited> => {
  const { reconciliation } = step;
  if (reconciliation && !isAbsent(reconciliation, 'limit')) return 'limit';
  return new Set(
    remarksOf(step)
      .split(/\.\s|\n/)
      .flatMap(limitedBy),
  );
});

/** Metrics that count mismatches: by their names, by what they are declared to measure, or because a step compares by them. */
export const countersOfMismatches = onceInBundle(({ plan, bundle }): ReadonlySet<string> => {
  const declared = Array.from(declarationsFor(plan, bundle, 'metric').values(), ({ item }) => item as MetricView);
  const counting = countsOfEach(declared);
  const compared = plansAround(plan, bundle).flatMap((one) => comparedByEach(stepsOf(one)).flat());
  return new Set([...compared, ...declared.flatMap(({ id }, at) => (counting[at] && id ? id.value : []))]);
});

const comparedByEach = onceForEach(({ reconciliation }: StepView) => reconciliation?.metric?.value ?? []);

/** Its query tells as much as its name, which may be any. */
const countsOfEach = onceForEach((metric: MetricView): boolean => {
  if (metric.signal) return metric.signal.value === 'correctness';
  return signalOf(idOf(metric)) === 'correctness' || signalOf(spelling(metric.query)) === 'correctness';
});

const COMPARES =
  /\b(?:mismatch(?:es|ed)?|diverge(?:s|d|nce)?|drift(?:s|ed)?|discrepanc(?:y|ies)|differ(?:s|ences?)?|parity|inconsisten(?:t|cy|cies)|out of sync|reconcil\w*|compar(?:e|es|ed|ison))\b/i;
const AMOUNT = /\d|\b(?:any|no|none|zero|every|all|identical|single)\b/i;
const LONGEST = 1000;

/** A metric that has a limit, by its slug; or mismatches, by whatever name. */
type Limited = string | typeof MISMATCHES;
const MISMATCHES = Symbol('mismatches');

/** A name alone limits nothing. */
function limitedBy(text: string): readonly Limited[] {
  const words = text.slice(0, LONGEST);
  if (!/\s/.test(words.trim())) return [];
  if (COMPARES.test(words) && AMOUNT.test(words)) return [MISMATCHES];
  return thresholdsOf(parseCriterion(words)).map(({ metric: { slug } }) =>
    signalOf(slug) === 'correctness' ? MISMATCHES : slug,
  );
}

const limitedBelow = saidBelow(limitedBy, MISMATCHES);
