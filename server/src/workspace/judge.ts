/** All that is wrong in a file: the rules over each of its plans, under the policy that counts for it. */
import * as l10n from '@vscode/l10n';
import type { Bundle } from '../lint/bundle.ts';
import { byPlace, lint } from '../lint/engine.ts';
import { finding, type Problem, type Severity } from '../lint/rule.ts';
import { type SuppressionFacts, suppress } from '../lint/suppressions.ts';
import { unreadParts } from '../lint/unread.ts';
import type { Adoption } from '../model/markdown/adoption.ts';
import { isRule, rulesFor } from '../rules/index.ts';
import { failureText } from '../util/failure.ts';
import { type Cancellation, inSlices } from '../util/slices.ts';
import { adoptionOffer } from './adoption-offer.ts';
import type { Host, Settings } from './host.ts';
import type { PlanStore, StoredPlans } from './plan-store.ts';
import type { Policies } from './policies.ts';
import { settingsUnder } from './policy.ts';

export interface Judgement {
  /** In the order of the text. */
  readonly problems: readonly Problem[];
  readonly stored: StoredPlans;
  readonly bundle: Bundle;
}

/** Each document of a YAML file is a plan of its own. */
const MAX_PLANS = 50;

/** Beyond this a file is no plan in need of advice, and counting on would only cost time. */
const MAX_COLLECTED = 5_000;

export class Judge {
  private readonly host: Host;
  private readonly store: PlanStore;
  private readonly policies: Policies;

  constructor(host: Host, store: PlanStore, policies: Policies) {
    this.host = host;
    this.store = store;
    this.policies = policies;
  }

  async adoptionOf(stored: StoredPlans, settings: Settings): Promise<Adoption> {
    const policy = await this.policies.of(stored.text.document.uri);
    return this.store.adoptionOf(stored, settingsUnder(policy, settings));
  }

  /** Nothing where it was cancelled. */
  async judge(stored: StoredPlans, settings: Settings, cancellation?: Cancellation): Promise<Judgement | undefined> {
    const { uri } = stored.text.document;
    const policy = await this.policies.of(uri);
    const { rules: severities } = settingsUnder(policy, settings);
    const adopted = await this.adoptionOf(stored, settings);
    const bundle = await this.store.bundleOf(stored);
    const problems: Problem[] = adopted === 'offered' ? adoptionOffer(stored) : [];
    if (adopted !== 'off') problems.push(...tooMany(stored));
    for (const plan of adopted === 'off' ? [] : stored.plans.slice(0, MAX_PLANS)) {
      const context = { plan, bundle, today: this.host.now(), options: policy.options };
      const work = lint(context, rulesFor(plan), {
        severities,
        adoption: adopted === 'offered' ? 'offered' : 'adopted',
        maxProblems: MAX_COLLECTED,
        ...this.store.memoryOf(stored, plan),
        onRuleError: (rule, error) => this.host.log('error', `rule ${rule} failed on ${uri}: ${failureText(error)}`),
      });
      const found = await inSlices(work, cancellation);
      if (!found) return undefined;
      problems.push(...unreadParts(plan), ...found);
      if (plan.document.kind === 'policy') problems.push(...(await this.policies.problemsIn(plan)));
    }
    const left = this.suppressed(problems.sort(byPlace), stored, { severities, complete: adopted === 'adopted' });
    return { problems: left.filter((problem) => isTold(problem, settings)), stored, bundle };
  }

  private suppressed(
    problems: readonly Problem[],
    { plans }: StoredPlans,
    { severities, complete }: Pick<SuppressionFacts, 'severities' | 'complete'>,
  ): readonly Problem[] {
    const [plan] = plans;
    const isUnsure = problems.length > MAX_COLLECTED || problems.some(({ rule }) => UNSURE.has(rule));
    return suppress(
      problems,
      plan.document.source,
      plans.map(({ document }) => document),
      { isRule, rules: rulesFor(plan), severities, complete: complete && !isUnsure },
    );
  }
}

function tooMany({ plans }: StoredPlans): Problem[] {
  const unchecked = plans[MAX_PLANS];
  if (!unchecked) return [];
  const message = l10n.t`This file holds ${plans.length} plans, and only the first ${MAX_PLANS} are checked. Give every change a file of its own.`;
  return [{ ...finding(unchecked.document.root.head, message), rule: 'too-many-plans', severity: 'information' }];
}

const TOLD: Readonly<Record<Settings['markdown']['strictness'], readonly Severity[]>> = {
  full: ['error', 'warning', 'information', 'hint'],
  warnings: ['error', 'warning'],
  errors: ['error'],
};

function isTold({ span, severity }: Problem, { markdown }: Settings): boolean {
  return span.segment.source.syntax !== 'markdown' || TOLD[markdown.strictness].includes(severity);
}

/** After these, some rules may have had no chance to speak. */
const UNSURE: ReadonlySet<string> = new Set(['internal-error', 'yaml-syntax', 'unreadable-file', 'too-many-plans']);
