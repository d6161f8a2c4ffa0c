/** A criterion in words: "Aborts when error-rate stays above 1 % for five minutes, then rolls back". */
import * as l10n from '@vscode/l10n';
import {
  type ActionKind,
  type Connectives,
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

/** How a sentence about a criterion begins, and goes on. */
interface Beginning extends Connectives {
  readonly verb: string;
}

function begins(verb: string, told: string, named: string): Beginning {
  return { verb, told, named };
}

export const ABORTS = begins(l10n.t('Aborts'), l10n.t('when'), l10n.t('on'));
const HOLDS = begins(l10n.t('Holds'), l10n.t('when'), l10n.t('with'));

/** By the key that the criterion stands under. */
const BEGINNINGS: Readonly<Record<string, Beginning>> = {
  abortCriteria: ABORTS,
  successCriteria: begins(l10n.t('Has succeeded'), l10n.t('when'), l10n.t('with')),
  entryCriteria: begins(l10n.t('May begin'), l10n.t('when'), l10n.t('with')),
  stopWhen: begins(l10n.t('Stops'), l10n.t('when'), l10n.t('on')),
  triggers: begins(l10n.t('Rolls back'), l10n.t('when'), l10n.t('on')),
  trigger: begins(l10n.t('Was set off'), l10n.t('when'), l10n.t('by')),
  until: begins(l10n.t('Holds'), l10n.t('until'), l10n.t('until')),
  when: begins(l10n.t('Waits'), l10n.t('until'), l10n.t('for')),
  limit: begins(l10n.t('Too many'), l10n.t('when'), l10n.t('at')),
};

export function aboutCriterion(context: PlanContext, { plan, path, offset }: Place): About | undefined {
  const at = path.findLastIndex(({ schema }) => schema.notation === 'criterion' || schema.unit === 'Criterion');
  const visit = path[at];
  const located = visit && criterionOf(visit.node);
  if (!visit || !located || !contains(offsets(located.words.span), offset)) return undefined;
  const key = path.slice(0, at + 1).reduce((last, { name }) => name ?? last, '');
  const sentence = sentenceOf(located, BEGINNINGS[key] ?? HOLDS);
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

/** The verb is ours, the rest quotes the plan. */
export function sentenceOf(located: LocatedCriterion, { verb, ...connectives }: Beginning): Markup {
  const { criterion, actions, automatic, owner } = located;
  const parts = [markup`${own(verb)} ${words(describeCriterion(criterion, connectives))}`];
  if (actions.length > 0) {
    const done = actions.map(({ kind, text }) => DONE[kind] ?? text);
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
