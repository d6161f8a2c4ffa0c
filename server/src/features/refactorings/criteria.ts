/** A sentence as a criterion of the format, and a criterion as a mapping that has room for who decides. */
import * as l10n from '@vscode/l10n';
import { criterionOf, formatCriterion, type LocatedCriterion } from '../../analysis/criteria/index.ts';
import type { Place } from '../place.ts';
import type { Offer, Refactoring } from './refactoring.ts';

export const rewriteCriterion: Offer = (place) => {
  const found = criterionAt(place);
  return found ? [...asNotation(found), ...asMapping(found, place)] : [];
};

/** The innermost value whose schema says that it is a criterion. */
function criterionAt({ path }: Place): LocatedCriterion | undefined {
  const visit = path.findLast(({ schema }) => schema.notation === 'criterion' || schema.unit === 'Criterion');
  return visit && criterionOf(visit.node);
}

function asNotation({ criterion, words }: LocatedCriterion): Refactoring[] {
  const text = formatCriterion(criterion);
  if (text === undefined || text === words.text.trim()) return [];
  return [{ title: `Write "${text}"`, kind: 'refactor.rewrite', edits: [{ kind: 'write', node: words, value: text }] }];
}

/** In Markdown a criterion is a sentence. */
function asMapping({ criterion, words, actions, span }: LocatedCriterion, { plan }: Place): Refactoring[] {
  const [then] = actions;
  if (plan.document.kind !== 'plan' || span !== words.span || actions.length !== 1 || !then || then.kind === 'unknown')
    return [];
  const value = { when: criterion.condition.text.trim(), then: then.kind, automatic: true };
  return [
    {
      title: l10n.t('Write it as a mapping, to say who decides'),
      kind: 'refactor.rewrite',
      edits: [{ kind: 'write', node: words, value }],
    },
  ];
}
