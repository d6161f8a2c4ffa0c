/** Whole lines of a text moved or taken out. What is proposed has been read again: it says the same, in another order or place. */
import type { PlanEdit } from '../../model/edit.ts';
import type { Entry, ListNode, LocatedNode } from '../../model/located.ts';
import { newPlanCaches, type Plan, readPlans } from '../../model/plan/plan.ts';
import { type OffsetRange, offsets, type Span, type Syntax, span } from '../../model/source.ts';
import { paired } from '../../util/paired.ts';
import { planAt } from '../place.ts';
import { changed } from '../replacements.ts';

type Replace = Extract<PlanEdit, { kind: 'replace' }>;

/** Edits after which the items with a rank stand in its order, in the places where such items stood; none where items share lines. */
export function reordered(list: ListNode, ranks: ReadonlyMap<LocatedNode, number>, plan: Plan): readonly Replace[] {
  const { text, syntax } = plan.document.source;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const ranked = blocksOf(list, text, syntax).flatMap(({ item, start, end }) => {
    const rank = ranks.get(item);
    return rank === undefined ? [] : [{ start, end, rank, words: text.slice(start, end) }];
  });
  const inOrder = ranked.toSorted((a, b) => a.rank - b.rank);
  return Array.from(paired(ranked, inOrder)).flatMap(([before, after]): Replace[] => {
    if (before === after) return [];
    // The last line of the text may have no end.
    const words = after.words.replace(/\r?\n$/, '');
    const newText = /\n$/.test(before.words) ? words + eol : words;
    return [{ kind: 'replace', span: inPlan(plan, before.start, before.end), newText }];
  });
}

interface Block extends OffsetRange {
  readonly item: LocatedNode;
}

/** The lines of each item with the comments right above it. */
function blocksOf({ items }: ListNode, text: string, syntax: Syntax): readonly Block[] {
  const blocks: Block[] = [];
  let next: number | undefined;
  for (const item of items.toReversed()) {
    const first = Math.min(offsets(item.span).start, offsets(item.head).start);
    const start = withCommentsAbove(lineStart(text, first), text, syntax);
    const end = next ?? lineEnd(text, offsets(item.span).end);
    // Two items on one line, or one that begins behind something else: `stages: [{ … }]`.
    if (end <= start || !/^[ \t]*(?:-[ \t]|#|\||[*+]|\d)|^[ \t]*<!--/.test(text.slice(start, end))) return [];
    blocks.unshift({ item, start, end });
    next = start;
  }
  return blocks;
}

function withCommentsAbove(start: number, text: string, syntax: Syntax): number {
  const isComment = syntax === 'yaml' ? /^[ \t]+#/ : /^[ \t]*<!--.*-->[ \t]*\r?$/;
  let at = start;
  while (at > 0) {
    const above = lineStart(text, at - 1);
    if (!isComment.test(text.slice(above, at).replace(/\n$/, ''))) break;
    at = above;
  }
  return at;
}

/** Takes an entry of a mapping out of the text; nothing where something else, such as a comment, would go with it. */
export function without(entry: Entry, plan: Plan): Replace | undefined {
  const { text, syntax } = plan.document.source;
  const key = offsets(entry.key).start;
  const value = offsets(entry.value.span).end;
  const end = lineEnd(text, Math.max(value, offsets(entry.key).end));
  const start = lineStart(text, key);
  const removed = text.slice(start, end);
  if (/<!--/.test(removed) || (syntax === 'yaml' && /(?:^|\s)#/.test(removed))) return undefined;
  if (text.slice(start, key).trim() === '' && text.slice(value, end).trim() === '')
    return { kind: 'replace', span: inPlan(plan, start, end), newText: '' };
  return syntax === 'yaml' ? withoutInFlow(key, value, plan) : undefined;
}

/** One of several between braces, with one of its commas. */
function withoutInFlow(key: number, value: number, plan: Plan): Replace | undefined {
  const { text } = plan.document.source;
  const behind = /^[ \t]*,[ \t]*/.exec(text.slice(value))?.[0];
  if (behind !== undefined) return { kind: 'replace', span: inPlan(plan, key, value + behind.length), newText: '' };
  const before = /,[ \t]*$/.exec(text.slice(0, key))?.[0];
  if (before === undefined) return undefined;
  return { kind: 'replace', span: inPlan(plan, key - before.length, value), newText: '' };
}

/** The plan after some edits of its words. */
export function afterwards(plan: Plan, edits: readonly Replace[]): Plan {
  const { source, kind, root } = plan.document;
  const replacements = edits.map(({ span, newText }) => ({ ...offsets(span), newText }));
  const plans = readPlans({ ...source, text: changed(source.text, replacements) }, kind, newPlanCaches());
  return planAt(plans, offsets(root.span).start);
}

function inPlan({ document }: Plan, start: number, end: number): Span {
  const { segment } = document.root.span;
  return span(segment, start - segment.start, end - segment.start);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
