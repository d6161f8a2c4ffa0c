/** Problems as diagnostics: in the order of the text, capped, with the rest counted. */
import * as l10n from '@vscode/l10n';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Problem } from '../lint/rule.ts';
import type { Span } from '../model/source.ts';
import { lineRangeOf } from './ranges.ts';
import type { Diagnostic } from './types.ts';

/** Documents by URI, for places in other files of the bundle. */
export type DocumentOf = (uri: string) => TextDocument | undefined;

export function toDiagnostic(problem: Problem, document: TextDocument, documentOf: DocumentOf): Diagnostic {
  return {
    range: lineRangeOf(problem.span, document),
    severity: problem.severity,
    code: problem.rule,
    message: problem.message,
    fixable: problem.fixes.length > 0,
    related: problem.related.flatMap(({ span, message }) => relatedAt(span, message, documentOf)),
  };
}

function relatedAt(place: Span, message: string, documentOf: DocumentOf): Diagnostic['related'] {
  const { uri } = place.segment.source;
  const document = documentOf(uri);
  return document ? [{ uri, range: lineRangeOf(place, document), message }] : [];
}

/** At most `max`; where there are more, the last one says how many are left out. */
export function cap(diagnostics: readonly Diagnostic[], max: number): readonly Diagnostic[] {
  if (diagnostics.length <= max) return diagnostics;
  const shown = diagnostics.slice(0, Math.max(max - 1, 0));
  const left = diagnostics.length - shown.length;
  const last = diagnostics[shown.length] as Diagnostic;
  const message = l10n.t`${left} more problems are not shown. Mend some of those above, or raise the setting rolloutPlan.maxProblems (now ${max}).`;
  return [
    ...shown,
    { ...last, severity: 'information', code: 'too-many-problems', message, fixable: false, related: [] },
  ];
}
