/** What the schema says: of a key, of one of the values that a key can have. */
import * as l10n from '@vscode/l10n';
import { SHARED_BY_STAGES } from '../../model/plan/resolve.ts';
import type { Visit } from '../../model/plan/walk.ts';
import { itemSchema, type SchemaNode } from '../../model/schema/schema.ts';
import { firstLine } from '../../model/source.ts';
import { matched } from '../../util/matched.ts';
import { paired } from '../../util/paired.ts';
import type { PlanContext } from '../context.ts';
import { bold, bullets, code, joined, type Markup, markup, own, paragraphs } from '../markup.ts';
import type { Place } from '../place.ts';
import type { About } from './about.ts';

/** At a key, a heading or a label; and at a short value that means nothing without its key. */
export function aboutKey(_: PlanContext, { visit, path, onKey }: Place): About | undefined {
  if (visit.key === undefined || !(onKey || needsItsKey(visit))) return undefined;
  return { span: onKey ? firstLine(visit.key) : visit.node.span, text: keyText(visit, path.at(-2)) };
}

/** Prose says what it means by itself. */
function needsItsKey({ node, schema }: Visit): boolean {
  if (node.kind !== 'scalar') return false;
  return typeof node.value !== 'string' || (schema.notation !== undefined && schema.notation !== 'id');
}

/** At one of the values that the schema lists: what it is, and when it is the right one. */
export function aboutValue(_: PlanContext, { visit, onKey }: Place): About | undefined {
  const { node, schema } = visit;
  if (onKey || node.kind !== 'scalar') return undefined;
  const at = schema.values.indexOf(node.value as string | number);
  const description = schema.valueDescriptions[at];
  if (description === undefined) return undefined;
  return { span: node.span, text: paragraphs([bold(own(String(schema.values[at]))), own(description)]) };
}

function keyText({ schema, name }: Visit, owner: Visit | undefined): Markup {
  const required = name !== undefined && owner?.schema.required.includes(name) ? own(' · required') : own('');
  return paragraphs([
    markup`${bold(own(schema.title))} · ${own(typeOf(schema))}${required}`,
    own(schema.markdown),
    values(schema),
    example(schema),
    isInherited(name, owner)
      ? own(l10n.t('A stage without it takes it from the stage that it `extends`, then from the rollout.'))
      : own(''),
    schema.missing ? own(l10n.t`Where it is missing, \`${schema.missing.rule}\` asks for it.`) : own(''),
  ]);
}

function isInherited(name: string | undefined, owner: Visit | undefined): boolean {
  const unit = owner?.schema.unit;
  return (unit === 'Stage' || unit === 'Rollout') && (SHARED_BY_STAGES as readonly unknown[]).includes(name);
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  integer: 'whole number',
  number: 'number',
  object: 'mapping',
  array: 'list',
};

function typeOf(schema: SchemaNode): string {
  const item = itemSchema(schema);
  if (item) return `list of ${plural(item)}`;
  if (schema.reference) return `id of a ${schema.reference}`;
  if (schema.notation) return schema.notation;
  if (schema.values.length > 0) return 'one of a list';
  return schema.types.map((type) => TYPES[type]).join(' or ');
}

function plural(item: SchemaNode): string {
  if (item.reference) return `ids of ${item.reference}s`;
  if (item.notation === 'criterion') return 'criteria';
  if (item.values.length > 0) return 'values';
  return item.unit === undefined ? 'texts' : 'mappings';
}

/** Longer lists are left to completion, where each value brings its description. */
const EXPLAINED = 8;

function values(schema: SchemaNode): Markup {
  const { values: all, valueDescriptions } = schema.values.length > 0 ? schema : (itemSchema(schema) ?? schema);
  if (all.length === 0) return own('');
  if (all.length > EXPLAINED) return markup`Values: ${joined(all.map(String).map(code), ', ')}`;
  return bullets(
    Array.from(paired(all, valueDescriptions), ([value, description]) => {
      return markup`${code(String(value))}: ${own(firstSentence(description))}`;
    }),
  );
}

function firstSentence(text: string): string {
  return matched(/^[\s\S]*?(?:[.:](?=\s|$)|$)/.exec(text)).replace(/:$/, '.');
}

function example({ examples }: SchemaNode): Markup {
  const [first] = examples;
  if (typeof first !== 'string' && typeof first !== 'number') return own('');
  return markup`For example ${code(String(first))}`;
}
