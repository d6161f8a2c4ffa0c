/**
 * Presence rules are data: `x-missing` beside a key of the schemas says what to report where the key is missing, and what to write.
 * Here is the one reading of that data. Which ids there are, with group and severity, is said in `index.ts`.
 */

import * as l10n from '@vscode/l10n';
import { type Bundle, plansAround } from '../lint/bundle.ts';
import { companionsOf } from '../lint/companions.ts';
import { isMisspelt } from '../lint/missing.ts';
import {
  defineRule,
  type Finding,
  type Fix,
  finding,
  type Rule,
  type RuleContext,
  type RuleGroup,
} from '../lint/rule.ts';
import { skeletonOf } from '../lint/skeletons.ts';
import type { PlanEdit, Skeleton } from '../model/edit.ts';
import { child, isEmpty, type MapNode } from '../model/located.ts';
import { collector, NOTHING } from '../model/plan/gather.ts';
import { gather, type Plan } from '../model/plan/plan.ts';
import { once } from '../model/plan/reads.ts';
import { placeOfMissing } from '../model/plan/view.ts';
import type { Visit } from '../model/plan/walk.ts';
import { PART_NAMES, type PartName } from '../model/plan-document.ts';
import type { Missing } from '../model/schema/files.ts';
import { properties, propertySchema, rootSchema, type SchemaNode } from '../model/schema/schema.ts';
import { textOf } from '../model/source.ts';
import { upTo } from '../util/parts.ts';

/** The rule that the schemas' `x-missing` entries of this id make. */
export function presenceRule(id: string, group: RuleGroup, severity: Rule['severity']): Rule {
  return defineRule({
    id,
    group,
    severity,
    fixable: true,
    *check(context) {
      for (const { found } of missed(id, context)) yield found;
    },
  });
}

/** What is found missing, and the edit that writes it: whoever knows a better value than the schema's example takes `writing`. */
export interface Missed {
  readonly found: Finding;
  readonly edit: SetEdit;
}

type SetEdit = Extract<PlanEdit, { readonly kind: 'set' }>;

export function* missed(id: string, context: RuleContext): Generator<Missed> {
  if (context.plan.document.unreadable) return;
  for (const { node, key, schema } of gather(context.plan, unwrittenKeys))
    if (key.rule === id && isMissing(node, key, context) && !isMisspelt({ node }, key.name, schema))
      yield report(node, key, context);
  yield* fromUnwrittenPart(id, context);
}

/** The finding with a fix that writes this value, and what else that needs. */
export function writing({ found, edit }: Missed, value: Skeleton, more: readonly PlanEdit[] = []): Finding {
  return withEdits(found, () => [{ ...edit, value }, ...more]);
}

/** The finding with a fix that makes these edits, made of its own. */
export function withEdits(found: Finding, edits: (own: Fix['edits']) => Fix['edits']): Finding {
  return { ...found, fixes: found.fixes.map((fix) => ({ ...fix, edits: edits(fix.edits) })) };
}

interface MissingKey extends Missing {
  readonly name: string;
}

interface Unwritten {
  readonly node: MapNode;
  readonly key: MissingKey;
  readonly schema: SchemaNode;
}

/** Looked for once for all rules: most keys are written. */
const unwrittenKeys = collector(({ node, schema }: Visit): readonly Unwritten[] => {
  if (node.kind !== 'map') return NOTHING;
  return missingKeys(schema).flatMap((key) => (isWritten(node, key.name) ? [] : [{ node, key, schema }]));
});

const missingKeys = once((schema: SchemaNode): readonly MissingKey[] =>
  Array.from(properties(schema)).flatMap(([name, { missing }]) => (missing ? [{ name, ...missing }] : [])),
);

function isMissing(owner: MapNode, { name }: MissingKey, { plan, bundle }: RuleContext): boolean {
  const { document, resolvedRoot } = plan;
  const part = PART_NAMES.find((one) => child(resolvedRoot, one) === owner);
  if (part) return !isUnwritten(part, plan) && isAskedFor(part, name, plan, bundle);
  if (owner !== resolvedRoot) return true;
  // A part that an artifact beside the plan holds is there.
  if (document.kind === 'plan') return plansAround(plan, bundle).every((other) => other.document.kind !== name);
  // An artifact holds its own part; what belongs to the whole plan may stand in any artifact, and one of them is asked for it.
  if (PART_NAMES.includes(name as PartName)) return false;
  return bundle.plans.every(
    (other) =>
      other === plan || (!isWritten(other.resolvedRoot, name) && isAskedAfter(other.document.kind, document.kind)),
  );
}

