import * as l10n from '@vscode/l10n';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { fileOf } from '../../lint/twins.ts';
import type { MapNode } from '../../model/located.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { ARTIFACT_NAMES, PART_NAMES, type PartName } from '../../model/plan-document.ts';
import type { Span } from '../../model/source.ts';
import { listed } from '../../util/listed.ts';

/** One artifact alone is a document; from two on people look for all five. */
const FEWEST = 2;

/** Who works with the Markdown artifacts finds all five of them. */
export const artifactMissing = defineRule({
  id: 'artifact-missing',
  group: 'bundle',
  severity: 'information',
  fixable: true,
  *check(context) {
    const { plan, bundle } = context;
    const there = new Map(bundle.plans.map((one) => [one.document.kind, one]));
    const silent = new Set(bundle.silent?.map(({ document }) => document.kind));
    const artifacts = PART_NAMES.flatMap((part) => there.get(part) ?? []);
    const [first] = artifacts;
    const speaker = there.get('plan') ?? first;
    if (!first || artifacts.length < FEWEST || plan !== speaker || hasSeveralPlans(context)) return;
    const missing = PART_NAMES.filter(
      (part) =>
        !there.has(part) && !silent.has(part) && (plan.document.kind !== 'plan' || plan.view[part] !== undefined),
    );
    if (missing.length === 0) return;
    const isPlan = plan.document.kind === 'plan';
    const names = missing.map((part) => nameOf(part, first));
    const [are, them] = names.length === 1 ? ['is', 'it'] : ['are', 'them'];
    const what = isPlan
      ? l10n.t`Write ${them} from the plan.`
      : l10n.t`Write ${them}, if only to say that there is nothing to say.`;
    const message = `${artifacts.length} of the five artifacts are here, and ${listed(names)} ${are} not. Who reads the artifacts takes what is not there for not thought of. ${what}`;
    const fixes = isPlan ? missing.map((part) => create(part, plan, first)) : [];
    yield finding(placeOf(plan), message, fixes);
  },
});

function hasSeveralPlans({ bundle }: RuleContext): boolean {
  return bundle.plans.filter(({ document }) => document.kind === 'plan').length > 1;
}

/** `orders.ROLLBACK_PLAN.md` beside `orders.ROLLOUT_PLAN.md`. */
function nameOf(part: PartName, beside: Plan): string {
  return fileOf(beside).replace(/(?:[^.]+\.)?[^.]*$/, '') + ARTIFACT_NAMES[part];
}

function create(part: PartName, plan: Plan, beside: Plan): Fix {
  const name = nameOf(part, beside);
  return { title: l10n.t`Write ${name} from the plan`, edits: [], creates: { name, part, plan } };
}

/** The name of the plan, or the words at the top. */
function placeOf({ document: { root } }: Plan): Span {
  return firstOf(root, ['name', 'title', 'rolloutPlan']) ?? root.head;
}

function firstOf({ entries }: MapNode, keys: readonly string[]): Span | undefined {
  return keys.flatMap((key) => entries.get(key)?.value.span ?? [])[0];
}
