import * as l10n from '@vscode/l10n';
import { plansAround } from '../../lint/bundle.ts';
import { isRemark, placeBeside } from '../../lint/contract.ts';
import { isMisspelt, planSchema } from '../../lint/missing.ts';
import { nextRelease, previousRelease } from '../../lint/releases.ts';
import { defineRule, type Finding, finding } from '../../lint/rule.ts';
import { slot } from '../../model/edit.ts';
import type { Version } from '../../model/generated/plan-types.ts';
import { asId } from '../../model/notation.ts';
import { isAbsent, type Obj, spelling, type Value } from '../../model/plan/view.ts';

type VersionView = Obj<Version>;
type End = 'from' | 'to';

/** Each component says from which version to which, in versions that mean the same tomorrow. */
export const versionNotExplicit = defineRule({
  id: 'version-not-explicit',
  group: 'compatibility',
  severity: 'warning',
  fixable: true,
  *check({ plan, bundle }) {
    const others = plansAround(plan, bundle).slice(1);
    for (const version of plan.view.change?.versions ?? []) {
      const name = spelling(version.component);
      const twins = others.flatMap(({ document, view }) =>
        (view.change?.versions ?? [])
          .filter(({ component }) => component && asId(component.toString()) === asId(name))
          .map((twin) => ({ twin, isPlan: document.kind === 'plan' })),
      );
      for (const end of ['from', 'to'] as const) {
        const said = version[end];
        if (said && moves(said)) yield moving(version, end, said);
      }
      const isAskedElsewhere = plan.document.kind !== 'plan' && twins.some(({ isPlan }) => isPlan);
      const all = [version, ...twins.map(({ twin }) => twin)];
      const lacking = (['from', 'to'] as const).filter((end) => all.every((one) => lacks(one, end)));
      const [first] = lacking;
      if (first && name !== '' && !isAskedElsewhere && !isRemark(version, name, plan.document.kind))
        yield missing(version, name, first, lacking);
    }
  },
});

const MOVING =
  /^(?:\S+[:@])?(?:the )?(?:latest|newest|most recent|current|stable|nightly|edge|head|main|master|trunk|develop)(?: (?:version|release|tag|build|branch|stable))?$/i;

function moves(value: Value<string>): boolean {
  return MOVING.test(value.toString().trim().replaceAll('`', ''));
}

/** A digest or a build pins what is deployed; words that already hold a version may well say both ends. */
function lacks(version: VersionView, end: End): boolean {
  if (!isAbsent(version, end) || isMisspelt(version, end, planSchema(['change', 'versions', 0]))) return false;
  if (end === 'to' && !isAbsent(version, 'artifact')) return false;
  const words = `${version.component ?? ''} ${version.notes ?? ''}`;
  return !/\d\.\d|\bv?\d+\s*(?:->|→|to)\s*v?\d+/i.test(words);
}

function moving(version: VersionView, end: End, said: Value<string>): Finding {
  const message = l10n.t`"${String(said)}" is another version tomorrow, so nobody can tell what was reviewed, or what to go back to. Write the exact version.`;
  const value = slot(proposal(version, end));
  return finding(said.node.span, message, [
    {
      title: l10n.t`Write the version, such as ${value.slot}`,
      edits: [{ kind: 'write', node: said.node, value }],
      preferred: true,
    },
  ]);
}

function missing(version: VersionView, name: string, first: End, lacking: readonly End[]): Finding {
  const what = lacking.length === 2 ? 'from which version to which it goes' : l10n.t`${first} which version it goes`;
  const why =
    first === 'from'
      ? l10n.t('A rollback needs to know what to go back to')
      : l10n.t('A review is worth nothing for a version that nobody has named');
  const message = l10n.t`"${name}" does not say ${what}. ${why}: write ${lacking.map((end) => `\`${end}\``).join(' and ')}.`;
  const edits = lacking.map(
    (end) => ({ kind: 'set', parent: version.node, key: end, value: slot(proposal(version, end)) }) as const,
  );
  const title = `Write ${lacking.map((end) => `"${end}"`).join(' and ')}`;
  return finding(placeBeside(version, first, version.component), message, [{ title, edits, preferred: true }]);
}

/** Counted from the other end, where that is a version. */
function proposal(version: VersionView, end: End): string {
  const [known, step] = end === 'from' ? [version.to, previousRelease] : [version.from, nextRelease];
  const counted = known && /^\D{0,3}\d/.test(known.toString()) ? step(known.toString()) : undefined;
  return counted ?? (end === 'from' ? '1.0.0' : '1.1.0');
}
