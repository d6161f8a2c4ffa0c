/** Stages added, split and put in order. */
import * as l10n from '@vscode/l10n';
import { SHORTEST_SOAK } from '../../lint/limits.ts';
import { addStages } from '../../lint/new-stages.ts';
import { optionOf } from '../../lint/options.ts';
import { isOutOfOrder, type Share, sharesOf } from '../../lint/ramp.ts';
import type { RuleContext } from '../../lint/rule.ts';
import { longestOf } from '../../lint/stage-proposals.ts';
import { nameOfStage, stagesOf } from '../../lint/stages.ts';
import { formatDuration, formatPercent, parseDuration } from '../../model/notation.ts';
import type { Place } from '../place.ts';
import { reordered } from './blocks.ts';
import { itemAround, type Offer, type Refactoring } from './refactoring.ts';

/** Shares that people ramp by. */
const USUAL = [1, 2, 5, 10, 15, 20, 25, 30, 40, 50, 60, 75, 90];

export const arrangeStages: Offer = (place, context) => {
  const shares = sharesOf(context.plan);
  const around = itemAround(place, stagesOf(context.plan));
  const share = shares.find(({ stage }) => stage === around);
  return [...(share ? besideShare(share, shares, context) : []), ...inOrder(place, shares, context)];
};

function besideShare(share: Share, shares: readonly Share[], context: RuleContext): Refactoring[] {
  const { stage, weight, before } = share;
  const next = shares.find((other) => other.before === share);
  const stages = stagesOf(context.plan);
  const behind = stages[stages.indexOf(stage) + 1];
  const earlier = halfway(before?.weight ?? 0, weight);
  const later = halfway(weight, next?.weight ?? 100);
  return [
    ...(earlier === undefined ? [] : split(share, earlier, context)),
    ...(earlier === undefined ? [] : added(earlier, 'before', share, addStages([earlier], stage, stage, context.plan))),
    ...(later === undefined ? [] : added(later, 'after', share, addStages([later], stage, behind, context.plan))),
  ];
}

/** The usual share that lies best between two others: as many times more than the one as it is less than the other. */
function halfway(from: number, to: number): number | undefined {
  const middle = Math.sqrt(Math.max(from, 0.5) * to);
  const possible = USUAL.filter((weight) => weight > from && weight < to);
  const distance = (weight: number): number => Math.abs(Math.log(weight / middle));
  return possible.sort((a, b) => distance(a) - distance(b))[0];
}

function added(
  weight: number,
  where: 'before' | 'after',
  { stage }: Share,
  edits: Refactoring['edits'],
): Refactoring[] {
  if (edits.length === 0) return [];
  const title = `Add a stage of ${formatPercent(weight)} ${where} "${nameOfStage(stage)}"`;
  return [{ title, kind: 'refactor.rewrite', edits }];
}

/** Two stages that together take as long as the one did. */
function split({ stage, weight }: Share, first: number, context: RuleContext): Refactoring[] {
  const soak = stage.soak && parseDuration(stage.soak.toString());
  const half = soak && soak.ms / 2;
  const shortest = Math.max(longestOf(stage)?.ms ?? 0, optionOf(context, SHORTEST_SOAK));
  if (half === undefined || half < shortest || !Number.isInteger(half / 60_000)) return [];
  const value = formatDuration(half);
  const edits = addStages([first], stage, stage, context.plan);
  if (edits.length === 0) return [];
  const title = `Split it into ${formatPercent(first)} and ${formatPercent(weight)}, ${value} each`;
  // The first half inherits the soak of the stage that it extends.
  return [
    {
      title,
      kind: 'refactor.rewrite',
      edits: [...edits, { kind: 'set', parent: stage.node, key: 'soak', value }],
    },
  ];
}

/** The text of each stage moves with its comments. */
function inOrder(place: Place, shares: readonly Share[], { plan }: RuleContext): Refactoring[] {
  const list = plan.view.rollout?.stages?.node.written ?? plan.view.rollout?.stages?.node;
  if (!list || !isOutOfOrder(shares) || !place.path.some(({ node }) => node === list)) return [];
  const ranks = new Map(shares.map(({ stage, weight }) => [stage.node.written ?? stage.node, weight]));
  const edits = reordered(list, ranks, plan);
  return [{ title: l10n.t('Sort the stages by their share'), kind: 'refactor.rewrite', edits }];
}
