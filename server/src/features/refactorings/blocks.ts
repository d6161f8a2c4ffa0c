/** Whole lines of a text moved or taken out. What is proposed has been read again: it says the same, in another order or place. */
import type { PlanEdit } from '../../model/edit.ts';
import type { Entry, ListNode } from '../../model/located.ts';
import { newPlanCaches, type Plan, readPlans } from '../../model/plan/plan.ts';
import { type OffsetRange, offsets, type Span, type Syntax, span } from '../../model/source.ts';

type Replace = Extract<PlanEdit, { kind: 'replace' }>;

/** Edits after which the item `order[i]` of the list stands where the i-th did; nothing where items share lines. */
export function reordered(list: ListNode, order: readonly number[], plan: Plan): readonly Replace[] | undefined {
  const { source } = plan.document;
  const blocks = blocksOf(list, source.text, source.syntax);
  if (!blocks) return undefined;
  const texts = blocks.map(({ start, end }) => source.text.slice(start, end));
  const eol = source.text.includes('\r\n') ? '\r\n' : '\n';
  // The last line of the text may have no end.
  const whole = texts.map((text) => (/\n$/.test(text) ? text : text + eol));
  const edits = blocks.flatMap(({ start, end }, at): Replace[] => {
    const from = order[at];
    if (from === undefined || from === at) return [];
    const text = whole[from] ?? '';
    const newText = /\n$/.test(texts[at] ?? '') ? text : text.replace(/\r?\n$/, '');
    return [{ kind: 'replace', span: inPlan(plan, start, end), newText }];
  });
  return edits.length > 0 ? edits : undefined;
}

/** The lines of each item with the comments right above it. */
function blocksOf({ items }: ListNode, text: string, syntax: Syntax): OffsetRange[] | undefined {
  const starts = items.map(({ span, head }) =>
    withCommentsAbove(lineStart(text, Math.min(offsets(span).start, offsets(head).start)), text, syntax),
  );
  const blocks: OffsetRange[] = [];
  for (const [at, item] of items.entries()) {
    const start = starts[at] ?? 0;
    const next = starts[at + 1];
    const end = next ?? lineEnd(text, offsets(item.span).end);
    // Two items on one line, or one that begins behind something else: `stages: [{ … }]`.
    if (end <= start || !/^[ \t]*(?:-[ \t]|#|\||[*+]|\d)|^[ \t]*<!--/.test(text.slice(start, end))) return undefined;
    blocks.push({ start, end });
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
export function afterwards(plan: Plan, edits: readonly Replace[]): Plan | undefined {
  const { source, kind, root } = plan.document;
  let { text } = source;
  for (const edit of [...edits].sort((a, b) => offsets(b.span).start - offsets(a.span).start)) {
    const { start, end } = offsets(edit.span);
    text = text.slice(0, start) + edit.newText + text.slice(end);
  }
  const plans = readPlans({ ...source, text }, kind, newPlanCaches());
  return plans.find(({ document }) => offsets(document.root.span).start >= offsets(root.span).start) ?? plans[0];
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
