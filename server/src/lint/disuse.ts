/** Whether a plan says how it knows that nobody uses the old shape any more. Whatever may mean that counts: nobody is asked twice. */
import { parseCriterion, thresholdsOf } from '../analysis/criteria/index.ts';
import { signalOf } from '../analysis/metrics.ts';
import { asId } from '../model/notation.ts';
import type { Plan } from '../model/plan/plan.ts';
import { entryOf, idOf, type Obj, spelling } from '../model/plan/view.ts';
import { behindLast } from '../util/parts.ts';
import type { Deprecated, DeprecationView } from './contract.ts';
import { saysOf } from './contract.ts';
import { objectsOf } from './coverage.ts';
import { isMisspelt, planSchema } from './missing.ts';
import { meets, saidBelow } from './said-below.ts';
import { stagesOf } from './stages.ts';
import { awaitedOnTheWay, stepsById, stepsOf } from './steps.ts';
import type { StepView } from './views.ts';

export interface Disuse {
  /** The step, or one that it waits for, is preceded or checked by such a criterion; or it may be. */
  isProvenBefore(step: StepView): boolean;
  /** By a step that removes it, or by the contract itself. */
  isProvenFor(deprecated: Deprecated): boolean;
}

export function disuseIn(plans: readonly Plan[]): Disuse {
  const deprecations = plans.flatMap(({ view }) => view.compatibility?.deprecations ?? []);
  const counted = new Set(deprecations.flatMap(({ usage }) => usage?.metric?.value ?? []));
  const isUnused = (said: ReadonlySet<Unused>): boolean => said.has(USERS_GONE) || meets(said, counted);
  const steps = plans.flatMap(stepsOf);
  const byId = stepsById(steps);
  const isProven = (owner: Obj<object> | undefined, keys: readonly string[]): boolean =>
    keys.some((key) => {
      const value = entryOf(owner, key)?.value;
      return value !== undefined && isUnused(unusedBelow(value));
    });
  const isProvenByStep = (step: StepView): boolean =>
    isProven(step, ['verify', 'description', 'notes']) || isProven(step.after, ['when']);
  // A gate or a check of the rollout may be the one that this step waits for.
  let rollout: boolean | undefined;
  const isProvenByRollout = (): boolean => {
    rollout ??= plans.some(
      (plan) =>
        stagesOf(plan).some((stage) => isProven(stage, ['entryCriteria', 'gate'])) ||
        (plan.view.validation && isUnused(unusedBelow(plan.view.validation.node))),
    );
    return rollout;
  };
  const isProvenOnTheWay = (step: StepView): boolean => {
    if (isProvenByStep(step)) return true;
    for (const awaited of awaitedOnTheWay(step, byId)) if (isProvenByStep(awaited)) return true;
    return false;
  };
  return {
    isProvenBefore: (step) =>
      isProvenOnTheWay(step) || deprecations.some((one) => hasUsage(one) && mayBeOf(one, step)) || isProvenByRollout(),
    isProvenFor: (deprecated) =>
      saysOf(deprecated, 'usage') ||
      [deprecated.deprecation, ...deprecated.twins].some((one) => isProven(one, ['notes', 'communication'])) ||
      steps.some((step) => mayBeOf(deprecated.deprecation, step) && isProvenByStep(step)) ||
      isProvenByRollout(),
  };
}

function hasUsage({ node }: DeprecationView): boolean {
  return node.entries.has('usage');
}

/** Whether the step removes what goes away, as far as both are named plainly. */
export function mayBeOf({ what }: DeprecationView, step: StepView): boolean {
  const objects = objectsOf(step);
  const name = spelling(what).replaceAll('`', '').trim();
  if (objects.length === 0 || !/^[\w.]+$/.test(name)) return true;
  const last = (path: string): string => asId(behindLast(path, '.'));
  return objects.some((object) => last(object) === last(name) || asId(object).includes(asId(name)));
}

const USERS =
  'reads?|readers?|users?|usages?|uses?|callers?|calls|quer(?:y|ies)|requests?|traffic|clients?|consumers?|access(?:es)?|hits|lookups|scans|references';
const NO_USERS = new RegExp(
  String.raw`\b(?:no|zero|0|without|none of the)\s+(?:[\w.\`-]+\s+){0,3}(?:${USERS})\b|\b(?:nobody|no one|nothing|none)\b[^.\n]{0,40}\b(?:reads?|us(?:es|ed|ing)|calls?|queries|accesses|depends|left)\b|\bunused\b|\bnot\s+(?:in use|used|read|called|accessed|queried|referenced)\b|\b(?:${USERS})\b[^.\n]{0,60}(?:=|\b(?:is|at|of|are|returns?|zero|to|below|under)\b)\s*(?:0\b|zero|none)|\b(?:all|every|last)\s+(?:[\w-]+\s+){0,2}(?:consumers?|clients?|readers?|callers?)\b[^.\n]{0,40}\b(?:migrated|moved|switched|gone|updated|upgraded)\b|_scan\b`,
  'i',
);
const LONGEST = 1000;

/** A metric that has a limit, by its slug; or use of any kind that has ended. */
type Unused = string | typeof USERS_GONE;
const USERS_GONE = Symbol('users gone');

const unusedBelow = saidBelow((text): readonly Unused[] => {
  const words = text.slice(0, LONGEST);
  if (NO_USERS.test(words)) return [USERS_GONE];
  return thresholdsOf(parseCriterion(words)).map(({ metric: { slug } }) =>
    signalOf(slug) === 'usage' ? USERS_GONE : slug,
  );
}, USERS_GONE);

const REMOVES =
  /\b(?:drop|remov|delet|retir|sunset|decommission|eras|purg|turn(?:s|ed|ing)? off|shut(?:s|ting)? down)\w*/i;
const NOT_A_SHAPE = /\bstag(?:ing|e)\b|\btemp(?:orary)?\b|\btriggers?\b|\bconstraints?\b|\bunused\b|\bindex(?:es)?\b/i;
/** Nothing of the data, unless its SQL says otherwise: a column may be called `account_code`. */
const OF_THE_CODE = /\bflags?\b|\btoggles?\b|\bdual[- ]?writ|\bcode\b|\bfallback\b/i;
const KINDS: readonly (string | undefined)[] = [
  undefined,
  'schema',
  'data',
  'topic',
  'key-value',
  'cache',
  'search-index',
  'infrastructure',
];

/** A contract step that takes away what others could still use. */
export function removesShape(step: StepView): boolean {
  if (step.phase?.value !== 'contract' || !KINDS.includes(step.kind?.value)) return false;
  const title = `${spelling(step.title)} ${idOf(step).replaceAll('-', ' ')}`;
  if (NOT_A_SHAPE.test(title)) return false;
  return objectsOf(step).length > 0 || (REMOVES.test(title) && !OF_THE_CODE.test(title));
}

/** Such a step, where nothing says that the use has ended. */
export function isRemovedUnproven(step: StepView, disuse: Disuse): boolean {
  return removesShape(step) && !isMisspeltProof(step) && !disuse.isProvenBefore(step);
}

function isMisspeltProof(step: StepView): boolean {
  const schema = planSchema(['migration', 'steps', 0]);
  return ['verify', 'after'].some(
    (key) => isMisspelt(step, key, schema) || entryOf(step, key)?.value.kind === 'scalar',
  );
}
