/** Quick fixes: the abstract edits of a problem, written in the syntax of the file that they change. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Fix, NewArtifact, Problem, Severity } from '../lint/rule.ts';
import type { EditWriter, PlanEdit, TextChange } from '../model/edit.ts';
import { offsets, type Source, type Span } from '../model/source.ts';
import { addToGroup } from '../util/groups.ts';
import { paired } from '../util/paired.ts';
import { artifactOf } from './artifact-of-plan.ts';
import type { DocumentOf } from './diagnostics.ts';
import { lineRangeOf, overlaps, rangeOf } from './ranges.ts';
import type { CodeAction, Diagnostic, Range, TextEdit, WorkspaceEdit } from './types.ts';

export interface Judged {
  readonly problem: Problem;
  readonly diagnostic: Diagnostic;
}

export interface FixContext {
  readonly document: TextDocument;
  readonly documentOf: DocumentOf;
  /** The writer for the plan that was read from a source. */
  readonly writerOf: (source: Source) => EditWriter | undefined;
}

const GRAVEST_FIRST: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The quick fixes of the problems that touch `range`, those of the gravest first. */
export function quickFixes(judged: readonly Judged[], range: Range, context: FixContext): CodeAction[] {
  const touched = judged.filter(({ diagnostic }) => overlaps(diagnostic.range, range));
  const rank = ({ problem }: Judged): number => GRAVEST_FIRST.indexOf(problem.severity);
  return touched
    .toSorted((one, other) => rank(one) - rank(other))
    .flatMap(({ problem, diagnostic }) => problem.fixes.flatMap((fix) => quickFix(fix, diagnostic, context)));
}

function quickFix(fix: Fix, diagnostic: Diagnostic, context: FixContext): CodeAction[] {
  const action = {
    title: fix.title,
    kind: 'quickfix',
    diagnostics: [diagnostic],
    preferred: fix.preferred ?? false,
  } as const;
  if (fix.select) return [{ ...action, select: lineRangeOf(fix.select, context.document) }];
  const edit = fix.creates ? newFile(fix.creates) : workspaceEdit(fix.edits, context);
  return edit ? [{ ...action, edit }] : [];
}

function newFile({ name, part, plan }: NewArtifact): WorkspaceEdit {
  const { uri } = plan.document.source;
  const text = artifactOf(plan, part);
  return { creates: [{ uri: uri.slice(0, uri.lastIndexOf('/') + 1) + encodeURIComponent(name), text }], documents: [] };
}

interface Mend {
  readonly diagnostic: Diagnostic;
  readonly edits: readonly PlanEdit[];
}

/** As many as an editor shows problems of a file. */
const MOST_AT_ONCE = 500;

/** One action that applies every safe fix of the file. Of two that touch the same words the first is taken; the next run takes the other. */
export function fixAll(judged: readonly Judged[], context: FixContext): CodeAction[] {
  const safe = judged.flatMap(({ problem, diagnostic }): Mend[] => {
    const fix = problem.fixes.find((fix) => fix.safe);
    return fix ? [{ diagnostic, edits: fix.edits }] : [];
  });
  const mends = writtenTogether(safe.slice(0, MOST_AT_ONCE), [], context);
  const edit = workspaceEdit(editsOf(mends), context);
  if (!edit) return [];
  const title = `Fix all that needs no decision (${mends.length})`;
  const diagnostics = mends.map(({ diagnostic }) => diagnostic);
  return [{ title, kind: 'source.fixAll', diagnostics, edit, preferred: false }];
}

/** `taken`, and what of `mends` goes with them. Halved where not all of them do: one that does not costs a few tries. */
function writtenTogether(mends: readonly Mend[], taken: readonly Mend[], context: FixContext): readonly Mend[] {
  const all = [...taken, ...mends];
  if (mends.length === 0 || workspaceEdit(editsOf(all), context)) return all;
  if (mends.length === 1) return taken;
  const half = mends.length >> 1;
  return writtenTogether(mends.slice(half), writtenTogether(mends.slice(0, half), taken, context), context);
}

function editsOf(mends: readonly Mend[]): readonly PlanEdit[] {
  return mends.flatMap(({ edits }) => edits);
}

/** Nothing where the edits cannot be written, or contradict each other. */
export function workspaceEdit(edits: readonly PlanEdit[], context: FixContext): WorkspaceEdit | undefined {
  const documents: { uri: string; edits: TextEdit[] }[] = [];
  for (const [source, own] of bySource(edits.map(atWritten))) {
    const document = context.documentOf(source.uri);
    const changes = context.writerOf(source)?.(own);
    if (!document || !changes || changes.length === 0 || collide(changes)) return undefined;
    documents.push({ uri: source.uri, edits: changes.map((change) => textEdit(change, document)) });
  }
  return documents.length > 0 ? { documents } : undefined;
}

/** Rules see maps and lists that inheritance has completed; what is edited is what stands in the text. */
function atWritten(edit: PlanEdit): PlanEdit {
  if (edit.kind === 'set') return { ...edit, parent: edit.parent.written ?? edit.parent };
  return edit.kind === 'append' ? { ...edit, list: edit.list.written ?? edit.list } : edit;
}

function bySource(edits: readonly PlanEdit[]): Map<Source, PlanEdit[]> {
  const sorted = new Map<Source, PlanEdit[]>();
  for (const edit of edits) addToGroup(sorted, placeOf(edit).segment.source, edit);
  return sorted;
}

function placeOf(edit: PlanEdit): Span {
  switch (edit.kind) {
    case 'set':
      return edit.parent.span;
    case 'append':
      return edit.list.span;
    case 'write':
      return edit.node.span;
    case 'replace':
      return edit.span;
  }
}

function collide(changes: readonly TextChange[]): boolean {
  const places = changes.map((change) => offsets(change.span)).sort((a, b) => a.start - b.start);
  return Array.from(paired(places, places.slice(1))).some(([place, next]) => next.start < place.end);
}

function textEdit(change: TextChange, document: TextDocument): TextEdit {
  const edit = { range: rangeOf(change.span, document), newText: change.newText };
  return change.snippet === undefined ? edit : { ...edit, snippet: change.snippet };
}
