/** A criterion in words: "Aborts when error-rate stays above 1 % for five minutes, then rolls back". */
import * as l10n from '@vscode/l10n';
import {
  type ActionKind,
  criterionOf,
  describeCriterion,
  type LocatedCriterion,
  thresholdsOf,
} from '../../analysis/criteria/index.ts';
import { declarationsFor } from '../../lint/bundle.ts';
import { offsets } from '../../model/source.ts';
import type { PlanContext } from '../context.ts';
import { contains } from '../ids.ts';
import { code, joined, type Markup, markup, own, paragraphs, words } from '../markup.ts';
import type { Place } from '../place.ts';
import type { About } from './about.ts';
import { declaredFacts } from './declared.ts';

/** By the key that the criterion stands under. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  abortCriteria: l10n.t('Aborts when'),
  successCriteria: l10n.t('Has succeeded when'),
  entryCriteria: l10n.t('May begin when'),
  stopWhen: l10n.t('Stops when'),
  triggers: l10n.t('Rolls back when'),
  trigger: l10n.t('Was set off when'),
  until: l10n.t('Holds until'),
  when: l10n.t('Waits until'),
  limit: l10n.t('Too many when'),
};

export function aboutCriterion(context: PlanContext, { plan, path, offset, onKey }: Place): About | undefined {
  const at = path.findLastIndex(({ schema }) => schema.notation === 'criterion' || schema.unit === 'Criterion');
  const visit = path[at];
  const located = visit && criterionOf(visit.node);
  if (!visit || !located || !contains(offsets(located.words.span), offset) || (onKey && path.length - 1 === at))
    return undefined;
  const name = visit.name ?? path[at - 1]?.name ?? '';
  const sentence = sentenceOf(located, BEGINNINGS[name] ?? l10n.t('Holds when'));
  const metric = thresholdsOf(located.criterion).find((one) =>
    contains(offsets(located.spanOf(one.metric)), offset),
  )?.metric;
  const declared = metric && declarationsFor(plan, context.bundle, 'metric').get(metric.slug);
  if (!metric || !declared) return { span: located.words.span, text: sentence };
  return {
    span: located.spanOf(metric),
    text: paragraphs([declaredFacts(context, plan, 'metric', declared), sentence]),
  };
}

/** `beginning` is ours, the rest quotes the plan. */
export function sentenceOf(located: LocatedCriterion, beginning: string): Markup {
  const { criterion, actions, automatic, owner } = located;
  const parts = [markup`${own(beginning)} ${words(describeCriterion(criterion))}`];
  if (actions.length > 0) {
    const done = actions.map(({ kind, text }) => own(DONE[kind] ?? '').plain || text);
    parts.push(markup`, then ${words(done.join(' and '))}`);
  }
  if (automatic !== undefined) parts.push(own(automatic ? ', by itself' : ', by hand'));
  if (owner) parts.push(markup`. ${code(owner.text)} sees to it`);
  const unclear = criterion.kind === 'vague' ? own('. Nobody can measure that: name a metric and a limit') : own('');
  return joined([...parts, unclear, own('.')], '');
}

const DONE: Readonly<Partial<Record<ActionKind, string>>> = {
  rollback: 'rolls back',
  pause: 'pauses',
  page: 'pages somebody',
};
