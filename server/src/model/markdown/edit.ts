/**
 * Edits of a plan, as changes of a Markdown text in the style of what is there. Several ways to write an edit are tried, the one most like
 * its surroundings first; taken is the first after which the reader reads exactly what was asked for, and everything else as it was.
 */
import { type EditWriter, isSlot, type PlanEdit, type Skeleton, type TextChange } from '../edit.ts';
import { descend, type LocatedNode } from '../located.ts';
import type { PlanDocument } from '../plan-document.ts';
import { offsets, type Segment, span } from '../source.ts';
import { appendForms } from './editing/edit-append.ts';
import { insertForms } from './editing/edit-insert.ts';
import { setForms } from './editing/edit-set.ts';
import { writeForms } from './editing/edit-write.ts';
import type { Editing } from './editing/editing.ts';
import { fromLf } from './editing/editing.ts';
import { type Change, EvolvingText, type MarkedChange } from './editing/evolving.ts';
import { type Path, pathsOf, withValue } from './editing/paths.ts';
import { type Reading, readWithLayouts } from './read.ts';
import { equalJson, type Json, jsonOf } from './writing/json.ts';

export function markdownEditWriter(document: PlanDocument): EditWriter {
  const { source, kind } = document;
  let first: Reading | undefined;
  return (edits) => {
    const evolving = new EvolvingText(document.source.text);
    first ??= readWithLayouts({ ...source }, kind);
    const readings = new Readings(first);
    const pathOf = pathsOf(document.root);
    const changes: MarkedChange[] = edits.flatMap((edit) => {
      if (edit.kind !== 'replace') return [];
      const { start, end } = offsets(edit.span);
      return [{ from: start, to: end, text: edit.newText, marks: [] }];
    });
    for (const [index, edit] of edits.entries()) {
      if (edit.kind === 'replace') continue;
      const target = targetOf(edit, pathOf, edits.slice(0, index));
      if (target) makeEdit(evolving, readings, target);
    }
    if (readings.isOver) return [];
    const all = [...evolving.changes(), ...changes].sort((a, b) => a.from - b.from || a.to - b.to);
    return all.map((change) => textChange(change, document.root.span.segment));
  };
}

interface Target {
  readonly kind: 'set' | 'append' | 'write';
  /** The map, the list or the value. */
  readonly path: Path;
  readonly key: string;
  /** The index that a new item gets; the end of the list where there is none. */
  readonly at?: number | undefined;
  readonly value: Json;
  /** Paths of the placeholders below the value. */
  readonly slots: readonly Path[];
}

function targetOf(
  edit: Exclude<PlanEdit, { kind: 'replace' }>,
  pathOf: (node: LocatedNode) => Path | undefined,
  before: readonly PlanEdit[],
): Target | undefined {
  const node = edit.kind === 'set' ? edit.parent : edit.kind === 'append' ? edit.list : edit.node;
  const path = pathOf(node);
  const slots: Path[] = [];
  const value = plainOf(edit.value, [], slots);
  const at = edit.kind === 'append' ? shifted(edit, before) : undefined;
  return path && { kind: edit.kind, path, key: edit.kind === 'set' ? edit.key : '', at, value, slots };
}

/** What was inserted in front of an item has moved it. */
function shifted({ list, at }: PlanEdit & { kind: 'append' }, before: readonly PlanEdit[]): number | undefined {
  if (at === undefined) return undefined;
  return at + before.filter((edit) => edit.kind === 'append' && edit.list === list && (edit.at ?? at + 1) <= at).length;
}

/** Placeholders as their texts. */
function plainOf(value: Skeleton, path: Path, slots: Path[]): Json {
  if (typeof value !== 'object') return value;
  if (isSlot(value)) {
    slots.push(path);
    return value.slot;
  }
  if (Array.isArray(value)) return value.map((item, at) => plainOf(item as Skeleton, [...path, at], slots));
  return Object.fromEntries(
    Object.entries(value).map(([key, below]) => [key, plainOf(below as Skeleton, [...path, key], slots)]),
  );
}

/** Ways of writing one edit that are tried before it is given up. */
const MOST_TRIES = 48;
/** The text is read again for each. Of a text that is longer than anybody writes only so many characters are. */
const LONG = 30_000;
const MOST_READ = 300_000;

/** Reads the text as it becomes, edit after edit; nothing once that has taken too long. */
class Readings {
  readonly #document: PlanDocument;
  #last: Reading;
  #left: number;
  /** Something could not be read any more. */
  isOver = false;

