/** Ids that are declared, where one is referred to; and ids that are referred to, where one is declared. */
import { type Declaration, type DeclaredKind, declarationsFor, plansAround } from '../../lint/bundle.ts';
import { metricMentions } from '../../lint/metrics.ts';
import { referencesIn } from '../../lint/references.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { offsets } from '../../model/source.ts';
import type { Scene } from './scene.ts';
import type { ValueOffer } from './types.ts';

/** What says most about an item beside its id. */
const FACTS = ['title', 'weight', 'environment', 'soak', 'phase', 'baseline', 'type', 'owner', 'ref', 'ttl'];

export function referenceOffers(kind: DeclaredKind, { plan, offset, context }: Scene): ValueOffer[] {
  const declared = [...declarationsFor(plan, context.bundle, kind)].flatMap(([id, { item, plan: source }]) =>
    source === plan && isIn(item, offset) ? [] : [offer(id, factsOf(item) || kind)],
  );
  const templates = kind === 'stage' ? (plan.view.rollout?.templates ?? []) : [];
  return [...declared, ...templates.flatMap(({ id }) => (id ? [offer(id.value, 'template')] : []))];
}

/** Nothing refers to itself. */
function isIn({ node }: Declaration['item'], offset: number): boolean {
  const { start, end } = offsets((node.written ?? node).span);
  return start <= offset && offset <= end;
}

function factsOf({ node }: Declaration['item']): string {
  const words = FACTS.flatMap((key) => {
    const value = node.entries.get(key)?.value;
    return value?.kind === 'scalar' && value.text !== '' ? [value.text] : [];
  });
  return words.slice(0, 2).join(', ');
}

/** What the plans name and none of them declares. */
export function undeclaredOffers(kind: DeclaredKind, { plan, context }: Scene): ValueOffer[] {
  const declared = declarationsFor(plan, context.bundle, kind);
  const named = new Set(plansAround(plan, context.bundle).flatMap((other) => [...namedIn(other, kind)]));
  return [...named].filter((id) => !declared.has(id)).map((id) => offer(id, 'named in the plan, not declared yet'));
}

function* namedIn(plan: Plan, kind: DeclaredKind): Generator<string> {
  for (const { text } of referencesIn(plan, kind)) yield text;
  if (kind === 'metric') for (const { id, certain } of metricMentions(plan)) if (certain) yield id;
}

function offer(id: string, detail: string): ValueOffer {
  return { label: id, kind: 'reference', value: id, detail };
}
