/** A located tree with every place in it as plain data, so that two readings of one text can be compared. */
import type { LocatedNode } from '../../server/src/model/located.ts';
import type { PlanDocument } from '../../server/src/model/plan-document.ts';
import { offsets, type Span } from '../../server/src/model/source.ts';

export function placesOf(document: PlanDocument): unknown {
  const { kind, root, problems, unreadable, declared, emptySections } = document;
  return {
    kind,
    root: located(root),
    problems: problems.map(({ rule, message, span, fixes }) => ({
      rule,
      message,
      span: at(span),
      fixes: fixes.map(({ title, edits }) => ({ title, edits: edits.map((edit) => [at(edit.span), edit.newText]) })),
    })),
    unreadable,
    declared,
    emptySections: emptySections.map(({ path, head }) => [path, at(head)]),
  };
}

function located(node: LocatedNode): unknown {
  const base = { kind: node.kind, span: at(node.span), head: at(node.head) };
  if (node.kind === 'list') return { ...base, items: node.items.map(located) };
  if (node.kind === 'map') {
    const entries = Array.from(node.entries, ([name, { key, value, inherited }]) => ({
      name,
      key: at(key),
      inherited,
      value: located(value),
    }));
    return { ...base, entries };
  }
  const { value, text, broken } = node;
  const middle = Math.floor(text.length / 2);
  return { ...base, value, text, broken, parts: [at(node.part(0, middle)), at(node.part(middle, text.length))] };
}

function at(place: Span): string {
  const { start, end } = offsets(place);
  return `${start}-${end}`;
}
