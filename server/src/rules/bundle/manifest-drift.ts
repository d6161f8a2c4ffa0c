import * as l10n from '@vscode/l10n';
import { argoDuration, type Manifest, type ManifestStep, manifestIn } from '../../lint/manifests.ts';
import { addressesIn, type NamedPath } from '../../lint/named-files.ts';
import { isChosen, placeOfWeight, type Share, sharesOf } from '../../lint/ramp.ts';
import { defineRule, type Finding, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { longestOf } from '../../lint/stage-proposals.ts';
import { isProduction, nameOfStage, stagesOf } from '../../lint/stages.ts';
import { referencePlan } from '../../lint/twins.ts';
import type { PlanEdit } from '../../model/edit.ts';
import { formatDuration, formatPercent, parseDuration } from '../../model/notation.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { entryOf } from '../../model/plan/view.ts';
import { behindLast } from '../../util/parts.ts';

/** The stages of the plan are the steps of the manifest that carries it out. */
export const manifestDrift = defineRule({
  id: 'manifest-drift',
  group: 'bundle',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const { plan } = context;
    const link = linkOf(plan, context);
    if (!link) return;
    const reference = referencePlan(context);
    if (reference && linkOf(reference, context)) return;
    const shares = sharesOf(plan);
    if (shares.length === 0 || stagesOf(plan).some((stage) => isProduction(stage) && isChosen(stage))) return;
    if (link.manifest.tool === 'Flagger') yield* againstFlagger(shares, link);
    else yield* againstArgo(shares, link);
  },
});

interface Link {
  readonly named: NamedPath;
  readonly file: string;
  readonly manifest: Manifest;
}

