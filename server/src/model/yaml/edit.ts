/** The writer of YAML: edits of a plan as changes of its text that leave everything else as it stands. */
import type { EditWriter, PlanEdit, Skeleton } from '../edit.ts';
import type { ListNode, MapNode } from '../located.ts';
import type { PlanDocument } from '../plan-document.ts';
import { properties, rootSchema, schemaAt } from '../schema/schema.ts';
import { offsets } from '../source.ts';
import { isBlank } from './documents.ts';
import { addChange, type Change, toTextChanges } from './edits/change.ts';
import { addItems, insertEntries } from './edits/insert.ts';
import { overwriteEntry, overwriteNode } from './edits/overwrite.ts';
import { findPlaces, type Places } from './edits/places.ts';

/** The keys of a map in the order in which they are written; empty where nobody knows it. */
export type KeyOrder = (parent: MapNode) => readonly string[];

/** `orderOf` stands for the schema where another order is wanted. */
export function yamlEditWriter(document: PlanDocument, orderOf?: KeyOrder): EditWriter {
  const { text } = document.source;
  let places: Places | undefined;
  return (edits) => {
    places ??= findPlaces(text, document.root);
    const readable = document.unreadable ? edits.filter((edit) => isPossible(edit, document)) : edits;
    const changes = collect(readable, places, orderOf ?? schemaOrder(document, places)).reduce(
      addChange,
      [] as readonly Change[],
    );
    return toTextChanges(changes, text, places.eol, document.root.span.segment);
  };
}

function schemaOrder(document: PlanDocument, places: Places): KeyOrder {
  return (parent) => {
    const path = places.pathOf(parent);
    const schema = path && schemaAt(rootSchema(document.kind), path);
    return schema ? [...properties(schema).keys()] : [];
  };
}

/** In a text that gives no plan only words can be replaced, and only a text that says nothing can be begun. */
function isPossible(edit: PlanEdit, document: PlanDocument): boolean {
  if (edit.kind === 'replace') return true;
  const { text } = document.source;
  const words = text.replace(/^(?:---|\.\.\.)[ \t]*(?=#|\r?$)/gm, '');
  return edit.kind === 'set' && edit.parent === document.root && isBlank(words);
}

/** Edits that meet at one map or list are made together, so that they keep their order. */
function collect(edits: readonly PlanEdit[], places: Places, orderOf: KeyOrder): Change[] {
  const changes: Change[] = [];
  const added = new Map<number, { parent: MapNode; entries: Map<string, Skeleton> }>();
  const appended = new Map<string, { list: ListNode; values: Skeleton[]; at: number | undefined }>();
  for (const edit of edits) {
    if (edit.kind === 'replace') {
      const { start, end } = offsets(edit.span);
      changes.push({ from: start, to: end, words: [edit.newText], column: 0 });
    } else if (edit.kind === 'write') {
      changes.push(...overwriteNode(edit.node, edit.value, places));
    } else if (edit.kind === 'append') {
      const place = `${offsets(edit.list.span).start} ${edit.at ?? ''}`;
      const group = appended.get(place) ?? { list: edit.list, values: [], at: edit.at };
      group.values.push(edit.value);
      appended.set(place, group);
    } else {
      const entry = edit.parent.entries.get(edit.key);
      if (entry && !entry.inherited) {
        changes.push(...overwriteEntry(edit.parent, entry, edit.value, places));
        continue;
      }
      const at = offsets(edit.parent.span).start;
      const group = added.get(at) ?? { parent: edit.parent, entries: new Map() };
      group.entries.set(edit.key, edit.value);
      added.set(at, group);
    }
  }
  for (const { list, values, at } of appended.values()) changes.push(...addItems(list, values, places, at));
  for (const { parent, entries } of added.values())
    changes.push(...insertEntries(parent, entries, orderOf(parent), places));
  return changes;
}
