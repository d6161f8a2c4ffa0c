import * as l10n from '@vscode/l10n';
import { LARGEST_CANARY, LARGEST_JUMP } from '../../lint/limits.ts';
import { optionOf } from '../../lint/options.ts';
import { firstNotRising, isJump, placeOfWeight, type Share, sharesOf } from '../../lint/ramp.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { nameOfStage } from '../../lint/stages.ts';
import type { PlanEdit } from '../../model/edit.ts';
import { formatPercent } from '../../model/notation.ts';
import { entryOf, spelling } from '../../model/plan/view.ts';
import { textOf } from '../../model/source.ts';

/** Each stage in production reaches more than the one before. */
export const stageWeightNotIncreasing = defineRule({
  id: 'stage-weight-not-increasing',
  group: 'stages',
  severity: 'error',
  fixable: true,
  *check(context) {
    const shares = sharesOf(context.plan);
    const share = firstNotRising(shares);
    if (!share?.before) return;
    yield finding(
      placeOfWeight(share.stage),
      messageFor(share, share.before),
      share.weight < share.before.weight ? sort(shares, context) : widen(share, share.before, shares, context),
      [{ span: placeOfWeight(share.before.stage), message: l10n.t('The stage before it.') }],
    );
  },
});

function messageFor({ stage, weight }: Share, before: Share): string {
  const [own, theirs] = [formatPercent(weight), formatPercent(before.weight)];
  const name = nameOfStage(stage);
  if (weight < before.weight)
    return l10n.t`Stage "${name}" reaches ${own}, less than the ${theirs} of "${nameOfStage(before.stage)}" before it. The largest share then meets the change before the small one has tested it: let the shares rise.`;
  const inherited = entryOf(stage, 'weight')?.inherited ? 'inherits' : 'reaches';
  return l10n.t`Stage "${name}" ${inherited} ${own}, no more than "${nameOfStage(before.stage)}" before it. It shows nothing that the stage before did not: let the shares rise.`;
}

/** The shares in order. Where the names of stages say their shares, the stages are what is out of order. */
function sort(shares: readonly Share[], context: RuleContext): Fix[] {
  const isTooFar = jumps(context);
  const sorted = shares.map(({ weight }) => weight).sort((a, b) => a - b);
  if (new Set(sorted).size !== sorted.length || shares.some(({ before }, at) => at > 0 && !before)) return [];
  // Sorted, they would make another mistake: then more than the order is wrong.
  if (sorted.some((weight, at) => isTooFar(sorted[at - 1], weight))) return [];
  const moved = shares.filter(({ weight }, at) => weight !== sorted[at]);
  if (moved.some(({ stage }) => entryOf(stage, 'weight')?.inherited)) return [];
  const named = moved.filter(({ stage, weight }) => saysShare(stage, weight));
  const edits = named.length > 0 ? swapped(shares) : reassigned(shares, sorted);
  if (edits.length === 0) return [];
  return [{ title: l10n.t`Sort them: ${sorted.map(formatPercent).join(', ')}`, edits, preferred: true }];
}

/** What the rules of the ramp would say of a step from one share to the next; the first has none before it. */
function jumps(context: RuleContext): (from: number | undefined, to: number) => boolean {
  const [canary, jump] = [optionOf(context, LARGEST_CANARY), optionOf(context, LARGEST_JUMP)];
  return (from, to) => (from === undefined ? to > canary : isJump(from, to, jump));
}

function saysShare(stage: Share['stage'], weight: number): boolean {
  return new RegExp(`(?<![\\d.])${String(weight).replace('.', '\\.')}(?![\\d.])`).test(
    `${spelling(stage.id)} ${spelling(stage.title)}`,
  );
}

function reassigned(shares: readonly Share[], sorted: readonly number[]): readonly PlanEdit[] {
  return shares.flatMap(({ stage, weight }, at) => {
    const value = sorted[at];
    if (!stage.weight || value === undefined || value === weight) return [];
    return [{ kind: 'write', node: stage.weight.node, value: formatPercent(value) } as const];
  });
}

/** The text of each stage where the one stands that has its place. Only of stages that take one line, so that nothing else moves. */
function swapped(shares: readonly Share[]): readonly PlanEdit[] {
  const sorted = [...shares].sort((a, b) => a.weight - b.weight);
  const moved = shares.flatMap(({ stage }, at) => {
    const other = sorted[at]?.stage;
    return !other || other === stage ? [] : [{ stage, text: textOf(other.node.span) }];
  });
  if (moved.some(({ text }) => /[\r\n]/.test(text))) return [];
  return moved.map(({ stage, text }) => ({ kind: 'replace', span: stage.node.span, newText: text }));
}

const USUAL = [1, 5, 10, 25, 50, 75, 100];

/** A share between the stage before and the one after. */
function widen({ stage }: Share, before: Share, shares: readonly Share[], context: RuleContext): Fix[] {
  const isTooFar = jumps(context);
  const next = shares.find((share) => share.before?.stage === stage)?.weight ?? 101;
  const usual = USUAL.find(
    (weight) =>
      weight > before.weight &&
      weight < next &&
      !isTooFar(before.weight, weight) &&
      (next > 100 || !isTooFar(weight, next)),
  );
  if (usual === undefined || !stage.weight) return [];
  const value = formatPercent(usual);
  const edit: PlanEdit = entryOf(stage, 'weight')?.inherited
    ? { kind: 'set', parent: stage.node, key: 'weight', value }
    : { kind: 'write', node: stage.weight.node, value };
  return [{ title: l10n.t`Let it reach ${value}`, edits: [edit], preferred: true }];
}