  constructor(first: Reading) {
    this.#document = first.document;
    this.#last = first;
    const { length } = first.document.source.text;
    this.#left = length < LONG ? Number.POSITIVE_INFINITY : MOST_READ / length;
  }

  of(text: string): Reading | undefined {
    if (this.#last.document.source.text === text) return this.#last;
    this.isOver ||= this.#left-- < 1;
    if (this.isOver) return undefined;
    const { source, kind } = this.#document;
    this.#last = readWithLayouts({ ...source, text }, kind);
    return this.#last;
  }
}

function makeEdit(evolving: EvolvingText, readings: Readings, target: Target): void {
  const reading = readings.of(evolving.text);
  const root = reading?.document.root;
  const node = root && descend(root, target.path);
  if (!reading || !node) return;
  const { kind } = reading.document;
  const editing: Editing = { ...reading, text: evolving.text, kind, path: target.path };
  const wanted = wantedAfter(target, node, jsonOf(root));
  let tries = 0;
  for (const form of formsOf(target, node, editing)) {
    if (++tries > MOST_TRIES) return;
    const changes = form.map((change) => ({ ...change, text: fromLf(change.text, evolving.text) }));
    if (!keepsComments(evolving.text, changes)) continue;
    const after = readings.of(applied(evolving.text, changes));
    if (!after) return;
    if (!isDone(jsonOf(after.document.root), wanted, target)) continue;
    evolving.apply(changes);
    markSlots(evolving, target, changedPath(target, node), after.document.root);
    return;
  }
}

/** A comment is what somebody had to say besides: a form without a place for it is none. */
function keepsComments(text: string, changes: readonly Change[]): boolean {
  const written = changes.map((change) => change.text).join('\n');
  const replaced = changes.flatMap(({ from, to }) => text.slice(from, to).match(/<!--[\s\S]*?-->/g) ?? []);
  return replaced.every((comment) => written.includes(comment));
}

/** An empty box says that something is not done by not saying that it is. */
function isDone(after: Json, wanted: Json, target: Target): boolean {
  if (equalJson(after, wanted)) return true;
  const key = target.kind === 'set' ? target.key : target.path.at(-1);
  if (target.value !== false || key !== 'done') return false;
  const path = target.kind === 'set' ? [...target.path, key] : target.path;
  return equalJson(after, withValue(wanted, path, null));
}

function changedPath(target: Target, node: LocatedNode): Path {
  if (target.kind === 'set') return [...target.path, target.key];
  const isItem = target.kind === 'append' && node.kind === 'list';
  return isItem ? [...target.path, target.at ?? node.items.length] : target.path;
}

function wantedAfter(target: Target, node: LocatedNode, plan: Json): Json {
  if (target.at === undefined) return withValue(plan, changedPath(target, node), target.value);
  const items = jsonOf(node) as readonly Json[];
  return withValue(plan, target.path, items.toSpliced(target.at, 0, target.value));
}

function formsOf(target: Target, node: LocatedNode, editing: Editing): Iterable<readonly Change[]> {
  if (target.kind === 'set') return node.kind === 'map' ? setForms(node, target.key, target.value, editing) : [];
  if (target.kind === 'append') {
    if (node.kind !== 'list') return [];
    return target.at === undefined
      ? appendForms(node, target.value, editing)
      : insertForms(node, target.at, target.value, editing);
  }
  return writeForms(node, target.value, editing);
}

function applied(text: string, changes: readonly Change[]): string {
  const evolving = new EvolvingText(text);
  evolving.apply(changes);
  return evolving.text;
}

function markSlots(evolving: EvolvingText, { slots }: Target, path: Path, root: LocatedNode): void {
  for (const slot of slots) {
    const node = descend(root, [...path, ...slot]);
    if (node?.kind !== 'scalar') continue;
    const { start, end } = offsets(node.span);
    evolving.mark(start, end);
  }
}

function textChange({ from, to, text, marks }: MarkedChange, segment: Segment): TextChange {
  const place = span(segment, from - segment.start, to - segment.start);
  if (marks.length === 0) return { span: place, newText: text };
  let snippet = '';
  let at = 0;
  [...marks]
    .sort((a, b) => a.from - b.from)
    .forEach((mark, index) => {
      if (mark.from < at) return;
      snippet += `${escaped(text.slice(at, mark.from))}\${${index + 1}:${escaped(text.slice(mark.from, mark.to))}}`;
      at = mark.to;
    });
  return { span: place, newText: text, snippet: snippet + escaped(text.slice(at)) };
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
