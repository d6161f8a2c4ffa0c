/** Criteria where they stand in a document: a sentence, or a mapping `{ when, then, automatic, owner }`. */
import { child, isEmpty, type LocatedNode, type ScalarNode } from '../../model/located.ts';
import type { Span } from '../../model/source.ts';
import { parseActions, parseCriterion } from './parse.ts';
import type { Action, Criterion, Phrase, ThresholdCriterion } from './types.ts';
import { thresholdsOf } from './values.ts';

export interface LocatedCriterion {
  readonly criterion: Criterion;
  /** The scalar that the words were read from: what an edit of them changes. */
  readonly words: ScalarNode;
  /** What happens: `then` of the mapping where there is one, the words of the criterion otherwise. */
  readonly actions: readonly LocatedAction[];
  readonly automatic?: boolean;
  readonly owner?: ScalarNode;
  /** The whole criterion, mapping and all. */
  readonly span: Span;
  /** Where a part of `criterion` stands. Not for parts of `actions`, which have their own. */
  readonly spanOf: (part: Phrase) => Span;
  /** The parts of the first comparison. */
  readonly first?: { readonly metric: Span; readonly limit: Span; readonly window?: Span };
}

export interface LocatedAction extends Action {
  readonly span: Span;
}

/** Nodes never change, and one criterion is asked for by many rules, for every stage that inherits it. */
const knownCriteria = new WeakMap<LocatedNode, LocatedCriterion>();

/** Undefined for a node that holds no criterion: an empty one, a list, a mapping without `when`. */
export function criterionOf(node: LocatedNode): LocatedCriterion | undefined {
  const known = knownCriteria.get(node);
  if (known) return known;
  const found = read(node);
  if (found) knownCriteria.set(node, found);
  return found;
}

function read(node: LocatedNode): LocatedCriterion | undefined {
  const words = node.kind === 'map' ? child(node, 'when') : node;
  if (words?.kind !== 'scalar' || isEmpty(words)) return undefined;
  const criterion = words.broken ? unread(words.text) : parseCriterion(words.text);
  const stated = child(node, 'then');
  const automatic = child(node, 'automatic');
  const owner = child(node, 'owner');
  const [threshold] = thresholdsOf(criterion);
  return {
    criterion,
    words,
    actions: stated && !isEmpty(stated) ? statedActions(stated) : located(words, criterion.actions),
    ...(automatic?.kind === 'scalar' && typeof automatic.value === 'boolean' && { automatic: automatic.value }),
    ...(owner?.kind === 'scalar' && !isEmpty(owner) && { owner }),
    span: node.span,
    spanOf: (part) => spanIn(words, part),
    ...(threshold && { first: spansOf(words, threshold) }),
  };
}

/** Text that its reader could not read says nothing, whatever its letters are. */
function unread(text: string): Criterion {
  const whole = { text, range: { from: 0, to: text.length } };
  return { kind: 'unknown', ...whole, condition: whole, actions: [] };
}

function spanIn(words: ScalarNode, { range }: Phrase): Span {
  return words.part(range.from, range.to);
}

function spansOf(words: ScalarNode, { metric, limit, window }: ThresholdCriterion) {
  return {
    metric: spanIn(words, metric),
    limit: spanIn(words, limit),
    ...(window && { window: spanIn(words, window) }),
  };
}

/** `then: rollback`, or a list of actions. */
function statedActions(node: LocatedNode): readonly LocatedAction[] {
  const items = node.kind === 'list' ? node.items : [node];
  return items.flatMap((item) => (item.kind === 'scalar' ? located(item, parseActions(item.text)) : []));
}

function located(words: ScalarNode, actions: readonly Action[]): readonly LocatedAction[] {
  return actions.map((action) => ({ ...action, span: spanIn(words, action) }));
}
