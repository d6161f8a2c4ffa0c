/** Completion in an artifact: front matter, headings, labels, and the values behind them. */
import { markdownAtCursor, type TextAtCursor } from '../../model/markdown/cursor/at-cursor.ts';
import { type FactAtCursor, isReadAs } from '../../model/markdown/cursor/heading-facts.ts';
import { PART_NAMES, type PartName } from '../../model/plan-document.ts';
import { propertySchema, rootSchema, type SchemaNode } from '../../model/schema/schema.ts';
import { criterionOffers, isCriterion, type PartOffers } from './criteria.ts';
import { labelOffers } from './markdown-labels.ts';
import { newArtifactOffers } from './new-artifact.ts';
import { type Blank, blankAt, type Scene } from './scene.ts';
import type { Offers, ValueOffer, WordsOffer } from './types.ts';
import { valueOffers } from './values.ts';
import { yamlOffers } from './yaml.ts';

export async function markdownOffers(scene: Scene): Promise<readonly Offers[]> {
  const { document } = scene.plan;
  const whole = newArtifactOffers(scene);
  if (whole.length > 0) return whole;
  const { frontMatter, value, label, fact } = markdownAtCursor(document, scene.offset);
  const root = rootSchema(document.kind);
  if (frontMatter) return yamlOffers({ ...frontMatter, root, isForeign: (name) => isBelow(name, root) }, scene);
  if (fact) return factsAt(fact, root, scene);
  const blank = value && blankAt(value, value.path, root);
  const values = value && blank ? await valuesAt(value, blank, scene) : [];
  const isProse = !blank || isFreeText(blank);
  // What stands where only certain values can is one that is being written.
  if (!label || (!isProse && label.typed !== '')) return values;
  return [...values, ...labelOffers(isProse ? label : { ...label, isLast: false }, scene)];
}

/** Front matter says what the plan is; what is in it stands below. */
function isBelow(name: string, root: SchemaNode): boolean {
  const schema = propertySchema(root, name);
  return (
    PART_NAMES.includes(name as PartName) ||
    name === 'name' ||
    (schema?.unit !== undefined && !schema.types.includes('string')) ||
    BELOW.has(name)
  );
}

const BELOW = new Set(['metrics', 'flags', 'backups', 'contacts', 'timeline']);

function isFreeText(blank: Blank): boolean {
  const { types, values, notation, reference } = blank.schema;
  return types.includes('string') && values.length === 0 && !notation && !reference && !isCriterion(blank);
}

async function valuesAt(site: TextAtCursor, blank: Blank, scene: Scene): Promise<Offers[]> {
  // In a row that is empty, the first thing said must be what the row has no meaning without.
  const isSecond = blank.parent?.required.some((name) => name !== blank.name);
  if (site.isAlone && site.text === '' && isSecond) return [];
  const { from } = site;
  const part: PartOffers = isCriterion(blank)
    ? criterionOffers(blank, scene)
    : { from: 0, to: site.text.length, offers: await valueOffers(blank, scene) };
  const isLast = site.text.slice(part.to).trim() === '';
  const offers = part.offers.map(({ value, ...described }) => {
    const space = described.goesOn && isLast ? ' ' : '';
    return { ...described, label: labelOf(value, described.label), words: [wordOf(value) + space] };
  });
  return [{ from: from + part.from, to: from + part.to, offers }];
}

/** What the heading of an item does not say yet, as far as the form of the words tells what it is. */
async function factsAt(site: FactAtCursor, root: SchemaNode, scene: Scene): Promise<Offers[]> {
  const offers: WordsOffer[] = [];
  for (const key of site.keys) {
    const blank = blankAt({ ...site, beside: new Set() }, [...site.path, key], root);
    /* istanbul ignore if -- what a heading may say are keys of its schema */
    if (!blank) continue;
    const detail = blank.schema.title;
    for (const { value, ...described } of await valueOffers(blank, scene)) {
      const word = wordOf(value);
      if (isReadAs(word, key, site, scene.plan.document)) offers.push({ detail, ...described, words: [word] });
    }
  }
  return [{ from: site.from, to: site.to, offers }];
}

function labelOf(value: ValueOffer['value'], label: string): string {
  return typeof value === 'boolean' ? wordOf(value) : label;
}

/** As people write it in prose. */
function wordOf(value: ValueOffer['value']): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
