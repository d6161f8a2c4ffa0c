/** Criteria as they are typed: a metric, how it compares, a limit, for how long, and what happens then. The grammar itself says what is next. */
import { parseCriterion, parseQuantity, type ThresholdCriterion } from '../../analysis/criteria/index.ts';
import { signalOf } from '../../analysis/metrics.ts';
import { declarationsFor } from '../../lint/bundle.ts';
import { planSchema } from '../../lint/missing.ts';
import { thresholdFor } from '../../lint/proposals.ts';
import { stagesOf } from '../../lint/stages.ts';
import type { MetricView } from '../../lint/views.ts';
import { spelling } from '../../model/plan/view.ts';
import { matched } from '../../util/matched.ts';
import { upTo } from '../../util/parts.ts';
import { enumOffers } from './enums.ts';
import { referenceOffers } from './references.ts';
import { type Blank, itemAt, type Scene } from './scene.ts';
import type { ValueOffer } from './types.ts';

export interface PartOffers {
  /** Which part of the blank's text the offers replace. */
  readonly from: number;
  readonly to: number;
  readonly offers: readonly ValueOffer[];
}

export function isCriterion({ schema, parent, name }: Blank): boolean {
  return schema.notation === 'criterion' || (parent?.unit === 'Criterion' && name === 'when');
}

/** An operator may stand before its limit without a space. */
const OPERATOR_BEFORE = /^(?:[<>]=?|!=|[=≤≥≠])(?=[^<>=])/;

export function criterionOffers(blank: Blank, scene: Scene): PartOffers {
  const { text, at } = blank;
  const word = matched(/\S*$/.exec(text.slice(0, at)));
  const from = at - word.length + matched(OPERATOR_BEFORE.exec(word)).length;
  const to = at + matched(/^\S*/.exec(text.slice(at))).length;
  const said = text.slice(0, from).trim();
  if (said === '') {
    const isAlone = text.slice(to).trim() === '';
    return { from, to, offers: [...(isAlone ? thresholds(blank, scene) : []), ...metrics(scene)] };
  }
  return { from, to, offers: nextOf(said, text.slice(to).trim(), blank, scene) };
}

/** What can follow the words, tried with the grammar: the words with an operator, a limit, a window or an action behind them. */
function nextOf(said: string, rest: string, blank: Blank, scene: Scene): ValueOffer[] {
  const compared = thresholdIn(`${said} > 1`);
  if (compared && compared.operator.range.from > said.length) {
    return metrics(scene).some(({ value }) => value === compared.metric.slug) ? operators(rest) : [];
  }
  const limited = thresholdIn(`${said} 1`);
  if (limited && limited.limit.range.from > said.length) return limits(limited, scene);
  const forTime = thresholdIn(`${said} 5m`);
  if (/\bfor$/i.test(said) && forTime?.window && forTime.window.range.to > said.length)
    return windows(rest === '' && mayAct(blank));
  if (/(?:->|→|=>)$/.test(said)) return actions();
  const whole = parseCriterion(said);
  if (whole.kind !== 'threshold' || whole.actions.length > 0 || rest !== '') return [];
  const then = mayAct(blank) ? [part('->', 'what happens then', true)] : [];
  return whole.window ? then : [part('for', 'how long it has to be so', true), ...then];
}

function thresholdIn(text: string): ThresholdCriterion | undefined {
  const criterion = parseCriterion(text);
  return criterion.kind === 'threshold' ? criterion : undefined;
}

/** What lets a stage in or out does nothing; what stops it does. */
function takesAction({ name }: Blank): boolean {
  return /^(?:abortCriteria|stopWhen|triggers)$/.test(name);
}

/** In a mapping the action has a key of its own. */
function mayAct(blank: Blank): boolean {
  return blank.schema.unit === 'Criterion' && takesAction(blank);
}

function metrics(scene: Scene): ValueOffer[] {
  return referenceOffers('metric', scene).map((offer) => ({ ...offer, goesOn: true }));
}

/** Whole criteria of metrics that say what is too much. */
function thresholds(blank: Blank, scene: Scene): ValueOffer[] {
  if (!takesAction(blank)) return [];
  const { plan, context, offset } = scene;
  const watched = new Set((itemAt(stagesOf(plan), offset)?.metrics ?? []).map(({ value }) => value));
  return [...declarationsFor(plan, context.bundle, 'metric')].flatMap(([id, { item }]): ValueOffer[] => {
    const text = thresholdFor(item as MetricView, '5m');
    if (!text || blank.beside.has(text)) return [];
    const value = blank.name === 'triggers' ? upTo(text, ' -> ') : text;
    return [{ label: value, kind: 'value', value, preselect: watched.has(id) }];
  });
}

const OPERATORS: readonly (readonly [string, string])[] = [
  ['>', 'above'],
  ['<', 'below'],
  ['>=', 'at or above'],
  ['<=', 'at or below'],
  ['=', 'exactly'],
  ['!=', 'anything but'],
];

function operators(rest: string): ValueOffer[] {
  return OPERATORS.map(([value, detail]) => part(value, detail, rest === ''));
}

/** Twice the baseline and the baseline itself, in its own unit and in words; what a signal of this kind is usually held against. */
function limits({ metric, op }: ThresholdCriterion, { plan, context }: Scene): ValueOffer[] {
  const declared = declarationsFor(plan, context.bundle, 'metric').get(metric.slug)?.item as MetricView | undefined;
  const baseline = parseQuantity(spelling(declared?.baseline));
  if (!baseline) {
    const signal = declared?.signal?.value ?? signalOf(metric.slug);
    const usual = signal === 'correctness' || signal === 'usage' ? ['0'] : signal === 'errors' ? ['1%'] : [];
    return usual.map((value) => part(value, ''));
  }
  const times = (factor: number): string => `${Number((baseline.value * factor).toPrecision(3))}${baseline.unit.text}`;
  const factors = op === '<' || op === '<=' ? [1, 2, 0.5] : [2, 5, 10, 1];
  return [
    ...factors.map((factor) => part(times(factor), factor === 1 ? 'the baseline' : `${factor} times the baseline`)),
    part('2x baseline', `the baseline is ${times(1)}`),
    part('baseline +10%', `the baseline is ${times(1)}`),
  ];
}

function windows(goesOn: boolean): ValueOffer[] {
  return ['5m', '1m', '10m', '15m', '30m', '1h', '24h'].map((value) => part(value, '', goesOn));
}

function actions(): ValueOffer[] {
  const schema = planSchema(['rollout', 'onAbort']);
  /* istanbul ignore next -- a path that the schema has */
  return schema ? enumOffers(schema) : [];
}

/** `goesOn`: more is to come. */
function part(text: string, detail: string, goesOn = false): ValueOffer {
  return { label: text, kind: 'value', value: text, goesOn, ...(detail ? { detail } : {}) };
}
