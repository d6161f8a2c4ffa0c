import * as l10n from '@vscode/l10n';
import { isPlaceholder } from '../../analysis/placeholders.ts';
import { defineRule, type Finding, finding, type RuleContext } from '../../lint/rule.ts';
import { agree, fileOf, isSameChange, referencePlan } from '../../lint/twins.ts';
import type { Version } from '../../model/generated/plan-types.ts';
import { asId } from '../../model/notation.ts';
import type { Plan } from '../../model/plan/plan.ts';
import type { Obj } from '../../model/plan/view.ts';
import { spelling } from '../../model/plan/view.ts';

type VersionView = Obj<Version>;

/** A component goes from one version to one other, whichever artifact one opens. */
export const versionMismatch = defineRule({
  id: 'version-mismatch',
  group: 'bundle',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const reference = referencePlan(context) ?? firstArtifact(context);
    if (!reference || reference === context.plan) return;
    const theirs = new Map(versionsOf(reference).map((version) => [nameOf(version), version]));
    for (const own of versionsOf(context.plan)) {
      const other = theirs.get(nameOf(own));
      if (other) yield* differences(own, other, reference);
    }
  },
});

/** Among artifacts alone the contract is the one that is agreed with others; else the one whose name comes first. */
function firstArtifact({ plan, bundle }: RuleContext): Plan | undefined {
  if (bundle.plans.some(({ document }) => document.kind === 'plan')) return undefined;
  const listing = bundle.plans.filter((other) => versionsOf(other).length > 0 && isSameChange(plan, other));
  const byName = [...listing].sort((one, other) => (fileOf(one) < fileOf(other) ? -1 : 1));
  return byName.find(({ document }) => document.kind === 'compatibility') ?? byName[0];
}

function versionsOf({ view }: Plan): readonly VersionView[] {
  return view.change?.versions ?? [];
}

function nameOf({ component }: VersionView): string {
  return asId(spelling(component));
}

function* differences(own: VersionView, other: VersionView, reference: Plan): Generator<Finding> {
  const file = fileOf(reference);
  for (const key of ['from', 'to'] as const) {
    const [ours, theirs] = [own[key], other[key]];
    if (!ours || !theirs || !isOther(ours.toString(), theirs.toString())) continue;
    const message = l10n.t`"${String(own.component)}" goes ${key} ${String(ours)} here and ${key} ${String(theirs)} in ${file}. ${key === 'from' ? 'A rollback goes back to one of them' : 'One of them was never reviewed'}: write the same in both.`;
    const fixes = agree(
      { owner: own.node, key, value: ours, text: ours.toString() },
      { owner: other.node, key, value: theirs, text: theirs.toString() },
      file,
    );
    yield finding(ours.node.span, message, fixes, [{ span: theirs.node.span, message: l10n.t`What ${file} says.` }]);
  }
}

/** `5.0` is less exact than `5.0.1`, and no other version; nor are words. */
function isOther(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  if (a === b || [a, b].some((text) => !/\d/.test(text) || /\s|[x*]$/.test(text) || isPlaceholder(text))) return false;
  return !a.startsWith(`${b}.`) && !b.startsWith(`${a}.`) && !a.startsWith(`${b}-`) && !b.startsWith(`${a}-`);
}

function bare(version: string): string {
  return version
    .trim()
    .replace(/`/g, '')
    .replace(/^v(?=\d)/i, '')
    .toLowerCase();
}
