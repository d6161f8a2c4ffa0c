/** The compatibility contract, as a plan and the artifacts around it say it together: what one of them says need not be said in another. */
import { isPlaceholder } from '../analysis/placeholders.ts';
import type { Compatibility, Deprecation } from '../model/generated/plan-types.ts';
import { allNodes, type LocatedNode, type MapNode } from '../model/located.ts';
import { asId, parseDate, parseDuration } from '../model/notation.ts';
import type { Plan } from '../model/plan/plan.ts';
import { entryOf, isAbsent, type Obj, placeOfMissing, type Value } from '../model/plan/view.ts';
import type { DocumentKind } from '../model/plan-document.ts';
import type { Span } from '../model/source.ts';
import { upTo } from '../util/parts.ts';
import { plansAround } from './bundle.ts';
import { DAY_MS } from './days.ts';
import { SHORTEST_DEPRECATION } from './limits.ts';
import { optionOf } from './options.ts';
import type { RuleContext } from './rule.ts';

export type ContractView = Obj<Compatibility>;
export type DeprecationView = Obj<Deprecation>;

export function contractsIn(plans: readonly Plan[]): readonly ContractView[] {
  return plans.flatMap(({ view }) => view.compatibility ?? []);
}

/** This plan's own contract first. */
export function contractsAround({ plan, bundle }: RuleContext): readonly ContractView[] {
  return contractsIn(plansAround(plan, bundle));
}

/** The contract that is asked for what none of them says: the YAML plan's, or the artifact's where no plan has one. */
export function contractAsked(context: RuleContext): ContractView | undefined {
  const { plan, bundle } = context;
  const own = plan.view.compatibility;
  if (!own || plan.document.unreadable) return undefined;
  const isLeft =
    plan.document.kind !== 'plan' &&
    plansAround(plan, bundle).some(({ document, view }) => document.kind === 'plan' && view.compatibility);
  return isLeft ? undefined : own;
}

/** Something that goes away, with what others say of the same thing. */
export interface Deprecated {
  readonly deprecation: DeprecationView;
  readonly name: string;
  /** The same thing in other artifacts. */
  readonly twins: readonly DeprecationView[];
}

/** Those of this plan. One that the YAML plan has too is asked for there, as far as something is missing. */
export function deprecationsAsked(context: RuleContext): readonly Deprecated[] {
  const { plan, bundle } = context;
  const others = plansAround(plan, bundle).slice(1);
  return (plan.view.compatibility?.deprecations ?? []).flatMap((deprecation) => {
    const name = deprecation.what?.toString().trim();
    if (!name || isPlaceholder(name) || isRemark(deprecation, name, plan.document.kind)) return [];
    const same = others.flatMap(({ document, view }) =>
      (view.compatibility?.deprecations ?? [])
        .filter(({ what }) => what && asId(what.toString()) === asId(name))
        .map((twin) => ({ twin, isPlan: document.kind === 'plan' })),
    );
    if (plan.document.kind !== 'plan' && same.some(({ isPlan }) => isPlan)) return [];
    return [{ deprecation, name, twins: same.map(({ twin }) => twin) }];
  });
}

/** Under such a heading prose tells as often what is to be done as what goes away: a sentence and nothing else names nothing. */
export function isRemark({ node }: { readonly node: MapNode }, name: string, kind: DocumentKind): boolean {
  return kind !== 'plan' && node.entries.size === 1 && /(?:\S+\s+){5}\S/.test(name);
}

/** Whether it is said of the thing anywhere, rightly or not. */
export function saysOf({ deprecation, twins }: Deprecated, ...keys: (keyof Deprecation)[]): boolean {
  return [deprecation, ...twins].some((one) => keys.some((key) => !isAbsent(one, key)));
}

/** How a thing is called in a message: its first words, without the marks of code. */
export function shortName(name: string): string {
  const words = upTo(name.replaceAll('`', ''), '\n').trim();
  return words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words;
}

/** Where to say that `key` is missing: at the key where it is written with nothing behind it, else at the words that name the owner. */
export function placeBeside<T extends { readonly node: MapNode }>(
  owner: T,
  key: string,
  name: Value<string> | undefined,
): Span {
  const isNamed = name && !name.toString().includes('\n') && !entryOf(owner, key);
  return isNamed ? name.node.span : placeOfMissing(owner, key);
}

/** Every word below a node, code or not. */
export function textsIn(node: LocatedNode): readonly string[] {
  return Array.from(allNodes(node)).flatMap((one) => (one.kind === 'scalar' ? [one.text] : []));
}

/** Milliseconds of the shortest time between announcement and removal, as long as the window of the contract at least. */
export function deprecationLength(context: RuleContext): number {
  const windows = contractsAround(context).map(({ window }) => (window && parseDuration(window.toString())?.ms) ?? 0);
  return Math.max(optionOf(context, SHORTEST_DEPRECATION), ...windows);
}

export function msOf(date: Value<string> | undefined): number | undefined {
  return date && parseDate(date.toString())?.ms;
}

/** The first whole day that is not before the moment. */
export function dayAt(ms: number): string {
  return new Date(Math.ceil(ms / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
}
