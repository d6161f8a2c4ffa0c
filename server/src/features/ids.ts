/** The index of ids: every place of a plan that declares a stage, step, metric, backup or flag, or refers to one. */
import { type DeclaredKind, declaringLists } from '../lint/bundle.ts';
import { metricMentions } from '../lint/metrics.ts';
import { referencesIn } from '../lint/references.ts';
import { child, descend, type MapNode, type ScalarNode } from '../model/located.ts';
import { isId } from '../model/notation.ts';
import type { Plan } from '../model/plan/plan.ts';
import { type Visit, walk } from '../model/plan/walk.ts';
import { rootSchema } from '../model/schema/schema.ts';
import { type OffsetRange, offsets, type Span, textOf, within } from '../model/source.ts';

export const ID_KINDS: readonly DeclaredKind[] = ['stage', 'step', 'metric', 'backup', 'flag'];

/** Nobody calls anything by more words. */
const LONGEST_ID = 200;

export interface Name {
  readonly kind: DeclaredKind;
  readonly id: string;
}

export interface Occurrence extends Name {
  /** `mention`: words of prose, a comment or a command that can be nothing but the id. */
  readonly role: 'declaration' | 'reference' | 'mention';
  readonly plan: Plan;
  /** The words that say the id, without quotes and marks around them. */
  readonly span: Span;
  /** Set where the id is the whole value, and not a part of a sentence. */
  readonly value?: ScalarNode;
  /** What a declaration declares. */
  readonly item?: MapNode;
}

/** Plans never change; a new text gives new plans. */
const indexed = new WeakMap<Plan, readonly Occurrence[]>();

/** Declarations and references of one plan as they are written: what is inherited stands once, at its own place. */
export function occurrencesIn(plan: Plan): readonly Occurrence[] {
  let found = indexed.get(plan);
  if (!found) {
    found = firstAtEachPlace(plan.document.unreadable ? [] : [...declarations(plan), ...references(plan)]);
    indexed.set(plan, found);
  }
  return found;
}

function declarations(plan: Plan): Occurrence[] {
  const listed = ID_KINDS.flatMap((kind) =>
    declaringLists(plan, kind).flatMap(({ id, node }) =>
      id ? declaration(plan, kind, id.node, node.written ?? node) : [],
    ),
  );
  return [...listed, ...templates(plan)];
}

/** Patterns for stages are stages to those that extend them. */
function templates(plan: Plan): Occurrence[] {
  const list = descend(plan.document.root, ['rollout', 'templates']);
  return (list?.kind === 'list' ? list.items : []).flatMap((item) => {
    const id = child(item, 'id');
    return item.kind === 'map' && id?.kind === 'scalar' ? declaration(plan, 'stage', id, item) : [];
  });
}

function declaration(plan: Plan, kind: DeclaredKind, value: ScalarNode, item: MapNode): Occurrence[] {
  if (typeof value.value !== 'string' || value.value === '') return [];
  return [{ kind, id: value.value, role: 'declaration', plan, span: wordsOf(value), value, item }];
}

function references(plan: Plan): Occurrence[] {
  const values: readonly Visit[] = [...walk(plan.document.root, rootSchema(plan.document.kind))];
  const found: Occurrence[] = [];
  for (const kind of ID_KINDS) {
    for (const value of referencesIn(plan, kind, values))
      found.push({ kind, id: String(value.value), role: 'reference', plan, span: wordsOf(value), value });
  }
  for (const { id, span, words } of metricMentions(plan, values)) {
    if (span !== words.span) found.push({ kind: 'metric', id, role: 'reference', plan, span: narrowed(span, id) });
  }
  return found;
}

/** Without the quotes around it. */
export function wordsOf(value: ScalarNode): Span {
  return value.part(0, value.text.length);
}

/** The words in a span that are the id, in whatever case and with whatever between them; the span where they cannot be told. */
function narrowed(span: Span, id: string): Span {
  const text = textOf(span);
  if (text === id || !isId(id) || id.length > LONGEST_ID) return span;
  const found = new RegExp(id.split('-').join('[^a-z0-9]+'), 'i').exec(text);
  return found ? within(span, found.index, found.index + found[0].length) : span;
}

/** Through an alias one value may be declaration and reference in one; declarations come first. */
function firstAtEachPlace(all: readonly Occurrence[]): readonly Occurrence[] {
  const places = new Map<string, Occurrence>();
  for (const one of all) {
    const { start, end } = offsets(one.span);
    const place = `${one.kind} ${start} ${end}`;
    if (!places.has(place)) places.set(place, one);
  }
  return [...places.values()].sort((a, b) => offsets(a.span).start - offsets(b.span).start);
}

export function contains({ start, end }: OffsetRange, offset: number): boolean {
  return start <= offset && offset <= end;
}
