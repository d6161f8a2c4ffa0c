/** The quick fix that every problem of a rule has: a comment that keeps the rule from speaking of it, with the reason to be filled in. */
import * as l10n from '@vscode/l10n';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { lineAt, MARKER } from '../lint/suppressions.ts';
import { readMarkdown } from '../model/markdown/read.ts';
import { equalJson, jsonOf } from '../model/markdown/writing/json.ts';
import type { PlanDocument } from '../model/plan-document.ts';
import { type OffsetRange, offsets, type Source } from '../model/source.ts';
import { type Verbatim, verbatimIn } from '../model/verbatim.ts';
import type { NonEmpty } from '../util/non-empty.ts';
import { indentOf } from '../util/parts.ts';
import type { Judged } from './code-actions.ts';
import { overlaps } from './ranges.ts';
import type { CodeAction, Range } from './types.ts';

export interface SuppressContext {
  readonly document: TextDocument;
  readonly documents: NonEmpty<PlanDocument>;
  readonly isRule: (id: string) => boolean;
}

/** Where a comment goes, and what it covers. `text` takes the comment's words and gives what is inserted. */
interface Spot {
  readonly kind: 'disable-next-line' | 'disable-line' | 'disable-file';
  readonly at: number;
  readonly text: (words: string) => string;
}

export function suppressions(judged: readonly Judged[], range: Range, context: SuppressContext): CodeAction[] {
  const [{ source }] = context.documents;
  // JSON has no comments.
  if (/\.json$/i.test(source.uri)) return [];
  const touched = judged.filter(
    ({ problem, diagnostic }) => context.isRule(problem.rule) && overlaps(diagnostic.range, range),
  );
  if (touched.length === 0) return [];
  const verbatim = verbatimIn(source, context.documents);
  return touched.map(({ problem, diagnostic }) => {
    const spot = spotThatChangesNothing(spotFor(offsets(problem.span).start, source, verbatim), problem.rule, context);
    const words = (reason: string): string => wordsAt(spot, problem.rule, reason);
    const position = context.document.positionAt(spot.at);
    const edit = { range: { start: position, end: position }, newText: words('reason'), snippet: words('${1:reason}') };
    return {
      title:
        spot.kind === 'disable-file'
          ? l10n.t`Suppress ${problem.rule} in this file, with a reason`
          : l10n.t`Suppress ${problem.rule} for this line, with a reason`,
      kind: 'quickfix',
      diagnostics: [diagnostic],
      edit: { documents: [{ uri: source.uri, edits: [edit] }] },
      preferred: false,
    };
  });
}

function wordsAt(spot: Spot, rule: string, reason: string): string {
  return spot.text(`${MARKER}${spot.kind} ${rule} -- ${reason}`);
}

/** In some places of a Markdown text a comment would be read as part of the words: then it stands at the end of the file. */
function spotThatChangesNothing(spot: Spot, rule: string, { documents: [document] }: SuppressContext): Spot {
  if (document.source.syntax !== 'markdown' || spot.kind === 'disable-file') return spot;
  const { text } = document.source;
  const commented = text.slice(0, spot.at) + wordsAt(spot, rule, 'reason') + text.slice(spot.at);
  const read = readMarkdown({ ...document.source, text: commented }, document.kind);
  const isSame =
    read.emptySections.length === document.emptySections.length && equalJson(jsonOf(read.root), jsonOf(document.root));
  return isSame ? spot : atEnd(text);
}

function spotFor(offset: number, source: Source, verbatim: Verbatim): Spot {
  const { text, syntax } = source;
  if (syntax === 'yaml') return spotInYaml(offset, source, verbatim, 0);
  if (offset < verbatim.frontMatterEnd) {
    const first = lineAt(text, 0).end;
    return spotInYaml(offset, source, { ...verbatim, ranges: [] }, first + eolOf(text).length);
  }
  const fence = verbatim.ranges.find(({ start, end }) => start <= offset && offset < end);
  const line = lineAt(text, fence?.start ?? offset);
  const start = Math.max(line.start, bomOf(text));
  const words = text.slice(start, line.end);
  if (fence) {
    const isBehindMark = /^[ \t]*(?:[-*+>]|\d+[.)])[ \t]/.test(words);
    return isBehindMark ? atEnd(text) : above(start, indentOf(words), text);
  }
  if (/^ {0,3}#{1,6}[ \t]/.test(words)) return above(start, '', text);
  // A line of its own would part lists, tables and paragraphs: behind the words it parts nothing.
  // In an empty last cell of a table it would be what the cell holds.
  if (words.trim() === '' || /<!--|-->|\|[ \t]*\|[ \t]*$/.test(words)) return atEnd(text);
  const end = words.replace(/(?:\\|[ \t]*\|)?[ \t]*$/, '').length;
  return { kind: 'disable-line', at: start + end, text: (said) => ` <!-- ${said} -->` };
}

function above(at: number, indent: string, text: string): Spot {
  return { kind: 'disable-next-line', at, text: (said) => `${indent}<!-- ${said} -->${eolOf(text)}` };
}

function bomOf(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

function atEnd(text: string): Spot {
  const eol = eolOf(text);
  const before = text === '' || /[\r\n]$/.test(text) ? '' : eol;
  return { kind: 'disable-file', at: text.length, text: (said) => `${before}${eol}<!-- ${said} -->${eol}` };
}

/** Above the line; above the line where it begins, inside of a text of several lines. `top`: where a comment for the whole file stands. */
function spotInYaml(offset: number, { text }: Source, { ranges }: Verbatim, top: number): Spot {
  const around = ranges.find((range) => isInside(lineAt(text, offset), range));
  const line = lineAt(text, around?.start ?? offset);
  const bom = bomOf(text);
  const at = Math.max(line.start, bom);
  const words = text.slice(at, line.end);
  if (/^\s*(?:#|$)|^(?:---|\.\.\.|%)/.test(words))
    return { kind: 'disable-file', at: Math.max(top, bom), text: (said) => `# ${said}${eolOf(text)}` };
  const indent = indentOf(words);
  return { kind: 'disable-next-line', at, text: (said) => `${indent}# ${said}${eolOf(text)}` };
}

function isInside({ start }: OffsetRange, range: OffsetRange): boolean {
  return range.start < start && start < range.end;
}

function eolOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
