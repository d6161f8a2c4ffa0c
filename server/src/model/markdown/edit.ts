/** Edits of a plan, as changes of a Markdown text in the style of what is there. */
import type { EditWriter, PlanEdit, TextChange } from '../edit.ts';
import type { PlanDocument } from '../plan-document.ts';

export function markdownEditWriter(_document: PlanDocument): EditWriter {
  return (edits) => edits.flatMap(changesOf);
}

function changesOf(edit: PlanEdit): readonly TextChange[] {
  return edit.kind === 'replace' ? [{ span: edit.span, newText: edit.newText }] : [];
}
