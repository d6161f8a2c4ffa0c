/** What can be written as a value, in any syntax. */
import { judgedValues } from '../../model/plan/plan.ts';
import { propertySchema, type SchemaNode } from '../../model/schema/schema.ts';
import { isCriterion } from './criteria.ts';
import { ownerOffers, pathOffers } from './neighbours.ts';
import { notationOffers } from './notations.ts';
import { referenceOffers, undeclaredOffers } from './references.ts';
import type { Blank, Scene } from './scene.ts';
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
  if (text.values.length > 0) return enumOffers(text);
  if (schema.types.includes('boolean')) return [true, false].map((value) => truthOffer(value, schema));
  if (schema.reference) return referenceOffers(schema.reference, scene);
  if (name === 'id') return parent?.declares ? undeclaredOffers(parent.declares, scene) : [];
  if (schema.definition === 'owner') return ownerOffers(scene);
  if (text.link) return pathOffers(blank, scene);
  return notationOffers(blank, scene);
}

function enumOffers(schema: SchemaNode): ValueOffer[] {
  return schema.values.map((value, at) => {
    const markdown = schema.valueDescriptions[at];
    return { label: String(value), kind: 'enum', value, ...(markdown ? { markdown } : {}) };
  });
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
  return isOpen && schema.types.includes('string') && name !== 'id' && !isCriterion(blank);
}

function usedElsewhere({ schema, name, text }: Blank, { context, offset }: Scene): ValueOffer[] {
  const words = new Set<string>();
  for (const plan of context.bundle.plans) {
    const isHere = plan.document.source.uri === context.document.uri;
    for (const { node, name: key, schema: other } of judgedValues(plan)) {
      if (node.kind !== 'scalar' || typeof node.value !== 'string' || node.broken) continue;
      if (isHere && node.span.from <= offset && offset <= node.span.to) continue;
      const isSame = schema.definition ? other.definition === schema.definition : key === name;
      if (isSame && /^\S{1,60}$/.test(node.value)) words.add(node.value);
    }
  }
  words.delete(text);
  return Array.from(words, (value) => ({ label: value, kind: 'value', value, detail: 'said elsewhere in the plan' }));
}
