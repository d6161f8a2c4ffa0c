/** What can be written as a value, in any syntax. */
import { isLock } from '../../analysis/sql/index.ts';
import type { DeclaredKind } from '../../lint/bundle.ts';
import { actionsOf } from '../../lint/sql-actions.ts';
import { stagesOf } from '../../lint/stages.ts';
import { stepsOf } from '../../lint/steps.ts';
import { judgedValues } from '../../model/plan/plan.ts';
import { idOf } from '../../model/plan/view.ts';
import { propertySchema, type SchemaNode } from '../../model/schema/schema.ts';
import { offsets } from '../../model/source.ts';
import { isCriterion } from './criteria.ts';
import { enumOffers } from './enums.ts';
import { ownerOffers, pathOffers } from './neighbours.ts';
import { notationOffers } from './notations.ts';
import { namedAround, referenceOffers, undeclaredOffers } from './references.ts';
import { type Blank, itemAt, type Scene } from './scene.ts';
import { skeletonsOf, wordsOf } from './skeletons.ts';
import type { ValueOffer } from './types.ts';

export async function valueOffers(blank: Blank, scene: Scene): Promise<ValueOffer[]> {
  const offers = await offersOf(blank, scene);
  const known = new Set(offers.map(({ value }) => value));
  const used = isFreeWord(blank) ? usedElsewhere(blank, scene).filter(({ value }) => !known.has(value)) : [];
  return [...offers, ...used].filter(({ value }) => !blank.beside.has(String(value)));
}

async function offersOf(blank: Blank, scene: Scene): Promise<ValueOffer[]> {
  const { schema, name, parent } = blank;
  const text = textOf(schema);
  if (text.values.length > 0) return enumOffers(text, usualValue(blank, scene));
  if (schema.types.includes('boolean')) return [true, false].map((value) => truthOffer(value, schema));
  if (schema.reference) return referenceOffers(schema.reference, scene);
  if (name === 'id') return parent?.declares ? idOffers(blank, parent.declares, scene) : [];
  if (name === 'lock' && parent?.unit === 'Locking') return lockOffers(scene);
  if (schema.definition === 'owner') return ownerOffers(scene);
  if (text.link) return pathOffers(blank, scene);
  return notationOffers(blank, scene);
}

/** Staging comes before production, and the phases one after the other. */
function usualValue({ name, parent }: Blank, { plan, offset }: Scene): string | undefined {
  if (name === 'environment' && parent?.unit === 'Stage') {
    const stages = stagesOf(plan);
    const own = itemAt(stages, offset);
    const isFirst = own === stages[0] && !(own && /canary|ramp|full/.test(idOf(own)));
    return isFirst ? 'staging' : 'production';
  }
  if (name !== 'phase' || parent?.unit !== 'Step') return undefined;
  const steps = stepsOf(plan);
  const own = itemAt(steps, offset);
  const before = own && steps[steps.indexOf(own) - 1];
  return before?.phase?.value === 'expand' ? 'migrate' : before?.phase?.value === 'migrate' ? 'contract' : undefined;
}

/** What is named and not declared; and of stages and metrics, which are called the same everywhere, the usual names. */
function idOffers({ text, parent }: Blank, kind: DeclaredKind, scene: Scene): ValueOffer[] {
  const named = undeclaredOffers(kind, scene);
  const isUsual = parent && (kind === 'stage' || kind === 'metric');
  // Others call it by a name already.
  if (!isUsual || named.length > 0 || namedAround(kind, scene).has(text)) return named;
  return skeletonsOf(parent, scene).flatMap(({ body, description, isNew }): ValueOffer[] => {
    if (!isNew || body.id === undefined) return [];
    const value = wordsOf(body.id);
    return [{ label: value, kind: 'value', value, detail: description }];
  });
}

/** The locks that the statements of the step take. */
function lockOffers({ plan, offset, context }: Scene): ValueOffer[] {
  const own = itemAt(stepsOf(plan), offset);
  const locks = new Map<string, string>();
  for (const { step, effects } of actionsOf(
    { plan, bundle: context.bundle, today: context.today, options: new Map() },
    'up',
  ))
    for (const { lock, what } of step === own ? effects.filter(isLock) : []) locks.set(lock, what);
  return Array.from(locks, ([lock, what]) => ({ label: lock, kind: 'value', value: lock, detail: what }));
}

function truthOffer(value: boolean, { markdown }: SchemaNode): ValueOffer {
  return { label: String(value), kind: 'enum', value, markdown };
}

/** What may be a text or a map is told by the key that takes the text. */
function textOf(schema: SchemaNode): SchemaNode {
  return (schema.text === undefined ? undefined : propertySchema(schema, schema.text)) ?? schema;
}

/** A name, a release, a channel: said once, it is said again. Not ids, which are new each time, and not sentences. */
function isFreeWord(blank: Blank): boolean {
  const { schema, name } = blank;
  const isOpen = schema.values.length === 0 && !schema.reference && !schema.notation && schema.fences.length === 0;
  return isOpen && schema.types.includes('string') && !/^(?:id|title|name)$/.test(name) && !isCriterion(blank);
}

function usedElsewhere({ schema, name, text }: Blank, { context, offset }: Scene): ValueOffer[] {
  const words = new Set<string>();
  for (const plan of context.bundle.plans) {
    const isHere = plan.document.source.uri === context.document.uri;
    for (const { node, name: key, schema: other } of judgedValues(plan)) {
      if (node.kind !== 'scalar' || typeof node.value !== 'string' || node.broken) continue;
      const { start, end } = offsets(node.span);
      if (isHere && start <= offset && offset <= end) continue;
      const isSame = schema.definition ? other.definition === schema.definition : key === name;
      if (isSame && /^\S{1,60}$/.test(node.value)) words.add(node.value);
    }
  }
  words.delete(text);
  return Array.from(words, (value) => ({ label: value, kind: 'value', value, detail: 'said elsewhere in the plan' }));
}
