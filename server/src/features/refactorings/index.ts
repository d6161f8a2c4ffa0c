/** Refactorings: what a person may want to do with a plan in which nothing is wrong. */
import type { RuleContext } from '../../lint/rule.ts';
import { type FixContext, workspaceEdit } from '../code-actions.ts';
import type { Place } from '../place.ts';
import type { CodeAction } from '../types.ts';
import { rewriteCriterion } from './criteria.ts';
import { convertDuration } from './durations.ts';
import { extractShared } from './extract.ts';
import type { Offer } from './refactoring.ts';
import { arrangeStages } from './stages.ts';
import { convertToPhases } from './steps.ts';

const OFFERS: readonly Offer[] = [rewriteCriterion, convertDuration, extractShared, arrangeStages, convertToPhases];

/** In prose an edit is tried by reading the text again: nobody would wait for a list of what can be done with a longer one. */
const LONGEST_PROSE = { characters: 100_000, lines: 2_000 };

/** What can be done at a place, each as one edit that can be written. */
export function refactorings(place: Place, context: RuleContext, fixes: FixContext): CodeAction[] {
  const { source } = context.plan.document;
  const isLong = source.text.length > LONGEST_PROSE.characters || fixes.document.lineCount > LONGEST_PROSE.lines;
  if (source.syntax === 'markdown' && isLong) return [];
  return OFFERS.flatMap((offer) =>
    offer(place, context).flatMap(({ title, kind, edits }): CodeAction[] => {
      const edit = workspaceEdit(edits, fixes);
      return edit ? [{ title, kind, diagnostics: [], edit, preferred: false }] : [];
    }),
  );
}