/** The only manifest that the plan links. */
function linkOf(plan: Plan, { bundle }: RuleContext): Link | undefined {
  const links = addressesIn(plan).flatMap((named): Link[] => {
    const source = /\.ya?ml(?:#|$)/i.test(named.path)
      ? bundle.files.find(named.path, plan, named.manner)?.source
      : undefined;
    const manifest = source && manifestIn(source);
    return manifest ? [{ named, file: behindLast(named.path, '/'), manifest }] : [];
  });
  return new Set(links.map(({ manifest }) => manifest)).size === 1 ? links[0] : undefined;
}

function* againstArgo(shares: readonly Share[], link: Link): Generator<Finding> {
  const { steps } = link.manifest;
  if (shares.length !== steps.length) {
    yield otherSteps(shares, link);
    return;
  }
  for (const [at, share] of shares.entries()) {
    const step = steps[at] as ManifestStep;
    if (share.weight !== step.weight) yield otherWeight(share, step, link);
    else {
      const found = otherPause(share, step, link);
      if (found) yield found;
    }
  }
}

function otherSteps(shares: readonly Share[], { named, file, manifest }: Link): Finding {
  const [plan, theirs] = [shares, manifest.steps].map((steps) =>
    steps.map(({ weight }) => formatPercent(weight)).join(' → '),
  );
  const message = l10n.t`${file} goes ${String(theirs)}, the plan ${String(plan)}. What runs is the manifest, and its steps have no criteria of their own here: give both the same steps.`;
  return finding(named.span, message, [], [{ span: manifest.place, message: l10n.t('The steps of the manifest.') }]);
}

function otherWeight({ stage, weight }: Share, step: ManifestStep, { file }: Link): Finding {
  const [ours, theirs] = [formatPercent(weight), formatPercent(step.weight)];
  const message = l10n.t`"${nameOfStage(stage)}" is for ${ours}, and ${file} sets ${theirs}. What runs is the manifest: write the same in both.`;
  const inPlan: PlanEdit =
    stage.weight && !entryOf(stage, 'weight')?.inherited
      ? { kind: 'write', node: stage.weight.node, value: theirs }
      : { kind: 'set', parent: stage.node, key: 'weight', value: theirs };
  return finding(
    placeOfWeight(stage),
    message,
    bothWays(theirs, inPlan, file, ours, step.node && { kind: 'replace', span: step.node.span, newText: `${weight}` }),
    [{ span: step.place, message: l10n.t('The weight in the manifest.') }],
  );
}

function otherPause({ stage }: Share, step: ManifestStep, { file }: Link): Finding | undefined {
  const soak = stage.soak && parseDuration(stage.soak.toString())?.ms;
  if (!stage.soak || soak === undefined || step.ms === undefined || soak === step.ms || step.weight === 100)
    return undefined;
  const theirs = formatDuration(step.ms);
  const pause = step.ms === 0 ? 'does not pause' : `pauses for ${theirs}`;
  const message = l10n.t`"${nameOfStage(stage)}" soaks for ${String(stage.soak)}, and ${file} ${pause} at ${formatPercent(step.weight)}. What runs is the manifest: write the same in both.`;
  const inPlan: PlanEdit = entryOf(stage, 'soak')?.inherited
    ? { kind: 'set', parent: stage.node, key: 'soak', value: theirs }
    : { kind: 'write', node: stage.soak.node, value: theirs };
  return finding(
    stage.soak.node.span,
    message,
    bothWays(
      theirs,
      step.ms >= (longestOf(stage)?.ms ?? 1) ? inPlan : undefined,
      file,
      argoDuration(soak),
      step.duration && { kind: 'replace', span: step.duration.span, newText: argoDuration(soak) },
    ),
    [{ span: step.duration?.span ?? step.place, message: l10n.t('The pause in the manifest.') }],
  );
}

/** What was agreed is the plan; what runs is the manifest. */
function bothWays(
  theirs: string,
  inPlan: PlanEdit | undefined,
  file: string,
  ours: string,
  inManifest: PlanEdit | undefined,
): Fix[] {
  return [
    ...(inManifest ? [{ title: l10n.t`Write ${ours} in ${file}`, edits: [inManifest] }] : []),
    ...(inPlan ? [{ title: l10n.t`Write ${theirs}, as in ${file}`, edits: [inPlan], preferred: true }] : []),
  ];
}

/** Flagger goes in many small steps: the plan's shares must be among them, and stay at least as long as the plan says. */
function* againstFlagger(shares: readonly Share[], link: Link): Generator<Finding> {
  const { steps, place } = link.manifest;
  for (const [at, { stage, weight }] of shares.entries()) {
    if (weight === 100) continue;
    if (!steps.some((step) => step.weight === weight)) {
      const message = l10n.t`"${nameOfStage(stage)}" is for ${formatPercent(weight)}, a share at which ${link.file} never stops: it goes ${few(steps)}. What runs is the manifest: give both the same steps.`;
      yield finding(
        placeOfWeight(stage),
        message,
        [],
        [{ span: place, message: l10n.t('The steps of the manifest.') }],
      );
      continue;
    }
    const next = shares[at + 1]?.weight ?? 100;
    const within = steps.filter((step) => step.weight >= weight && step.weight < next);
    const soak = stage.soak && parseDuration(stage.soak.toString())?.ms;
    const stays = within.reduce((sum, { ms = Number.NaN }) => sum + ms, 0);
    // How long is not known where an interval cannot be read.
    if (!stage.soak || soak === undefined || !(stays < soak)) continue;
    const message = l10n.t`"${nameOfStage(stage)}" soaks for ${String(stage.soak)}, and ${link.file} is at ${formatPercent(next)} after ${formatDuration(stays)}. What runs is the manifest: raise its interval, or write what it does.`;
    const edit: PlanEdit = entryOf(stage, 'soak')?.inherited
      ? { kind: 'set', parent: stage.node, key: 'soak', value: formatDuration(stays) }
      : { kind: 'write', node: stage.soak.node, value: formatDuration(stays) };
    yield finding(
      stage.soak.node.span,
      message,
      [{ title: l10n.t`Write ${formatDuration(stays)}, as in ${link.file}`, edits: [edit], preferred: true }],
      [{ span: place, message: l10n.t('The steps of the manifest.') }],
    );
  }
}

function few(steps: readonly ManifestStep[]): string {
  const weights = steps.map(({ weight }) => formatPercent(weight));
  return weights.length <= 6 ? weights.join(' → ') : [...weights.slice(0, 3), '…', ...weights.slice(-2)].join(' → ');
}
