/** What a refactoring is: another way to write or to arrange what a plan says, offered at a place in it. */
import type { RuleContext } from '../../lint/rule.ts';
import type { PlanEdit } from '../../model/edit.ts';
import type { LocatedNode } from '../../model/located.ts';
import type { Obj } from '../../model/plan/view.ts';
import type { Place } from '../place.ts';

export type RefactoringKind = 'refactor.rewrite' | 'refactor.extract';

export interface Refactoring {
  readonly title: string;
  readonly kind: RefactoringKind;
  readonly edits: readonly PlanEdit[];
}

/** What can be done at a place; `context` is the plan as rules see it. */
export type Offer = (place: Place, context: RuleContext) => readonly Refactoring[];

/** The item of a list of the plan that the place stands in. `items` are views, which inheritance may have completed. */
export function itemAround<T extends Obj<object>>({ path }: Place, items: readonly T[] | undefined): T | undefined {
  const nodes = new Set<LocatedNode>(path.map(({ node }) => node));
  return items?.find(({ node }) => nodes.has(node.written ?? node));
}
