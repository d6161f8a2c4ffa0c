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

/** What can be done at a place, each as one edit that can be written. */
export function refactorings(place: Place, context: RuleContext, fixes: FixContext): CodeAction[] {
  return OFFERS.flatMap((offer) =>
    offer(place, context).flatMap(({ title, kind, edits }): CodeAction[] => {
      const edit = workspaceEdit(edits, fixes);
      return edit ? [{ title, kind, diagnostics: [], edit, preferred: false }] : [];
    }),
  );
}