/**
 * A part of which nothing is there is one mistake, not one for each of its keys. Of an artifact's own part `missing-section` does not
 * speak: there its keys are asked for.
 */
function isUnwritten(part: PartName, { document, resolvedRoot }: Plan): boolean {
  const value = child(resolvedRoot, part);
  const missing = propertySchema(rootSchema(document.kind), part)?.missing;
  const isTold = missing !== undefined && (document.kind === 'plan' || missing.rule !== 'missing-section');
  return isTold && (value === undefined || isEmpty(value));
}

/** A plan and its artifact may both hold a part: what one of them says need not be said in the other, and one of them is asked. */
function isAskedFor(part: PartName, name: string, plan: Plan, bundle: Bundle): boolean {
  return plansAround(plan, bundle).every((other) => {
    const theirs = child(other.resolvedRoot, part);
    if (other === plan || theirs?.kind !== 'map') return true;
    return !isWritten(theirs, name) && isAskedAfter(other.document.kind, plan.document.kind);
  });
}

function isWritten(owner: MapNode, name: string): boolean {
  const value = owner.entries.get(name)?.value;
  return value !== undefined && !isEmpty(value);
}

const ASKED_FIRST: readonly string[] = ['plan', 'rollout', 'migration', 'rollback', 'compatibility', 'validation'];

function isAskedAfter(other: string, own: string): boolean {
  const [theirs, ours] = [ASKED_FIRST.indexOf(other), ASKED_FIRST.indexOf(own)];
  return theirs < 0 || theirs > ours;
}

function report(owner: MapNode, key: MissingKey, context: RuleContext): Missed {
  const value = skeletonOf(key.insert);
  const { document, resolvedRoot } = context.plan;
  const edit = { kind: 'set', parent: owner, key: key.name, value } as const;
  const partOfPlan = PART_NAMES.find((part) => child(resolvedRoot, part) === owner);
  const companions =
    owner === resolvedRoot
      ? companionsOf(key.name, value, context)
      : partOfPlan
        ? companionsOf(partOfPlan, { [key.name]: value }, context)
        : [];
  const message = l10n.t(key.message, { id: nameOf(owner) });
  const found = finding(placeOfMissing({ node: owner }, key.name), message, [
    { title: l10n.t(key.fix), edits: [edit, ...(document.kind === 'plan' ? companions : [])], preferred: true },
  ]);
  return { found: { ...found, about: key.name }, edit };
}

/** An artifact that says nothing of its part yet: told once, at the title. */
function* fromUnwrittenPart(id: string, context: RuleContext): Generator<Missed> {
  const { document } = context.plan;
  const part = PART_NAMES.find((name) => name === document.kind);
  const missing = part && propertySchema(rootSchema(document.kind), part)?.missing;
  if (!part || missing?.rule !== id || !isUnwritten(part, context.plan)) return;
  if (!isBlank(document.source.text) || isHeldElsewhere(part, context)) return;
  const edit = { kind: 'set', parent: document.root, key: part, value: skeletonOf(missing.insert) } as const;
  const fix = { title: l10n.t(missing.fix), edits: [edit], preferred: true };
  yield { found: { ...finding(context.plan.resolvedRoot.head, l10n.t(missing.message), [fix]), about: part }, edit };
}

/** Nothing but front matter, headings and comments: words that no section holds may say it all. */
function isBlank(text: string): boolean {
  const lines = text.split(/\r\n?|\n/);
  const end = lines[0]?.trim() === '---' ? lines.indexOf('---', 1) : -1;
  let comment = false;
  return lines.slice(end + 1).every((line) => {
    const isInside = comment || line.trimStart().startsWith('<!--');
    if (isInside) comment = !line.includes('-->');
    return isInside || /^\s*(?:#|$)/.test(line);
  });
}

function isHeldElsewhere(part: PartName, { plan, bundle }: RuleContext): boolean {
  return plansAround(plan, bundle).some((other) => other !== plan && isWritten(other.resolvedRoot, part));
}

/** The words that name the owner in a message: its id or title, else the words that stand for it, without a comment behind them. */
function nameOf(owner: MapNode): string {
  for (const key of ['id', 'title', 'name']) {
    const value = owner.entries.get(key)?.value;
    if (value?.kind === 'scalar' && value.text) return value.text;
  }
  return upTo(textOf(owner.head), '<!--').trimEnd();
}
