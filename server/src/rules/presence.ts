/**
 * Presence rules are data: `x-missing` beside a key of the schemas says what to report where the key is missing, and what to write.
 * Here is the one reading of that data. Which ids there are, with group and severity, is said in `index.ts`.
 */
import { companionsOf } from '../lint/companions.ts';
import { defineRule, type Finding, finding, type Rule, type RuleContext, type RuleGroup } from '../lint/rule.ts';
import { skeletonOf } from '../lint/skeletons.ts';
import { child, isEmpty, type MapNode } from '../model/located.ts';
import { judgedValues } from '../model/plan/plan.ts';
import { placeOfMissing } from '../model/plan/view.ts';
import { PART_NAMES, type PartName } from '../model/plan-document.ts';
import type { Missing } from '../model/schema/files.ts';
import { properties, propertySchema, rootSchema, type SchemaNode } from '../model/schema/schema.ts';
import { textOf } from '../model/source.ts';

/** The rule that the schemas' `x-missing` entries of this id make. */
export function presenceRule(id: string, group: RuleGroup, severity: Rule['severity']): Rule {
  return defineRule({
    id,
    group,
    severity,
    fixable: true,
    *check(context) {
      if (context.plan.document.unreadable) return;
      for (const { node, schema } of judgedValues(context.plan)) {
        if (node.kind !== 'map') continue;
        for (const key of missingKeys(schema))
          if (key.rule === id && isMissing(node, key, context)) yield report(node, key, context);
      }
      yield* fromUnwrittenPart(id, context);
    },
  });
}

interface MissingKey extends Missing {
  readonly name: string;
}

function missingKeys(schema: SchemaNode): MissingKey[] {
  return Array.from(properties(schema)).flatMap(([name, { missing }]) => (missing ? [{ name, ...missing }] : []));
}

function isMissing(owner: MapNode, { name }: MissingKey, { plan, bundle }: RuleContext): boolean {
  if (isWritten(owner, name)) return false;
  const { document, resolvedRoot } = plan;
  if (document.kind === 'plan' || owner !== resolvedRoot) return true;
  // An artifact holds its own part; what belongs to the whole plan may stand in any artifact, and one of them is asked for it.
  if (PART_NAMES.includes(name as PartName)) return false;
  return bundle.plans.every(
    (other) =>
      other === plan || (!isWritten(other.resolvedRoot, name) && isAskedAfter(other.document.kind, document.kind)),
  );
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

function report(owner: MapNode, key: MissingKey, context: RuleContext): Finding {
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
  const message = key.message.replaceAll('{id}', nameOf(owner));
  const found = finding(placeOfMissing({ node: owner }, key.name), message, [
    { title: key.fix, edits: [edit, ...(document.kind === 'plan' ? companions : [])], preferred: true },
  ]);
  return { ...found, about: key.name };
}

/** An artifact that holds nothing of its part yet: the part's own sections are missing, at the title. */
function* fromUnwrittenPart(id: string, { plan }: RuleContext): Generator<Finding> {
  const { document, resolvedRoot } = plan;
  const part = PART_NAMES.find((name) => name === document.kind);
  const schema = part && propertySchema(rootSchema(document.kind), part);
  if (!part || !schema || resolvedRoot.entries.has(part)) return;
  for (const key of missingKeys(schema).filter(({ rule }) => rule === id)) {
    const edit = {
      kind: 'set',
      parent: document.root,
      key: part,
      value: { [key.name]: skeletonOf(key.insert) },
    } as const;
    const found = finding(resolvedRoot.head, key.message, [{ title: key.fix, edits: [edit], preferred: true }]);
    yield { ...found, about: key.name };
  }
}

/** The words that name the owner in a message: its id or title, else the words that stand for it. */
function nameOf(owner: MapNode): string {
  for (const key of ['id', 'title', 'name']) {
    const value = owner.entries.get(key)?.value;
    if (value?.kind === 'scalar' && value.text) return value.text;
  }
  return textOf(owner.head);
}
