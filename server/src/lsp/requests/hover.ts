/** What stands under the pointer, and what the rules that speak there are about. */
import { type Hover, type HoverParams, MarkupKind, type Position } from 'vscode-languageserver';
import { hover } from '../../features/hover/index.ts';
import { type NamedRule, suppressedRulesAt } from '../../features/hover/suppressed.ts';
import { code, type Markup, markup, own, paragraphs } from '../../features/markup.ts';
import type { Range } from '../../features/types.ts';
import type { Session } from '../session.ts';
import { aboutPlan, type LspFeature } from './feature.ts';

export const hoverFeature: LspFeature = {
  capabilities: () => ({ hoverProvider: true }),
  listen: (session) => {
    session.connection.onHover(
      aboutPlan<HoverParams, Hover | null>(session, 'textDocument/hover', null, async (context, params) => {
        if (!context.settings.hover.enable) return null;
        const found = hover(context, params.position);
        const rules = await rulesAt(session, params, suppressedRulesAt(context, params.position));
        const range = found?.range ?? rules[0]?.range;
        if (!range) return null;
        const text = paragraphs([...(found ? [found.text] : []), ...rules.map((rule) => rule.text)]);
        return { range, contents: inFormatOf(session, text) };
      }),
    );
  },
};

function inFormatOf({ abilities }: Session, { markdown, plain }: Markup): Hover['contents'] {
  return abilities.markdownHover
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plain };
}

/** The diagnostics say what is wrong here, or a comment that it is right; the first sentence of a rule's page says what the rule is about. */
async function rulesAt(
  session: Session,
  { textDocument: { uri }, position }: HoverParams,
  suppressed: readonly NamedRule[],
): Promise<{ range: Range; text: Markup }[]> {
  const told = session.told.of(uri, session.documents.version(uri));
  const here = [...told.filter(({ range }) => contains(range, position)), ...suppressed];
  const found = new Map<string, { range: Range; text: Markup }>();
  for (const { code: rule, range } of here) {
    if (found.has(rule)) continue;
    const summary = await summaryOf(session, rule);
    if (summary !== undefined) found.set(rule, { range, text: markup`${code(rule)}: ${own(summary)}` });
  }
  return [...found.values()];
}

/** Read when it is asked for: pages are many, and few of them are ever looked at. */
async function summaryOf({ page, host }: Session, rule: string): Promise<string | undefined> {
  const uri = page(rule);
  const read = uri === undefined ? undefined : await host.read(uri);
  return read?.ok ? /^# .*\s+(\S.*)/.exec(read.text)?.[1]?.trim() : undefined;
}

function contains({ start, end }: Range, { line, character }: Position): boolean {
  if (line < start.line || line > end.line) return false;
  return (line > start.line || character >= start.character) && (line < end.line || character <= end.character);
}
