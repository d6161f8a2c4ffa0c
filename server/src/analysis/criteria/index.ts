/** Criteria: what "error-rate > 1% for 5m -> rollback" says, with the place of every part. */
export { type Connectives, describeCriterion, describeLength, describeWindow } from './describe.ts';
export { formatCriterion } from './format.ts';
export { criterionOf, type LocatedAction, type LocatedCriterion } from './locate.ts';
export { overlap } from './overlap.ts';
export { parseActions, parseCriterion, parseQuantity } from './parse.ts';
export type {
  AbsoluteLimit,
  Action,
  ActionKind,
  Change,
  CompoundCriterion,
  Criterion,
  Dimension,
  EventCriterion,
  Limit,
  Metric,
  Operator,
  Phrase,
  Quantity,
  RelativeLimit,
  SimpleCriterion,
  TextRange,
  ThresholdCriterion,
  Unit,
  UnknownCriterion,
  VagueCriterion,
  Window,
} from './types.ts';
export {
  type BaselineOf,
  type Interval,
  intervalsOf,
  type LongestWindow,
  longestWindow,
  sameLimit,
  simpleParts,
  thresholdsOf,
  type ValueSet,
  valuesOf,
} from './values.ts';
