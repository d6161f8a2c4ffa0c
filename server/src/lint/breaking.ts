/** What breaks those who use a surface, as far as the plan declares it. What statements tell joins here, in `breakingSteps`. */
import type { AllowedChange } from '../model/generated/plan-types.ts';
import { asId } from '../model/notation.ts';
import type { Plan } from '../model/plan/plan.ts';
import { type Obj, spelling, type Value } from '../model/plan/view.ts';
import { contractsIn } from './contract.ts';
import { objectsOf } from './coverage.ts';
import { sameRelease } from './releases.ts';
import { stepsOf } from './steps.ts';
import type { StepView } from './views.ts';

/** Surfaces that exist to be used by others. A database, a cache or a configuration may well be the service's own. */
export const SHARED_SURFACES: ReadonlyMap<string, string> = new Map([
  ['http-api', 'an HTTP API'],
  ['grpc', 'a gRPC API'],
  ['graphql', 'a GraphQL API'],
  ['events', 'events'],
  ['cli', 'a command line'],
  ['library', 'a library'],
  ['file-format', 'a file format'],
]);

/** With the words that declare it. */
export interface BreakingChange {
  readonly change: Obj<AllowedChange>;
  readonly breaking: Value<boolean>;
}

/** Changes that are declared breaking and come in no version of their own. The old shape does not stay beside the new one. */
export function breakingChanges(plan: Plan, plans: readonly Plan[]): readonly BreakingChange[] {
  if (hasExpandStep(plans) || isVersioned(plans)) return [];
  const deprecated = contractsIn(plans).flatMap(({ deprecations }) =>
    (deprecations ?? []).flatMap(({ what }) => (what ? asId(what.toString()) : [])),
  );
  return (plan.view.compatibility?.mayChange ?? []).flatMap((change) => {
    const { breaking, version, what, surface } = change;
    const words = spelling(what);
    const isUse = surface === undefined || surface.value !== 'ui';
    const isAnnounced = deprecated.some((name) => asId(words).includes(name));
    const isTold = breaking?.value !== true || version || !isUse || isAnnounced || NAMES_VERSION.test(words);
    return isTold ? [] : [{ change, breaking }];
  });
}

/** Contract steps that take something from a shared surface where no step has put the new shape beside it, and no version is new. */
export function breakingSteps(plan: Plan, plans: readonly Plan[]): readonly StepView[] {
  const isShared = plans.some(({ view }) => view.change?.surfaces?.some(({ value }) => SHARED_SURFACES.has(value)));
  const steps = plans.flatMap(stepsOf);
  // Where a step does not say its phase, it may be the one that expands; what was announced was brought by an earlier change.
  if (!isShared || isVersioned(plans) || steps.some(({ phase }) => !phase || phase.value === 'expand')) return [];
  if (contractsIn(plans).some(({ deprecations }) => deprecations)) return [];
  return stepsOf(plan).filter((step) => step.phase?.value === 'contract' && breaks(step));
}

const BREAKS = /\b(?:drop|remov|delet|retir|renam|retyp|sunset|decommission)\w*/i;
const SURFACE =
  /\b(?:endpoints?|routes?|fields?|apis?|rpcs?|topics?|events?|messages?|options?|commands?|mutations?|methods?|parameters?|headers?)\b|\/\w/i;

/** What a database loses is told by the rules of migrations. */
function breaks(step: StepView): boolean {
  const words = spelling(step.title);
  if (step.up?.sql || step.up?.file || objectsOf(step).length > 0 || NAMES_VERSION.test(words)) return false;
  return BREAKS.test(words) && SURFACE.test(words) && !/\bflags?\b|\bcolumns?\b|\btables?\b/i.test(words);
}

const NAMES_VERSION = /\bv\d+\b|\bversions?\b/i;

function hasExpandStep(plans: readonly Plan[]): boolean {
  return plans.flatMap(stepsOf).some(({ phase }) => phase?.value === 'expand');
}

/** The contract says how versions are chosen, or something that others link against moves to another version. */
function isVersioned(plans: readonly Plan[]): boolean {
  if (contractsIn(plans).some(({ node }) => node.entries.has('versioning'))) return true;
  return plans.some(({ view }) =>
    (view.change?.versions ?? []).some(({ kind, from, to }) => {
      if (!from || !to || sameRelease(from.value, to.value)) return false;
      return kind?.value === 'api' || kind?.value === 'library' || majorOf(from.value) !== majorOf(to.value);
    }),
  );
}

function majorOf(version: string): string | undefined {
  return /^v?(\d+)(?=\.\d)/i.exec(version.trim())?.[1];
}
