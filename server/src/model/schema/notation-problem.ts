/** Values in another notation than the format's. */
import * as l10n from '@vscode/l10n';
import { isEmpty, type LocatedNode, type ScalarNode, saysNone } from '../located.ts';
import { isWellFormed, type Notation, suggestionsFor } from '../notation.ts';
import { oneOf, placeOf, quoted, type SchemaProblem, type SchemaRule } from './problem.ts';
import type { SchemaNode } from './schema.ts';

const RULES: Partial<Record<Notation, SchemaRule>> = {
  duration: 'invalid-duration',
  percent: 'invalid-percentage',
  date: 'invalid-date',
};

const EXPECTED: Record<Exclude<Notation, 'criterion'>, readonly [string, string]> = {
  duration: ['a duration', l10n.t('Write a number and its unit without a space: 30s, 5m, 1h30m, 7d, 2w.')],
  percent: ['a percentage', l10n.t('Write a share from 0% to 100%, such as 5%.')],
  date: ['a date', l10n.t('Write the day as 2026-12-01, or a moment with its offset as 2026-12-01T14:00+01:00.')],
  time: ['a time', l10n.t('Write it to the minute, such as 14:02.')],
  size: ['a size', l10n.t('Write a number and its unit, such as 340GiB or 12MB.')],
  id: ['an id', l10n.t('Write lower-case letters, digits and hyphens, such as drop-amount-cents.')],
};

/**
 * Says nothing of a value that is not there, and nothing of one that says "none". An id that other places name is renamed together
 * with them, so it gets no fix here.
 */
export function notationProblem(
  node: LocatedNode,
  schema: SchemaNode,
  isNamedElsewhere = false,
): SchemaProblem | undefined {
  const { notation } = schema;
  if (!notation || notation === 'criterion' || isEmpty(node) || saysNone(node)) return undefined;
  const [what, advice] = EXPECTED[notation];
  const rule = RULES[notation] ?? 'plan-schema';
  if (node.kind !== 'scalar') {
    const message = `${quoted(schema.title)} is ${what}, not a ${node.kind === 'list' ? 'list' : 'mapping'}. ${advice}`;
    return { rule: 'plan-schema', message, span: node.head, node, fixes: [] };
  }
  if (node.broken || isRight(node, schema, notation)) return undefined;
  if (isWellFormed(notation, node.text)) return readAsOther(node, schema, rule);
  const meant = suggestionsFor(notation, node.text).filter((text) => isWellFormed(notation, text));
  return {
    rule,
    message: messageFor(node.text, notation, meant) ?? l10n.t`${quoted(node.text)} is not ${what}. ${advice}`,
    span: placeOf(node),
    node,
    fixes: isNamedElsewhere
      ? []
      : meant.map((text) => ({ title: `Write ${text}`, edits: [{ kind: 'write', node, value: text }] })),
  };
}

/** Right as it is written, but something else to whoever reads the file: `id: 5`. */
function readAsOther(node: ScalarNode, schema: SchemaNode, rule: SchemaRule): SchemaProblem {
  const read = typeof node.value === 'boolean' ? 'true or false' : 'a number';
  const message = l10n.t`${quoted(schema.title)} is text, and ${quoted(node.text)} is read as ${read}. Quote it, so that it stays as it is written.`;
  const fix = { title: `Write "${node.text}"`, edits: [{ kind: 'write', node, value: node.text } as const] };
  return { rule, message, span: placeOf(node), node, fixes: [fix] };
}

function isRight(node: ScalarNode, schema: SchemaNode, notation: Notation): boolean {
  if (typeof node.value === 'boolean') return false;
  if (typeof node.value === 'number' && !schema.types.includes('number')) return false;
  // Markdown reads words into values: an id from the words of a heading. What counts is what was read.
  const read = typeof node.value === 'string' ? node.value : node.text;
  return isWellFormed(notation, read.trim());
}

/** Where more can be said than which notation it is not. */
function messageFor(text: string, notation: Notation, meant: readonly string[]): string | undefined {
  const said = quoted(text);
  const write = meant[0] === undefined ? '' : ` Write ${oneOf(meant)}.`;
  if (notation === 'duration' && /^\d+$/.test(text) && /[1-9]/.test(text))
    return l10n.t`${said} has no unit, and is read as seconds by some and as minutes by others.${write}`;
  if (notation === 'percent' && meant.length > 1)
    return l10n.t`${said} is a fraction, which is read as a share of one by some tools and as a percentage by others.${write}`;
  if (notation === 'percent' && Number.parseFloat(text) > 100)
    return l10n.t`${said} is more than there is. A share goes from 0% to 100%.`;
  if (notation === 'date' && meant.length === 0) return dateMessage(text, said);
  return meant.length === 0
    ? undefined
    : l10n.t`${said} is not ${EXPECTED[notation as 'duration'][0]} as plans write it.${write}`;
}

function dateMessage(text: string, said: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/.test(text))
    return l10n.t`${said} has no offset, so it is another moment in each time zone. Write it with one: ${text.replace(' ', 'T')}Z for UTC.`;
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return l10n.t`${said} is not in the calendar. Check the day and the month.`;
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(text))
    return l10n.t`${said} is one day in some countries and another in others. Write the year first: 2026-12-01.`;
  return undefined;
}
