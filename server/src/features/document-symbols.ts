/**
 * The structure of a YAML plan, for outline and breadcrumbs: parts, lists, and what stands in them under its own name. Single values are
 * not listed; those that tell most stand beside the name.
 */
import type { Bundle } from '../lint/bundle.ts';
import { irreversibleSteps } from '../lint/irreversible.ts';
import { child, type ListNode, type LocatedNode, type MapNode } from '../model/located.ts';
import type { Plan } from '../model/plan/plan.ts';
import { below, type Visit } from '../model/plan/walk.ts';
import { PART_NAMES } from '../model/plan-document.ts';
import { rootSchema, type SchemaNode } from '../model/schema/schema.ts';
import { type OffsetRange, offsets, type Span } from '../model/source.ts';
import type { PlanContext } from './context.ts';
import { wordsOf } from './ids.ts';
import { rangeOf } from './ranges.ts';
import type { Range } from './types.ts';

export type SymbolKind = 'plan' | 'part' | 'list' | 'object' | NonNullable<SchemaNode['declares']>;

export interface DocumentSymbol {
  readonly name: string;
  /** What is worth knowing of it at a glance. */
  readonly detail: string;
  readonly kind: SymbolKind;
  /** All of it; holds the ranges of its children. */
  readonly range: Range;
  /** The words that name it. */
  readonly selection: Range;
  readonly children: readonly DocumentSymbol[];
}

/** Nothing for Markdown, where the headings are the outline that every editor makes by itself: a second one would only repeat them. */
export function documentSymbols(context: PlanContext): readonly DocumentSymbol[] {
  const plans = context.plans.filter(({ document }) => document.source.syntax === 'yaml');
  if (plans.length < 2) return plans.flatMap((plan) => symbolsOf(plan, context));
  return plans.map((plan) => {
    const { root } = plan.document;
    const range = rangeOf(root.span, context.document);
    const name = textOf(child(root, 'name')) ?? 'plan';
    const detail = textOf(child(root, 'title')) ?? '';
    const start = { start: range.start, end: range.start };
    return { name, detail, kind: 'plan', range, selection: start, children: symbolsOf(plan, context) };
  });
}

/** What is told of an item beside its name, the first that it has of each group. */
const DETAILS: Readonly<Partial<Record<SymbolKind, readonly string[]>>> = {
  stage: ['weight', 'soak'],
  step: ['phase', 'release'],
  metric: ['baseline'],
  backup: ['ttl'],
  flag: ['type', 'removeBy'],
};
/** What an item is called that has no id. */
const NAMES = ['id', 'name', 'title', 'what', 'check', 'component', 'audience', 'failed', 'step', 'date', 'when'];
const LONGEST = 80;

interface Outline {
  readonly context: PlanContext;
  /** Aliases are the same node again, which stands in one place only. */
  readonly seen: Set<LocatedNode>;
  /** Stages with what they inherit, by the map that is written. */
  readonly resolved: ReadonlyMap<MapNode, MapNode>;
  readonly irreversible: ReadonlySet<MapNode>;
}

function symbolsOf(plan: Plan, context: PlanContext): DocumentSymbol[] {
  const { root, kind } = plan.document;
  const outline: Outline = {
    context,
    seen: new Set(),
    resolved: new Map((plan.view.rollout?.stages ?? []).map(({ node }) => [node.written ?? node, node])),
    irreversible: irreversibleMaps(plan, context.bundle),
  };
  return entriesOf({ node: root, schema: rootSchema(kind), isCode: false }, offsets(root.span), outline);
}

function irreversibleMaps(plan: Plan, bundle: Bundle): ReadonlySet<MapNode> {
  return new Set(irreversibleSteps(plan, bundle).map(({ step }) => step.node.written ?? step.node));
}

function entriesOf(visit: Visit, within: OffsetRange, outline: Outline): DocumentSymbol[] {
  return below(visit).flatMap((inner) => {
    const { node } = inner;
    return node.kind === 'scalar' ? [] : symbolOf(node, inner, within, outline);
  });
}

/** Deep nesting is refused by the reader, so this does not go deep. */
function symbolOf(node: ListNode | MapNode, visit: Visit, within: OffsetRange, outline: Outline): DocumentSymbol[] {
  const { entry, key } = visit;
  if (entry?.inherited || outline.seen.has(node)) return [];
  outline.seen.add(node);
  const own = offsets(node.span);
  const range = { start: key ? Math.min(offsets(key).start, own.start) : own.start, end: own.end };
  const name = key ?? nameSpan(node);
  if (range.start < within.start || range.end > within.end || !holds(range, name)) return [];
  const { document } = outline.context;
  const children = entriesOf(visit, range, outline);
  const kind = kindOf(visit);
  return [
    {
      name: visit.name ?? nameOf(node, visit.schema),
      detail: detailOf(node, kind, outline),
      kind,
      range: { start: document.positionAt(range.start), end: document.positionAt(range.end) },
      selection: rangeOf(name, document),
      children,
    },
  ];
}

function holds({ start, end }: OffsetRange, name: Span): boolean {
  const words = offsets(name);
  return start <= words.start && words.end <= end;
}

function kindOf({ node, schema, name }: Visit): SymbolKind {
  if (schema.declares) return schema.declares;
  if (node.kind === 'list') return 'list';
  return PART_NAMES.some((part) => part === name) ? 'part' : 'object';
}

function nameOf(node: LocatedNode, schema: SchemaNode): string {
  const words = NAMES.map((key) => textOf(child(node, key))).find((text) => text !== undefined);
  return words ?? schema.title;
}

function nameSpan(node: LocatedNode): Span {
  const named = NAMES.map((key) => child(node, key)).find((value) => textOf(value) !== undefined);
  return named?.kind === 'scalar' ? wordsOf(named) : node.head;
}

function detailOf(node: ListNode | MapNode, kind: SymbolKind, { resolved, irreversible }: Outline): string {
  if (node.kind === 'list') return String(node.items.length);
  const whole = resolved.get(node) ?? node;
  const details = (DETAILS[kind] ?? []).flatMap((key) => textOf(child(whole, key)) ?? []);
  return [...details, ...(irreversible.has(node) ? ['irreversible'] : [])].join(' · ');
}

/** One line, and no longer than a person reads in an outline. */
function textOf(node: LocatedNode | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.broken) return undefined;
  const text = node.text.replace(/\s+/g, ' ').trim();
  if (text === '') return undefined;
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
