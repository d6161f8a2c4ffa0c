/** Ids that are declared, where one is referred to; and ids that are referred to, where one is declared. */
import {
  type Declaration,
  type DeclaredKind,
  declarationsFor,
  declaredByMention,
  plansAround,
} from '../../lint/bundle.ts';
import { metricMentions } from '../../lint/metrics.ts';
import { referencesIn } from '../../lint/references.ts';
import { suggestId } from '../../model/notation.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { offsets, type Span } from '../../model/source.ts';
import type { Scene } from './scene.ts';
import type { ValueOffer } from './types.ts';

/** What says most about an item beside its id. */
const FACTS = ['title', 'weight', 'environment', 'soak', 'phase', 'baseline', 'type', 'owner', 'ref', 'ttl'];

export function referenceOffers(kind: DeclaredKind, scene: Scene): ValueOffer[] {
  const { plan, offset, context } = scene;
  if (declaredByMention(plan, context.bundle, kind)) return mentionedOffers(kind, scene);
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

/** In prose that keeps no list of them, what is named elsewhere. */
function mentionedOffers(kind: DeclaredKind, { plan, offset, context }: Scene): ValueOffer[] {
  const named = plansAround(plan, context.bundle).flatMap((other) => [...namedIn(other, kind)]);
  const elsewhere = named.filter(({ span }) => span.segment.source !== plan.document.source || !isAt(span, offset));
  const ids = new Set(elsewhere.map(({ id }) => suggestId(id) ?? id));
  return Array.from(ids, (id) => offer(id, 'named elsewhere'));
}

function isAt(span: Span, offset: number): boolean {
  const { start, end } = offsets(span);
  return start <= offset && offset <= end;
}

/** What the plans name and none of them declares. */
export function undeclaredOffers(kind: DeclaredKind, scene: Scene): ValueOffer[] {
  const declared = declarationsFor(scene.plan, scene.context.bundle, kind);
  const ids = [...namedAround(kind, scene)].filter((id) => !declared.has(id));
  return ids.map((id) => offer(id, 'named in the plan, not declared yet'));
}

/** What is referred to, without doubt. */
export function namedAround(kind: DeclaredKind, { plan, context }: Scene): ReadonlySet<string> {
  const named = plansAround(plan, context.bundle).flatMap((other) => [...namedIn(other, kind)]);
  return new Set(named.flatMap(({ id, certain }) => (certain ? id : [])));
}

interface Named {
  readonly id: string;
  readonly span: Span;
  /** Whether it can be nothing but an id. */
  readonly certain: boolean;
}

function* namedIn(plan: Plan, kind: DeclaredKind): Generator<Named> {
  for (const { text, span } of referencesIn(plan, kind)) yield { id: text, span, certain: true };
  if (kind === 'metric') yield* metricMentions(plan);
}

function offer(id: string, detail: string): ValueOffer {
  return { label: id, kind: 'reference', value: id, detail };
}
