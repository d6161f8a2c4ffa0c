/** The writer of edits for the syntax of a document. */
import type { EditWriter, TextChange } from '../model/edit.ts';
import { markdownEditWriter } from '../model/markdown/edit.ts';
import type { PlanDocument } from '../model/plan-document.ts';
import { yamlEditWriter } from '../model/yaml/edit.ts';

export function editWriterFor(document: PlanDocument): EditWriter {
  return document.source.syntax === 'yaml' ? yamlEditWriter(document) : markdownEditWriter(document);
}

/** For files that are no plans, such as a manifest that a plan names: words can be replaced, and nothing else is known of them. */
export const replaceWords: EditWriter = (edits) =>
  edits.flatMap((edit): TextChange[] => (edit.kind === 'replace' ? [{ span: edit.span, newText: edit.newText }] : []));
