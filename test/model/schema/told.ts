/** What schema validation says of a text, as short as it can be read. */
import type { PlanEdit, Skeleton } from '../../../server/src/model/edit.ts';
import { isSlot } from '../../../server/src/model/edit.ts';
import type { DocumentKind, PlanDocument } from '../../../server/src/model/plan-document.ts';
import { type SchemaProblem, schemaProblems } from '../../../server/src/model/schema/validate.ts';
import { textOf } from '../../../server/src/model/source.ts';
import { readYaml } from '../../../server/src/model/yaml/read.ts';

export function read(text: string): PlanDocument {
  const [document] = readYaml({ uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text });
  if (!document) throw new Error('no document');
  return document;
}

export const problemsIn = (text: string, kind: DocumentKind = 'plan'): SchemaProblem[] => [
  ...schemaProblems(read(text).root, kind),
];

/** `rule |words| first fix`, as short as it can be read. */
export function told(text: string, kind: DocumentKind = 'plan'): string[] {
  return problemsIn(text, kind).map(({ rule, span, fixes }) => {
    const fix = fixes[0];
    return `${rule} |${textOf(span)}|${fix ? ` ${fix.title}: ${fix.edits.map(shown).join(' + ')}` : ''}`;
  });
}

function shown(edit: PlanEdit): string {
  if (edit.kind === 'replace') return `${textOf(edit.span)} -> ${edit.newText}`;
  if (edit.kind === 'set') return `${edit.key} = ${JSON.stringify(plain(edit.value))}`;
  return JSON.stringify(plain(edit.value));
}

function plain(value: Skeleton): unknown {
  if (typeof value !== 'object') return value;
  if (isSlot(value)) return `<${value.slot}>`;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

export const messageOf = (text: string): string => problemsIn(text)[0]?.message ?? '';
export const step = (body: string) => `migration:\n  steps:\n    - { id: a, ${body} }\n`;
export const stage = (body: string) => `rollout:\n  stages:\n    - { id: a, ${body} }\n`;
