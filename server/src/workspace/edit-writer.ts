/** The writer of edits for the syntax of a document. */
import type { EditWriter } from '../model/edit.ts';
import { markdownEditWriter } from '../model/markdown/edit.ts';
import type { PlanDocument } from '../model/plan-document.ts';
import { yamlEditWriter } from '../model/yaml/edit.ts';

export function editWriterFor(document: PlanDocument): EditWriter {
  return document.source.syntax === 'yaml' ? yamlEditWriter(document) : markdownEditWriter(document);
}
