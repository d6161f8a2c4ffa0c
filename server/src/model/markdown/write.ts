/** A plan's part as a Markdown document: the inverse of reading. */
import type { DocumentKind } from '../plan-document.ts';
import { scalarText } from '../yaml/scalar-text.ts';
import type { Scope } from './context.ts';
import { isPart } from './exempt.ts';
import type { Unit } from './grammar.ts';
import { documentUnit, planUnit } from './grammar-of.ts';
import { isList, isObject, isVoid, type Json, type JsonObject } from './json.ts';
import { type Place, readsAs } from './read-back.ts';
import { keyForm } from './write-unit.ts';

/** What an artifact says of the plan around its part. Each key has one home, besides what every file repeats to be understood alone. */
const EVERYWHERE = ['rolloutPlan', 'plan', 'status', 'risk', 'owner'];
const HOMES: Readonly<Record<string, { readonly front: readonly string[]; readonly sections: readonly string[] }>> = {
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

/** The document that holds `part` of a plan; of a record, the whole record. */
export function writeMarkdown(plan: JsonObject, part: DocumentKind): string {
  const unit = documentUnit(part);
  const front = frontMatter(plan, part);
  const given = new Set(front.map(([key]) => key));
  const title = plan.title;
  const heading =
    typeof title === 'string' && title !== ''
      ? `# ${documentTitle(part, unit)}: ${title}`
      : `# ${documentTitle(part, unit)}`;
  const body = isPart(part) ? partBody(plan, part, unit, given) : recordBody(plan, unit, given);
  const yaml = front.map(([key, value]) => `${key}: ${frontValue(value)}`).join('\n');
  return `${[`---\n${yaml}\n---`, heading, ...body].filter((text) => text !== '').join('\n\n')}\n`;
}

function documentTitle(part: DocumentKind, unit: Unit): string {
  const titles: Partial<Record<DocumentKind, string>> = {
    compatibility: 'Compatibility contract',
    migration: 'Migration plan',
    rollout: 'Rollout plan',
    rollback: 'Rollback plan',
    validation: 'Validation checklist',
  };
  return titles[part] ?? unit.title;
}

function frontMatter(plan: JsonObject, part: DocumentKind): [string, Json][] {
  const named: JsonObject = {
    rolloutPlan: 1,
    ...plan,
    ...(isVoid(plan.plan) && !isVoid(plan.name) ? { plan: plan.name as Json } : {}),
  };
  const keys = isPart(part) ? [...EVERYWHERE, ...(HOMES[part]?.front ?? [])] : ['rolloutPlan', 'plan'];
  return keys.flatMap((key): [string, Json][] => {
    const value = named[key];
    return value === undefined || isVoid(value) ? [] : [[key, value]];
  });
}

function frontValue(value: Json): string {
  if (isList(value)) return `[${value.map(flowValue).join(', ')}]`;
  return isObject(value) || value === null ? flowValue(value) : scalarText(value, false);
}

function flowValue(value: Json): string {
  if (isList(value)) return `[${value.map(flowValue).join(', ')}]`;
  if (isObject(value))
    return `{ ${Object.entries(value)
      .map(([key, below]) => `${key}: ${flowValue(below)}`)
      .join(', ')} }`;
  return value === null ? 'null' : scalarText(value, true);
}

function partBody(plan: JsonObject, part: DocumentKind, unit: Unit, given: ReadonlySet<string>): string[] {
  const around: Scope = { unit: planUnit(), kind: 'plan' };
  const place: Place = { scopes: [{ unit, kind: 'part' }, around], given };
  const own = plan[part];
  const shared = (HOMES[part]?.sections ?? []).flatMap((key) => {
    const property = around.unit.properties.get(key);
    const value = plan[key];
    if (!property || value === undefined || isVoid(value)) return [];
    return [keyForm(property, value, { scopes: [around], given }, { kind: 'sections', level: 2, headed: true }).form];
  });
  return [...preambleAndSections(isObject(own) ? own : {}, unit, place, shared)];
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
    if (reads && !collides(property.key, place)) short.push(line.form);
    else sections.push(keyForm(property, own, place, { kind: 'sections', level: 2, headed: true }).form);
  }
  return [short.join('\n'), ...shared, ...sections];
}

/** A label above the first section is the plan's where the plan has such a key that is not given yet. */
function collides(key: string, { scopes, given }: Place): boolean {
  const [part, plan] = scopes;
  const names = part?.unit.properties.get(key)?.names ?? new Set();
  return Array.from(plan?.unit.properties.values() ?? []).some(
    (property) =>
      !given.has(property.key) &&
      property.shape.scalar !== undefined &&
      Array.from(property.names).some((name) => names.has(name)),
  );
}

function recordBody(record: JsonObject, unit: Unit, given: ReadonlySet<string>): string[] {
  const place: Place = { scopes: [{ unit, kind: 'part' }], given };
  const { rolloutPlan: _, plan: __, title: ___, ...own } = record;
  return preambleAndSections(own, unit, place, []);
}
