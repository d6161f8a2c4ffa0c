/** Criteria in words, as the end of "aborts …": for hovers and previews. */
import type { Criterion, Operator, Quantity, RelativeLimit, Step, ThresholdCriterion, Window } from './types.ts';
import { exact } from './units.ts';
import { NUMBER_WORDS } from './words.ts';

/** What stands before a criterion that tells what happens, "when an alert fires", and before one that names it, "on any data loss". */
export interface Connectives {
  readonly told: string;
  readonly named: string;
}

export function describeCriterion(criterion: Criterion, connectives: Connectives): string {
  let last = '';
  const described = (part: Criterion): string => {
    if (part.kind === 'compound') return part.parts.map(described).join(part.join === 'list' ? '; ' : ` ${part.join} `);
    const isNamed = (part.kind === 'event' || part.kind === 'vague') && part.isNamed === true;
    const connective = isNamed ? connectives.named : connectives.told;
    const words = part.kind === 'threshold' ? describeThreshold(part) : part.condition.text;
    if (connective === last) return words;
    last = connective;
    return `${connective} ${words}`;
  };
  return described(criterion);
}

const COMPARED: Readonly<Record<Operator, string>> = {
  '<': 'below',
  '<=': 'at or below',
  '>': 'above',
  '>=': 'at or above',
  '=': 'at',
  '!=': 'anything but',
};

function describeThreshold({ metric, op, limit, window, qualifier }: ThresholdCriterion): string {
  const verb = window ? 'stays' : 'is';
  const comparison = !window && op === '=' ? '' : ` ${COMPARED[op]}`;
  const where = qualifier ? ` ${qualifier.text}` : '';
  const time = window ? ` ${describeWindow(window)}` : '';
  if (limit.kind === 'relative' && limit.to === 'unstated') {
    return `${metric.text} ${describeMove(op, limit.change)}${where}${time}`;
  }
  const said = limit.kind === 'absolute' ? describeQuantity(limit) : describeRelative(limit);
  return `${metric.text} ${verb}${comparison} ${said}${where}${time}`;
}

/** "rises by more than 10 %": beside what, the criterion does not say. */
function describeMove(op: Operator, change: Step): string {
  const down = sizeOf(change) < 0;
  const outward = down ? op === '<' || op === '<=' : op === '>' || op === '>=';
  const closed = op === '<=' || op === '>=';
  const amount = outward ? (closed ? 'at least' : 'more than') : closed ? 'at most' : 'less than';
  return `${down ? 'drops' : 'rises'} by ${amount} ${describeChange(change)}`;
}

function describeRelative({ to, change, text }: RelativeLimit): string {
  if (to !== 'baseline') return text;
  if (change.kind === 'factor') return change.factor === 1 ? 'its baseline' : `${change.factor} times its baseline`;
  return `${describeChange(change)} ${sizeOf(change) < 0 ? 'below' : 'above'} its baseline`;
}

function sizeOf(change: Step): number {
  return change.kind === 'percent' ? change.percent : change.offset.value;
}

function describeChange(change: Step): string {
  if (change.kind === 'percent') return `${Math.abs(change.percent)} %`;
  return describeQuantity({ ...change.offset, value: Math.abs(change.offset.value) });
}

function describeQuantity({ value, unit }: Quantity): string {
  if (unit.text === 'ms' && value >= 60_000) return describeLength(value);
  const joint = unit.text === '' || unit.text.startsWith('/') ? '' : ' ';
  return `${value}${joint}${unit.text}`;
}

/** `for 5m` in words. A window whose length is not said keeps its own. */
export function describeWindow({ ms, text }: Window): string {
  return ms === undefined ? text : `for ${describeLength(ms)}`;
}

const LENGTHS = [
  [604_800_000, 'week'],
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
  [1, 'millisecond'],
] as const;
const WORDS_BY_NUMBER = new Map([...NUMBER_WORDS].map(([word, value]) => [value, word]));

/** "five minutes", "one hour and 30 minutes", "two weeks", "90 days": weeks and days only where they come out even. */
export function describeLength(ms: number): string {
  let rest = ms;
  const parts: string[] = [];
  for (const [size, name] of LENGTHS) {
    const count = size === 1 ? exact(rest) : Math.floor(rest / size);
    if (count === 0 || (name === 'week' && (rest % size !== 0 || count > 4))) continue;
    parts.push(`${WORDS_BY_NUMBER.get(count) ?? count} ${name}${count === 1 ? '' : 's'}`);
    rest -= count * size;
    if (rest <= 0) break;
  }
  const last = parts.pop() ?? 'no time';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}
