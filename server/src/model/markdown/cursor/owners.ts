/** Whose labels can stand on a line: the values that the sections, labels and list items around it speak of. */
import type { LocatedNode } from '../../located.ts';
import type { PlanDocument } from '../../plan-document.ts';
import { offsets } from '../../source.ts';
import { type Path, pathsOf } from '../editing/paths.ts';
import type { Reading } from '../read.ts';
import { placeOf } from '../text/words.ts';
import type { MarkedLine } from './marked-line.ts';

export interface Owner {
  readonly path: Path;
  /** Keys that are there already; for a list, how many items are. */
  readonly keys: ReadonlySet<string>;
  readonly count: number;
  /** Of the heading that it stands under; nothing where it stands under a label or in a list. */
  readonly level: number | undefined;
}

interface Placed extends Owner {
  readonly from: number;
}

/** The innermost first; the part of the document and the plan are the last. */
/** `empty`: sections that hold nothing but the line. */
export function ownersOf(line: MarkedLine, reading: Reading, empty: PlanDocument['emptySections']): readonly Owner[] {
  const { root, source } = reading.document;
  const own = { start: source.text.lastIndexOf('\n', line.from - 1) + 1, end: line.to };
  const pathOf = pathsOf(root);
  const levels = new Map(
    line.around.flatMap((one) => ('level' in one ? [[placeOf(one.heading).from, one.level]] : [])),
  );
  const owners: Placed[] = [];
  for (const [node, layout] of reading.layouts) {
    const path = node.kind === 'scalar' ? undefined : pathOf(node);
    if (!path || node.kind === 'scalar') continue;
    if (path.length < 2 && layout.kind === 'content' && layout.content.blocks.length === 0) {
      // The document itself: below its title, if it has one.
      owners.push({ ...ownerOf(node, path, own), level: 1, from: -2 + path.length });
      continue;
    }
    const place = layout.kind === 'content' ? layout.content : layout.kind === 'item' ? layout.item : undefined;
    if (!place) continue;
    const head = layout.kind === 'content' ? layout.content.head.from : place.span.from;
    const level = levels.get(head);
    const isAround = level !== undefined || (place.span.from < line.from && line.to <= place.span.to);
    if (isAround) owners.push({ ...ownerOf(node, path, own), level, from: head });
  }
  for (const { path, head } of empty) {
    const from = offsets(head).start;
    const level = levels.get(from);
    if (level !== undefined) owners.push({ path, keys: new Set(), count: 0, level, from });
  }
  return owners.sort((a, b) => b.from - a.from || b.path.length - a.path.length);
}

/** `own`: the line that is being written. What it says itself, or begins, does not count. */
function ownerOf(
  node: LocatedNode,
  path: Path,
  own: { readonly start: number; readonly end: number },
): Omit<Owner, 'level'> {
  const isOwn = ({ span }: LocatedNode): boolean => {
    const { start, end } = offsets(span);
    return own.start <= start && end <= own.end;
  };
  const entries = node.kind === 'map' ? [...node.entries] : [];
  const keys = new Set(entries.flatMap(([name, { value }]) => (isOwn(value) ? [] : name)));
  const items = node.kind === 'list' ? node.items : [];
  return { path, keys, count: items.filter((item) => offsets(item.span).start < own.start).length };
}
