/** A plan's part as a Markdown document: the inverse of reading. */
import { child } from '../located.ts';
import type { DocumentKind, PartName } from '../plan-document.ts';
import type { Property, Unit } from './grammar/grammar.ts';
import { documentUnit, planUnit } from './grammar/grammar-of.ts';
import { readMarkdown } from './read.ts';
import type { Scope } from './reading/context.ts';
import { isPart } from './reading/exempt.ts';
import { yamlScalar } from './reading/front-matter.ts';
import { isList, isObject, isVoid, type Json, type JsonObject } from './writing/json.ts';
import { type Place, readsAs } from './writing/read-back.ts';
import { keyForm } from './writing/write-unit.ts';

/** What an artifact says of the plan around its part. Each key has one home, besides what every file repeats to be understood alone. */
const EVERYWHERE = ['rolloutPlan', 'plan', 'status', 'risk', 'owner'];
const HOMES: Readonly<Record<PartName, { readonly front: readonly string[]; readonly sections: readonly string[] }>> = {
  compatibility: {
    front: [
      'description',
      'authors',
      'approvers',
      'created',
      'updated',
      'scheduled',
      'ticket',
      'tags',
      'links',
      'notes',
    ],
    sections: ['change', 'contacts'],
  },
  migration: { front: [], sections: ['backups'] },
  rollout: { front: [], sections: ['metrics', 'flags'] },
  rollback: { front: [], sections: [] },
  validation: { front: [], sections: [] },
};

const planScope = (): Scope => ({ unit: planUnit(), kind: 'plan' });

/** The document that holds `part` of a plan; of a record, the whole record. */
export function writeMarkdown(plan: JsonObject, part: DocumentKind): string {
  const unit = documentUnit(part);
  const { heading, inHeading } = titleLine(plan.title, part, unit);
  const shared = isPart(part) ? sharedSections(plan, part, unit) : { sections: [], left: [] };
  const front = frontMatter(plan, part, [...(inHeading ? [] : ['title']), ...shared.left]);
  const place: Place = {
    scopes: isPart(part) ? [{ unit, kind: 'part' }, planScope()] : [{ unit, kind: 'part' }],
    given: new Set(front.map(([key]) => key)),
  };
  const body = preambleAndSections(ownValue(plan, part), unit, place, shared.sections);
  const yaml = front.map(([key, value]) => `${key}: ${flowValue(value)}`).join('\n');
  return `${[`---\n${yaml}\n---`, heading, ...body].filter((text) => text !== '').join('\n\n')}\n`;
}

function ownValue(plan: JsonObject, part: DocumentKind): JsonObject {
  if (!isPart(part)) {
    const { rolloutPlan: _, plan: __, title: ___, ...record } = plan;
    return record;
  }
  const own = plan[part];
  return isObject(own) ? own : {};
}

/** The title stands in the heading, unless it has signs that a heading would not keep. */
function titleLine(title: Json | undefined, part: DocumentKind, unit: Unit): { heading: string; inHeading: boolean } {
  const bare = `# ${documentTitle(part, unit)}`;
  if (typeof title !== 'string' || title === '') return { heading: bare, inHeading: true };
  const heading = `${bare}: ${title}`;
  const { root } = readMarkdown({ uri: '', syntax: 'markdown', text: heading }, part);
  const read = child(root, 'title');
  return read?.kind === 'scalar' && read.value === title
    ? { heading, inHeading: true }
    : { heading: bare, inHeading: false };
}

/** What the first heading of an artifact begins with. */
export function documentTitle(part: DocumentKind, unit: { readonly title: string }): string {
  const titles: Partial<Record<DocumentKind, string>> = {
    compatibility: 'Compatibility contract',
    migration: 'Migration plan',
    rollout: 'Rollout plan',
    rollback: 'Rollback plan',
    validation: 'Validation checklist',
  };
  return titles[part] ?? unit.title;
}

function frontMatter(plan: JsonObject, part: DocumentKind, more: readonly string[]): [string, Json][] {
  const named: JsonObject = {
    rolloutPlan: 1,
    ...plan,
    ...(isVoid(plan.plan) && !isVoid(plan.name) ? { plan: plan.name as Json } : {}),
  };
  const keys = isPart(part) ? [...EVERYWHERE, ...HOMES[part].front] : ['rolloutPlan', 'plan'];
  keys.push(...more);
  return keys.flatMap((key): [string, Json][] => {
    const value = named[key];
    return value === undefined || isVoid(value) ? [] : [[key, value]];
  });
}

function flowValue(value: Json): string {
  if (isList(value)) return `[${value.map(flowValue).join(', ')}]`;
  if (isObject(value))
    return `{ ${Object.entries(value)
      .map(([key, below]) => `${key}: ${flowValue(below)}`)
      .join(', ')} }`;
  return value === null ? 'null' : yamlScalar(value);
}

/** Sections about the plan. What would be read as the part's own there is left to the front matter, which is never misread. */
function sharedSections(plan: JsonObject, part: PartName, unit: Unit): { sections: string[]; left: string[] } {
  const sections: string[] = [];
  const left: string[] = [];
  const given = new Set<string>();
  for (const key of HOMES[part].sections) {
    const property = planUnit().properties.get(key);
    const value = plan[key];
    if (!property || value === undefined || isVoid(value)) continue;
    const { form } = keyForm(
      property,
      value,
      { scopes: [planScope()], given },
      { kind: 'sections', level: 2, headed: true },
    );
    const isRead = readsAs(form, key, value, { scopes: [{ unit, kind: 'part' }, planScope()], given }, 1);
    if (isRead) sections.push(form);
    else left.push(key);
  }
  return { sections, left };
}

/** Short keys above the first section, as long as they are read as the part's there and not as the plan's. */
function preambleAndSections(value: JsonObject, unit: Unit, place: Place, shared: readonly string[]): string[] {
  const short: string[] = [];
  const sections: string[] = [];
  for (const property of unit.properties.values()) {
    const own = value[property.key];
    if (own === undefined || isVoid(own)) continue;
    const line = keyForm(property, own, { ...place, preamble: true }, { kind: 'list' });
    const isShort = line.compact && line.form.length <= 100 && !line.form.includes('\n');
    const reads = isShort && readsAs(line.form, property.key, own, { ...place, preamble: true });
    if (reads && !collides(property, place)) short.push(line.form);
    else sections.push(keyForm(property, own, place, { kind: 'sections', level: 2, headed: true }).form);
  }
  return [short.join('\n'), ...shared, ...sections];
}

/** A label above the first section is the plan's where the plan has such a key that is not given yet. */
function collides({ names }: Property, { scopes, given }: Place): boolean {
  const [, plan] = scopes;
  return Array.from(plan?.unit.properties.values() ?? []).some(
    (property) =>
      !given.has(property.key) &&
      property.shape.scalar !== undefined &&
      Array.from(property.names).some((name) => names.has(name)),
  );
}
