/** The facts of something that is declared, as they are worth knowing where it is referred to. */
import type { Declaration, DeclaredKind } from '../../lint/bundle.ts';
import { irreversibleSteps } from '../../lint/irreversible.ts';
import { planSchema } from '../../lint/missing.ts';
import { isEmpty, type LocatedNode, type MapNode } from '../../model/located.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { properties, type SchemaNode } from '../../model/schema/schema.ts';
import { decoded } from '../../util/decoded.ts';
import { behindLast } from '../../util/parts.ts';
import type { PlanContext } from '../context.ts';
import { endOf } from '../ends.ts';
import { bold, bullets, code, joined, type Markup, markup, own, paragraphs, words } from '../markup.ts';

const PLACES: Readonly<Record<DeclaredKind, readonly (string | number)[]>> = {
  metric: ['metrics', 0],
  flag: ['flags', 0],
  backup: ['backups', 0],
  step: ['migration', 'steps', 0],
  stage: ['rollout', 'stages', 0],
};

/** Whoever wants all of it follows the reference. */
const MOST = 10;

export function declaredFacts(
  context: PlanContext,
  from: Plan,
  kind: DeclaredKind,
  { id, item, plan }: Declaration,
): Markup {
  const schema = planSchema(PLACES[kind]);
  const elsewhere = plan.document.source.uri === from.document.source.uri ? own('') : placeOf(plan);
  return paragraphs([
    markup`${bold(own(`${kind.charAt(0).toUpperCase()}${kind.slice(1)}`))} ${code(id.value)}${elsewhere}`,
    /* istanbul ignore next -- a path that the schema has */
    schema ? bullets(factsOf(item.node, schema).slice(0, MOST)) : own(''),
    ...conclusions(context, kind, { id, item, plan }),
  ]);
}

function placeOf({ document }: Plan): Markup {
  const { uri } = document.source;
  return markup` in ${words(decoded(behindLast(uri, '/')))}`;
}

/** In the order of the schema, which is the order of what matters. */
function factsOf({ entries }: MapNode, schema: SchemaNode): Markup[] {
  return [...properties(schema)].flatMap(([key, property]) => {
    const node = key === 'id' ? undefined : entries.get(key)?.value;
    const said = node && shortOf(node);
    return said ? [markup`${own(property.title)}: ${said}`] : [];
  });
}

/** Nothing for what is too long to be said in a line. */
function shortOf(node: LocatedNode): Markup | undefined {
  if (isEmpty(node)) return undefined;
  if (node.kind === 'scalar') return node.broken ? undefined : code(node.text);
  if (node.kind === 'map') return undefined;
  const texts = node.items.flatMap((item) => (item.kind === 'scalar' && !item.broken ? [code(item.text)] : []));
  return texts.length === node.items.length ? joined(texts.slice(0, 5), ', ') : own(String(node.items.length));
}

/** What follows from the facts. */
function conclusions({ bundle, today }: PlanContext, kind: DeclaredKind, { id, item, plan }: Declaration): Markup[] {
  if (kind === 'backup') {
    const end = endOf('Backup', item.node);
    return end ? [own(`It ${end.day < today ? 'was' : 'is'} kept until ${end.text}.`)] : [];
  }
  if (kind !== 'step') return [];
  const found = irreversibleSteps(plan, bundle).find(({ step }) => step.id?.value === id.value);
  return found ? [markup`**Irreversible**: it ${words(found.irreversible.why)}.`] : [];
}
