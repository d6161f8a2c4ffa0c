/**
 * Comments that keep a rule from speaking where somebody has thought about it: `# rollout-plan-disable-next-line RULE -- reason`, and the
 * same in HTML comments. They apply after the rules, and what is wrong with them is a problem of its own.
 */
import * as l10n from '@vscode/l10n';
import type { PlanDocument } from '../model/plan-document.ts';
import { nearest } from '../model/schema/nearest.ts';
import { type OffsetRange, offsets, type Source, type Span, span, wholeSegment } from '../model/source.ts';
import { type Verbatim, verbatimIn } from '../model/verbatim.ts';
import { WordWatch } from '../util/text-change.ts';
import { byPlace } from './engine.ts';
import { type Finding, type Fix, finding, type Problem, type Severity } from './rule.ts';

export const MARKER = 'rollout-plan-';
/** What a suppression may say, the shortest reach first. */
export const SUPPRESSION_KINDS = ['disable-line', 'disable-next-line', 'disable', 'enable', 'disable-file'] as const;
type Kind = (typeof SUPPRESSION_KINDS)[number];

interface Word {
  readonly id: string;
  readonly span: Span;
}

export interface Suppression {
  readonly kind: Kind;
  readonly rules: readonly Word[];
  readonly hasReason: boolean;
  /** The whole comment. */
  readonly span: Span;
}

const DIRECTIVE = /rollout-plan-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])([\s\S]*)/y;
const IN_YAML = /(?<=^\uFEFF?|[ \t])#[ \t]*rollout-plan-(?:disable|enable)[^\r\n]*/gm;
const IN_MARKDOWN = /<!--[ \t\r\n]*rollout-plan-(?:disable|enable)[\s\S]*?-->/g;

const marked = new WordWatch(MARKER);

export function suppressionsIn(source: Source, documents: readonly PlanDocument[]): readonly Suppression[] {
  // Almost every file has none, and costs no more than this look.
  if (!marked.isIn(source.text, source)) return [];
  const verbatim = verbatimIn(source, documents);
  return commentsIn(source, verbatim).flatMap(({ start, end }) => suppressionAt(source, start, end) ?? []);
}

function commentsIn({ text, syntax }: Source, { ranges, frontMatterEnd }: Verbatim): readonly OffsetRange[] {
  const found = (pattern: RegExp, part: string, from: number): OffsetRange[] =>
    Array.from(part.matchAll(pattern), ({ index, 0: words }) => ({
      start: from + index,
      end: from + index + words.trimEnd().length,
    }));
  const comments =
    syntax === 'yaml'
      ? found(IN_YAML, text, 0)
      : [
          ...found(IN_YAML, text.slice(0, frontMatterEnd), 0),
          ...found(IN_MARKDOWN, text.slice(frontMatterEnd), frontMatterEnd).filter(({ start }) => !isCode(text, start)),
        ];
  return comments.filter(({ start }) => !ranges.some((range) => range.start <= start && start < range.end));
}

