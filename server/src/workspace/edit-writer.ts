/** The writer of edits for the syntax of a document. */
import type { Bundle } from '../lint/bundle.ts';
import type { EditWriter, TextChange } from '../model/edit.ts';
import { markdownEditWriter } from '../model/markdown/edit.ts';
import type { PlanDocument } from '../model/plan-document.ts';
import { offsets, type Source } from '../model/source.ts';
import { yamlEditWriter } from '../model/yaml/edit.ts';

/** By the source of a plan of the bundle, or of a file that it names. What a writer has read of it serves all edits. */
export function editWritersFor({ plans }: Bundle): (source: Source) => EditWriter {
  const writers = new Map<Source, EditWriter>();
  return (source) => {
    const plan = plans.find(({ document }) => document.source === source);
    const writer = writers.get(source) ?? (plan ? editWriterFor(plan.document) : replaceWords);
    writers.set(source, writer);
    return writer;
  };
}

export function editWriterFor(document: PlanDocument): EditWriter {
  if (/\.json$/i.test(document.source.uri)) return jsonEditWriter(document);
  return document.source.syntax === 'yaml' ? yamlEditWriter(document) : markdownEditWriter(document);
}

/** YAML that is JSON stays JSON: words get quotes, and what would still break it is not written. */
function jsonEditWriter(document: PlanDocument): EditWriter {
  const write = yamlEditWriter(document);
  const { text } = document.source;
  return (edits) => {
    const changes = write(edits).map(({ span, newText }) => ({ span, newText: inJson(newText) }));
    const result = changes.reduceRight((before, { span, newText }) => {
      const { start, end } = offsets(span);
      return before.slice(0, start) + newText + before.slice(end);
    }, text);
    return isJson(result) || !isJson(text) ? changes : [];
  };
}

function inJson(words: string): string {
  return isJson(words) || !/^[^"'[\]{},:\r\n]+$/.test(words) ? words : JSON.stringify(words);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** For files that are no plans, such as a manifest that a plan names: words can be replaced, and nothing else is known of them. */
const replaceWords: EditWriter = (edits) =>
  edits.flatMap((edit): TextChange[] => (edit.kind === 'replace' ? [{ span: edit.span, newText: edit.newText }] : []));
