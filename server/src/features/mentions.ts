/**
 * Ids in words that no schema reads: prose, comments, and flags in commands. Only what can be nothing but the id counts: several words
 * joined by hyphens that name one thing of the plan. "Full" and "canary" are also words.
 */
import { plansAround } from '../lint/bundle.ts';
import { allNodes } from '../model/located.ts';
import type { Block } from '../model/markdown/text/blocks.ts';
import { parseBlocks } from '../model/markdown/text/parse-blocks.ts';
import { isId } from '../model/notation.ts';
import type { Plan } from '../model/plan/plan.ts';
import { walk } from '../model/plan/walk.ts';
import { rootSchema } from '../model/schema/schema.ts';
import { type OffsetRange, offsets, span, textOf, wholeSegment } from '../model/source.ts';
import { matched } from '../util/matched.ts';
import type { PlanContext } from './context.ts';
import { contains, type Name, type Occurrence, occurrencesIn, wordsOf } from './ids.ts';

/** Every mention of `name` in `plans`. */
export function mentionsOf(name: Name, plans: readonly Plan[]): Occurrence[] {
  return isTelling(name, plans) ? plans.flatMap((plan) => [...mentionsIn(plan, name)]) : [];
}

/** What the words at an offset mention. */
export function mentionAt({ bundle }: PlanContext, plan: Plan, offset: number): Occurrence | undefined {
  const { text } = plan.document.source;
  const id =
    matched(/[a-z0-9-]*$/.exec(text.slice(Math.max(0, offset - 100), offset))) +
    matched(/^[a-z0-9-]*/.exec(text.slice(offset, offset + 100)));
  if (!isCompound(id)) return undefined;
  const around = plansAround(plan, bundle);
  const [kind] = kindsOf(id, around);
  const name = kind && { kind, id };
  if (!name || !isTelling(name, around)) return undefined;
  return Array.from(mentionsIn(plan, name)).find(({ span }) => contains(offsets(span), offset));
}

function isTelling({ id }: Name, plans: readonly Plan[]): boolean {
  return isCompound(id) && kindsOf(id, plans).size === 1;
}

function isCompound(id: string): boolean {
  return id.includes('-') && isId(id);
}

function kindsOf(id: string, plans: readonly Plan[]): ReadonlySet<Name['kind']> {
  return new Set(plans.flatMap((plan) => occurrencesIn(plan).flatMap((one) => (one.id === id ? one.kind : []))));
}

function* mentionsIn(plan: Plan, { kind, id }: Name): Generator<Occurrence> {
  const { source, root } = plan.document;
  const { segment } = root.span;
  const { code, taken, own } = wordsAround(plan);
  const others = occurrencesIn(plan).map((one) => offsets(one.span));
  const isFlag = kind === 'flag';
  const pattern = new RegExp(`(?<![\\w./@#:$&%+~\\\\?-]${isFlag ? '' : '|='})${id}(?![\\w/@#=&%+~\\\\-]|[.:]\\w)`, 'g');
  for (const { index } of source.text.matchAll(pattern)) {
    const place = { start: index, end: index + id.length };
    if (!covers(own, place) || taken.has(index) || others.some((other) => meets(other, place))) continue;
    if (!isFlag && (code.some((other) => covers(other, place)) || isInCode(plan, place))) continue;
    yield { kind, id, role: 'mention', plan, span: span(segment, index - segment.start, place.end - segment.start) };
  }
}

function covers(outer: OffsetRange, { start, end }: OffsetRange): boolean {
  return outer.start <= start && end <= outer.end;
}

function meets(a: OffsetRange, b: OffsetRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Between backticks an id alone is an id; among other words it is part of a command. */
function isInCode({ document: { source } }: Plan, { start, end }: OffsetRange): boolean {
  if (source.syntax !== 'markdown') return false;
  const { text } = source;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return before.split('`').length % 2 === 0 && !(text[start - 1] === '`' && text[end] === '`');
}

interface Words {
  readonly code: readonly OffsetRange[];
  /** Where an occurrence begins, or a whole value, which is the name of something else. */
  readonly taken: ReadonlySet<number>;
  /** The part of the text that is this plan's. */
  readonly own: OffsetRange;
}

const known = new WeakMap<Plan, Words>();

function wordsAround(plan: Plan): Words {
  let words = known.get(plan);
  if (!words) {
    words = { code: [...codeIn(plan)], taken: takenIn(plan), own: ownText(plan) };
    known.set(plan, words);
  }
  return words;
}

function* codeIn({ document: { kind, root, source } }: Plan): Generator<OffsetRange> {
  for (const { node, isCode } of walk(root, rootSchema(kind))) if (isCode) yield offsets(node.span);
  if (source.syntax === 'markdown') yield* fencesIn(parseBlocks(wholeSegment(source), source.text, 0).blocks);
}

function* fencesIn(blocks: readonly Block[]): Generator<OffsetRange> {
  for (const block of blocks) {
    if (block.kind === 'fence') yield offsets(block.span);
    else if (block.kind === 'section') yield* fencesIn(block.blocks);
    else if (block.kind === 'list') for (const item of block.items) yield* fencesIn(item.blocks);
  }
}

function takenIn(plan: Plan): ReadonlySet<number> {
  const starts = new Set(occurrencesIn(plan).map(({ span }) => offsets(span).start));
  for (const node of allNodes(plan.document.root)) {
    if (node.kind === 'scalar' && isId(node.text.trim()) && textOf(wordsOf(node)) === node.text.trim())
      starts.add(offsets(wordsOf(node)).start);
  }
  return starts;
}

/** Of several YAML documents in one text each has its own part: a file's documents are known by the markers between them. */
function ownText({ document: { root, source } }: Plan): OffsetRange {
  const { start } = offsets(root.span);
  if (source.syntax !== 'yaml') return { start: 0, end: source.text.length };
  let from = 0;
  for (const { index } of source.text.matchAll(/^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm)) {
    if (index > start) return { start: from, end: index };
    from = index;
  }
  return { start: from, end: source.text.length };
}
