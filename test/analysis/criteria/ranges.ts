/** Everything in a criterion that has a range. */
import type { Criterion, Phrase } from '../../../server/src/analysis/criteria/index.ts';

export function phrasesOf(criterion: Criterion): readonly Phrase[] {
  return [criterion, criterion.condition, ...criterion.actions, ...innerPhrases(criterion)];
}

function innerPhrases(criterion: Criterion): readonly Phrase[] {
  switch (criterion.kind) {
    case 'compound':
      return criterion.parts.flatMap(phrasesOf);
    case 'threshold':
      return [
        criterion.metric,
        criterion.operator,
        criterion.limit,
        ...[criterion.window, criterion.qualifier].filter((part) => part !== undefined),
      ];
    case 'event':
      return [...criterion.evidence, ...(criterion.window ? [criterion.window] : [])];
    case 'vague':
      return criterion.evidence;
    case 'unknown':
      return [];
  }
}
