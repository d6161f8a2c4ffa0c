/** What a skeleton names and the plan does not declare: inserted alone, it would leave the plan with references to nothing. */
import { parseCriterion, thresholdsOf } from '../analysis/criteria/index.ts';
import { isSlot, type PlanEdit, type Skeleton, slot } from '../model/edit.ts';
import { itemSchema, propertySchema, type SchemaNode } from '../model/schema/schema.ts';
import { type DeclaredKind, declarationsFor, declaredByMention } from './bundle.ts';
import { cleanUpIfMissing, newFlag } from './flags.ts';
import { planSchema } from './missing.ts';
import { newMetric } from './proposals.ts';
import type { RuleContext } from './rule.ts';

const LISTS = { metric: 'metrics', flag: 'flags', backup: 'backups' } as const;

/** Edits that declare what `value`, written under `key` of the plan, refers to. */
export function companionsOf(key: string, value: Skeleton, context: RuleContext): PlanEdit[] {
  const named = [...namesIn(value, planSchema([key]))];
  return (Object.keys(LISTS) as (keyof typeof LISTS)[]).flatMap((kind) => {
    const ids = new Set(named.filter((name) => name.kind === kind).map(({ id }) => id));
    return declare(kind, ids, context);
  });
}

function declare(kind: keyof typeof LISTS, ids: ReadonlySet<string>, context: RuleContext): PlanEdit[] {
  const { plan, bundle } = context;
  const declared = declarationsFor(plan, bundle, kind);
  const missing = [...ids].filter((id) => !declared.has(id));
  if (missing.length === 0 || declaredByMention(plan, bundle, kind)) return [];
  const items = missing.map((id) => newItem(kind, id, context));
  const list = plan.view[LISTS[kind]];
  const more = kind === 'flag' ? cleanUpIfMissing(missing, undefined, context) : [];
  if (list) return [...items.map((value) => ({ kind: 'append', list: list.node, value }) as const), ...more];
  return [{ kind: 'set', parent: plan.document.root, key: LISTS[kind], value: items }, ...more];
}

function newItem(kind: keyof typeof LISTS, id: string, context: RuleContext): Skeleton {
  if (kind === 'metric') return newMetric(id);
  if (kind === 'flag') return newFlag(id, context);
  return {
    id,
    ref: slot('rds:snapshot/name'),
    ttl: '90d',
    restore: slot('scripts/restore.sh'),
    verifiedOn: slot('2026-11-18'),
  };
}

export interface Name {
  readonly kind: DeclaredKind;
  readonly id: string;
}

/** What a value refers to. Skeletons come from the schemas and are shallow, so recursion is bounded. */
export function* namesIn(value: Skeleton, schema: SchemaNode): Generator<Name> {
  if (isSlot(value)) yield* namesIn(value.slot, schema);
  else if (typeof value === 'string') yield* namesInText(value, schema);
  else if (Array.isArray(value)) {
    const items = itemSchema(schema);
    if (items) for (const item of value) yield* namesIn(item, items);
  } else if (typeof value === 'object')
    for (const [key, below] of Object.entries(value)) {
      const property = propertySchema(schema, key);
      if (property) yield* namesIn(below, property);
    }
}

function* namesInText(text: string, schema: SchemaNode): Generator<Name> {
  if (schema.reference) yield { kind: schema.reference, id: text };
  const isCriterion = schema.notation === 'criterion' || schema.unit === 'Criterion' || schema.title === 'When';
  if (isCriterion)
    for (const { metric } of thresholdsOf(parseCriterion(text))) yield { kind: 'metric', id: metric.slug };
}
