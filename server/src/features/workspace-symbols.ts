/** What the plans of a workspace declare, and the plans themselves, by a few letters of their names. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { child, type LocatedNode } from '../model/located.ts';
import type { Plan } from '../model/plan/plan.ts';
import type { Span } from '../model/source.ts';
import type { SymbolKind } from './document-symbols.ts';
import { occurrencesIn, wordsOf } from './ids.ts';
import type { Location } from './navigation.ts';
import { lineRangeOf } from './ranges.ts';

export interface WorkspaceSymbol extends Location {
  readonly name: string;
  readonly kind: SymbolKind;
  /** The plan that it belongs to. */
  readonly container: string;
}

export interface PlanFile {
  readonly document: TextDocument;
  readonly plans: readonly Plan[];
}

export function* workspaceSymbols({ document, plans }: PlanFile, query: string): Generator<WorkspaceSymbol> {
  const symbol = (name: string, kind: SymbolKind, container: string, place: Span): WorkspaceSymbol => ({
    name,
    kind,
    container,
    uri: document.uri,
    range: lineRangeOf(place, document),
  });
  for (const plan of plans) {
    const { root, declared } = plan.document;
    const container = wordsIn(child(root, 'name')) ?? declared.plan ?? '';
    const title = child(root, 'title');
    const words = wordsIn(title);
    if (words && title?.kind === 'scalar' && matches(words, query))
      yield symbol(words, 'plan', container, wordsOf(title));
    for (const { id, kind, role, item, span } of occurrencesIn(plan)) {
      if (role !== 'declaration') continue;
      const own = wordsIn(child(item, 'title'));
      const name = matches(id, query) || !own ? id : own;
      if (matches(name, query)) yield symbol(name, kind, container, span);
    }
  }
}

function wordsIn(node: LocatedNode | undefined): string | undefined {
  const text = node?.kind === 'scalar' && !node.broken ? node.text.trim() : '';
  return text === '' ? undefined : text;
}

/** Whether the letters of the query stand in the name in their order; editors rank by themselves. */
function matches(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase().replace(/\s/g, '')) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