/** Between backticks, a comment is shown. */
function isCode(text: string, at: number): boolean {
  const before = text.slice(lineAt(text, at).start, at);
  return (before.match(/`/g)?.length ?? 0) % 2 === 1;
}

function suppressionAt(source: Source, start: number, end: number): Suppression | undefined {
  const segment = wholeSegment(source);
  const at = source.text.indexOf(MARKER, start);
  DIRECTIVE.lastIndex = at;
  const [, kind, behind = ''] = DIRECTIVE.exec(source.text.slice(0, end)) ?? [];
  if (kind === undefined) return undefined;
  const from = end - behind.length;
  const words = behind.replace(/-->$/, '');
  const cut = /(?:^|\s)--(?=\s|$)/.exec(words);
  const rules = Array.from(words.slice(0, cut?.index ?? words.length).matchAll(/[^\s,]+/g), ({ index, 0: id }) => ({
    id,
    span: span(segment, from + index, from + index + id.length),
  }));
  const hasReason = cut !== null && words.slice(cut.index + cut[0].length).trim() !== '';
  return { kind: kind as Kind, rules, hasReason, span: span(segment, start, end) };
}

export interface SuppressionFacts {
  readonly isRule: (id: string) => boolean;
  readonly rules: readonly { readonly id: string }[];
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Every rule has spoken of everything: then what suppresses nothing is not needed. */
  readonly complete: boolean;
}

/** The problems that are left, and those of the suppressions themselves, in the order of the text. */
export function suppress(
  problems: readonly Problem[],
  source: Source,
  documents: readonly PlanDocument[],
  facts: SuppressionFacts,
): readonly Problem[] {
  const suppressions = suppressionsIn(source, documents);
  if (suppressions.length === 0) return problems;
  const verbatim = verbatimIn(source, documents);
  const lines: NextLines = new Map();
  const reaches = suppressions.flatMap((one, at) => {
    const later = one.kind === 'disable' ? suppressions.slice(at + 1) : [];
    return reachesOf(one, later, source, verbatim, lines);
  });
  const used = new Set<Word>();
  const left = problems.filter((problem) => {
    if (!facts.isRule(problem.rule)) return true;
    const { start } = offsets(problem.span);
    const by = reaches.filter(({ rule, from, to }) => rule.id === problem.rule && from <= start && start <= to);
    for (const { rule } of by) used.add(rule);
    return by.length === 0;
  });
  const own = suppressions.flatMap((one) => mistakesIn(one, used, source, facts));
  return [...left, ...own].sort(byPlace);
}

/** A rule, and the offsets between which it does not speak. */
interface Reach {
  readonly rule: Word;
  readonly from: number;
  readonly to: number;
}

function reachesOf(
  one: Suppression,
  later: readonly Suppression[],
  source: Source,
  verbatim: Verbatim,
  lines: NextLines,
): Reach[] {
  const { start, end } = offsets(one.span);
  const { text } = source;
  switch (one.kind) {
    case 'disable-file':
      return one.rules.map((rule) => ({ rule, from: 0, to: text.length }));
    case 'disable':
      return one.rules.map((rule) => ({ rule, from: end, to: endOf(rule, later) ?? text.length }));
    case 'disable-line':
      return linesFrom(lineAt(text, start), one, verbatim);
    case 'disable-next-line':
      return linesFrom(nextLine(source, end, lines), one, verbatim);
    case 'enable':
      return [];
  }
}

function endOf(rule: Word, later: readonly Suppression[]): number | undefined {
  const enabling = later.find(
    ({ kind, rules }) => kind === 'enable' && (rules.length === 0 || rules.some(({ id }) => id === rule.id)),
  );
  return enabling && offsets(enabling.span).start;
}

/** With the whole of a text that begins on the line: no comment could stand inside of it. */
function linesFrom(line: OffsetRange, { rules }: Suppression, { ranges }: Verbatim): Reach[] {
  const begun = ranges.filter(({ start }) => line.start <= start && start <= line.end);
  const to = Math.max(line.end, ...begun.map(({ end }) => end));
  return rules.map((rule) => ({ rule, from: line.start, to }));
}

/** By the start of each line that was passed on the way: of thousands of comments in a row, all have the same. */
type NextLines = Map<number, OffsetRange>;

/** The next line that holds more than a comment. */
function nextLine({ text, syntax }: Source, from: number, known: NextLines): OffsetRange {
  const nothing = syntax === 'yaml' ? /^\s*(?:#.*)?$/ : /^\s*(?:<!--.*-->\s*|#\s*rollout-plan-.*)?$/;
  const passed: number[] = [];
  let line = lineAt(text, from);
  let found: OffsetRange | undefined;
  while (!found) {
    passed.push(line.start);
    if (line.end >= text.length) found = { start: text.length, end: text.length };
    else {
      line = lineAt(text, line.end + (text.startsWith('\r\n', line.end) ? 2 : 1));
      found = nothing.test(text.slice(line.start, line.end)) ? known.get(line.start) : line;
    }
  }
  for (const start of passed) known.set(start, found);
  return found;
}

/** The line that holds an offset, without its end. */
export function lineAt(text: string, offset: number): OffsetRange {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return { start, end: offset + text.slice(offset).search(/[\r\n]|$/) };
}

function mistakesIn(one: Suppression, used: ReadonlySet<Word>, source: Source, facts: SuppressionFacts): Problem[] {
  if (one.kind === 'enable') return one.rules.flatMap((rule) => unknown(rule, facts));
  const problems = one.rules.flatMap((rule) =>
    facts.isRule(rule.id) ? unused(rule, one, used, source, facts) : unknown(rule, facts),
  );
  if (one.rules.length === 0)
    problems.push(
      asProblem(
        'suppression-unknown-rule',
        'warning',
        one.span,
        l10n.t('This names no rule, so it suppresses nothing. Write the id of the rule, then "--" and the reason.'),
      ),
    );
  else if (!one.hasReason)
    problems.push(
      asProblem(
        'suppression-without-reason',
        'warning',
        one.span,
        l10n.t(
          'This gives no reason, so nobody will know whether it still holds. Write "--" behind the rule, and why it does not apply here.',
        ),
      ),
    );
  return problems;
}

function asProblem(
  rule: string,
  severity: Severity,
  place: Span,
  message: string,
  fixes: Finding['fixes'] = [],
): Problem {
  return { ...finding(place, message, fixes), rule, severity };
}

function unknown({ id, span: place }: Word, { isRule, rules }: SuppressionFacts): Problem[] {
  if (isRule(id)) return [];
  const meant = nearest(
    id,
    rules.map((rule) => rule.id),
  );
  const message = `There is no rule "${id}", so nothing is suppressed.${meant ? ` Did you mean "${meant}"?` : ''}`;
  const fix: Fix[] = meant
    ? [{ title: `Write ${meant}`, edits: [{ kind: 'replace', span: place, newText: meant }], preferred: true }]
    : [];
  return [asProblem('suppression-unknown-rule', 'warning', place, message, fix)];
}

function unused(
  rule: Word,
  one: Suppression,
  used: ReadonlySet<Word>,
  source: Source,
  { complete, severities }: SuppressionFacts,
): Problem[] {
  if (used.has(rule) || !complete || severities[rule.id] === 'off') return [];
  const message = l10n.t`"${rule.id}" has nothing to say here, so this suppresses nothing and would hide the next mistake. Remove it.`;
  const fix = { title: l10n.t('Remove it'), edits: [removal(rule, one, source)], preferred: true } as const;
  return [asProblem('suppression-unused', 'information', rule.span, message, [fix])];
}

/** The rule with its comma; the whole comment where no other rule is named, with its line where that holds nothing else. */
function removal(rule: Word, { rules, span: whole }: Suppression, { text }: Source): Fix['edits'][number] {
  const at = rules.indexOf(rule);
  const [last, next] = [rules[at - 1], rules[at + 1]];
  if (last) return { kind: 'replace', span: span(whole.segment, last.span.to, rule.span.to), newText: '' };
  if (next) return { kind: 'replace', span: span(whole.segment, rule.span.from, next.span.from), newText: '' };
  const { start, end } = offsets(whole);
  const line = lineAt(text, start);
  const before = text.slice(line.start, start);
  const isAlone = before.trim() === '' && text.slice(end, lineAt(text, end).end).trim() === '';
  const lineEnd = /\r\n|\r|\n/y;
  lineEnd.lastIndex = lineAt(text, end).end;
  const to = isAlone && lineEnd.test(text) ? lineEnd.lastIndex : end;
  const from = isAlone ? line.start : line.start + before.trimEnd().length;
  return { kind: 'replace', span: span(whole.segment, from, to), newText: '' };
}
