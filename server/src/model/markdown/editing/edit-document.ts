/** A new key of the document itself: a line of the front matter, or a section. */
import { child, type MapNode } from '../../located.ts';
import type { Property, Unit } from '../grammar/grammar.ts';
import { documentUnit, planUnit } from '../grammar/grammar-of.ts';
import { isPart } from '../reading/exempt.ts';
import { yamlScalar } from '../reading/front-matter.ts';
import type { Json } from '../writing/json.ts';
import type { Place } from '../writing/read-back.ts';
import { keyForm } from '../writing/write-unit.ts';
import { blockAfter, blockBefore, type Editing, labelledKeys, lineAfter } from './editing.ts';
import type { Change } from './evolving.ts';

type Forms = Iterable<readonly Change[]>;

export interface Adding {
  readonly parent: MapNode;
  readonly property: Property;
  readonly unit: Unit;
  readonly value: Json;
  readonly place: Place;
}

const ALWAYS_IN_FRONT = new Set(['rolloutPlan', 'plan', 'name']);

/** A line of the front matter; `anyway` also where there is none yet, or for what is no scalar. */
export function* frontMatterForms({ property, value, unit, parent }: Adding, editing: Editing, anyway: boolean): Forms {
  const { text, frontMatter } = editing;
  const isScalar = typeof value !== 'object';
  if (!anyway && !ALWAYS_IN_FRONT.has(property.key) && (!isScalar || !frontMatter.body)) return;
  const line = `${property.key}: ${isScalar ? yamlScalar(value) : JSON.stringify(value)}`;
  if (frontMatter.body) yield* inFrontMatter(line, frontMatter.body, { property, unit, parent }, text);
  else {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    yield [{ from: start, to: start, text: `---\n${line}\n---\n${/^\s*$/.test(text.slice(start)) ? '' : '\n'}` }];
  }
}

/** Below the key that the schema has before it, else at the top. */
function* inFrontMatter(
  line: string,
  { from, to }: { readonly from: number; readonly to: number },
  { property, unit, parent }: Pick<Adding, 'property' | 'unit' | 'parent'>,
  text: string,
): Forms {
  const order = [...unit.properties.keys()];
  const before = order.slice(0, order.indexOf(property.key)).reverse();
  const anchor = before
    .map((key) => parent.entries.get(key)?.value)
    .find((node) => node && node.span.to <= to && node.span.from >= from);
  if (anchor) yield [lineAfter(text, anchor.span.to, line)];
  yield [{ from, to: from, text: `${line}\n` }];
}

/** A section of the document, where the order of the schemas puts it: what the plan has first, then the part's own. */
export function* sectionForms(adding: Adding, editing: Editing): Forms {
  const { text, blocks } = editing;
  const { property, value, place } = adding;
  const level = sectionLevel(editing);
  const { form } = keyForm(property, value, place, { kind: 'sections', level, headed: true });
  const { before, behind } = sectionsBeside(adding, editing);
  if (before) yield [blockAfter(text, before.span.to, form)];
  if (behind) yield [blockBefore(text, behind.span.from, form)];
  const last = blocks.at(-1);
  const end = last ? last.span.to : Math.max(editing.frontMatter.end, text.trimEnd().length);
  if (text.trim() === '') yield [{ from: 0, to: text.length, text: `${form}\n` }];
  else yield [blockAfter(text, end, form)];
}

function sectionsBeside({ property, place }: Adding, editing: Editing) {
  const { root } = editing.document;
  const part = child(root, editing.kind);
  const keyed = [root, ...(part?.kind === 'map' ? [part] : [])].flatMap((map, inPart) =>
    labelledKeys(map, editing).map(({ key, field }) => ({ rank: rankOf(inPart, key, editing), field })),
  );
  const sections = keyed
    .filter(({ field }) => field.form === 'heading')
    .sort((a, b) => a.field.span.from - b.field.span.from);
  const own = rankOf(place.scopes[0]?.kind === 'plan' ? 0 : 1, property.key, editing);
  return {
    before: sections.filter(({ rank }) => rank < own).at(-1)?.field,
    behind: sections.find(({ rank }) => rank > own)?.field,
  };
}

function rankOf(inPart: number, key: string, { kind }: Editing): number {
  const unit = inPart === 0 && isPart(kind) ? planUnit() : documentUnit(kind);
  return inPart * 1000 + [...unit.properties.keys()].indexOf(key);
}

/** The level of the document's sections: that of the first one below the title. */
function sectionLevel({ blocks }: Editing): number {
  const sections = blocks.filter((block) => block.kind === 'section');
  const [first] = sections;
  if (!first) return 2;
  if (first.level > 1 || sections.length > 1) return first.level;
  const below = first.blocks.find((block) => block.kind === 'section');
  return below?.kind === 'section' ? below.level : 2;
}
