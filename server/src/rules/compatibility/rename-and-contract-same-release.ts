import * as l10n from '@vscode/l10n';
import { plansAround } from '../../lint/bundle.ts';
import { objectsOf, tableIn } from '../../lint/coverage.ts';
import { isBefore, nextRelease, sameRelease } from '../../lint/releases.ts';
import { defineRule, type Finding, type Fix, finding } from '../../lint/rule.ts';
import { awaitedOnTheWay, nameOfStep, stepsById, stepsOf } from '../../lint/steps.ts';
import type { StepView } from '../../lint/views.ts';
import { slot } from '../../model/edit.ts';
import type { MigrationRecord } from '../../model/generated/plan-types.ts';
import { once } from '../../model/plan/reads.ts';
import type { Obj, Value } from '../../model/plan/view.ts';

/** The old shape goes in a later release than the one that brings the new shape. */
export const renameAndContractSameRelease = defineRule({
  id: 'rename-and-contract-same-release',
  group: 'compatibility',
  severity: 'error',
  fixable: true,
  *check(context) {
    const { plan, bundle } = context;
    if (plan.document.kind === 'migration-record') yield* inRecord(plan.view as unknown as Obj<MigrationRecord>);
    const all = plansAround(plan, bundle).flatMap(stepsOf);
    const releases = all.flatMap(({ release }) => release ?? []);
    const byId = stepsById(all);
    const before = new Expands();
    for (const step of stepsOf(plan)) {
      const phase = step.phase?.value;
      if (phase === 'expand') before.add(step);
      if (phase !== 'contract' || !step.release) continue;
      const awaited = expandsAwaited(step, byId);
      const expand = awaited.length > 0 ? lastOfRelease(awaited, step.release) : before.lastOf(step, step.release);
      if (expand?.release)
        yield together(step.release, expand.release, `The step "${nameOfStep(step)}" removes the old shape`, releases);
    }
  },
});

function together(
  contract: Value<string>,
  expand: Value<string>,
  who: string,
  releases: readonly Value<string>[],
): Finding {
  const message = l10n.t`${who} in ${String(contract)}, the same release that adds the new one. While it is rolled out some instances still need what is already gone, and there is no version to go back to that knows both shapes: remove it in a later release.`;
  return finding(contract.node.span, message, later(contract, releases), [
    { span: expand.node.span, message: l10n.t('The new shape is added here.') },
  ]);
}

/** After the last release that the steps name, as far as they are numbered alike. */
function later(contract: Value<string>, releases: readonly Value<string>[]): Fix[] {
  const last = releases.reduce((most, { value }) => (isBefore(most, value) ? value : most), contract.value);
  const next = nextRelease(last);
  if (!next) return [];
  return [
    {
      title: l10n.t`Remove it in ${next}`,
      edits: [{ kind: 'write', node: contract.node, value: slot(next) }],
      preferred: true,
    },
  ];
}

/** The last of the steps, where all of them are of the release: one that came earlier has brought the new shape in time. */
function lastOfRelease(steps: readonly StepView[], { value }: Value<string>): StepView | undefined {
  return steps.every(({ release }) => release && sameRelease(release.value, value)) ? steps.at(-1) : undefined;
}

function expandsAwaited(contract: StepView, byId: ReadonlyMap<string, StepView>): readonly StepView[] {
  return [...awaitedOnTheWay(contract, byId)].filter(({ phase }) => phase?.value === 'expand');
}

/** The expand steps so far, by the tables that they name: there may be thousands, each for another table. */
class Expands {
  private readonly all = new ByRelease();
  private readonly unknown = new ByRelease();
  private readonly byTable = new Map<string, ByRelease>();
  private count = 0;

  add(step: StepView): void {
    const at = this.count++;
    const tables = tablesOf(step);
    this.all.add(step, at);
    if (tables.length === 0) this.unknown.add(step, at);
    for (const table of tables) {
      const some = this.byTable.get(table) ?? new ByRelease();
      some.add(step, at);
      this.byTable.set(table, some);
    }
  }

  /** The last one of the same thing, where all of that thing are of the release. A step that names no table may be of any. */
  lastOf(contract: StepView, { value }: Value<string>): StepView | undefined {
    const tables = tablesOf(contract);
    const alike =
      tables.length === 0
        ? [this.all]
        : [this.unknown, ...tables.flatMap((table) => this.byTable.get(table) ?? [])].filter(({ last }) => last);
    if (
      !alike.every(({ releases }) => Array.from(releases).every((one) => one !== undefined && sameRelease(one, value)))
    )
      return undefined;
    return alike.reduce<ByRelease | undefined>((a, b) => (a && a.at > b.at ? a : b), undefined)?.last;
  }
}

/** Steps, of which only the last and the releases matter. */
class ByRelease {
  readonly releases = new Set<string | undefined>();
  last: StepView | undefined;
  at = -1;

  add(step: StepView, at: number): void {
    this.releases.add(step.release?.value);
    this.last = step;
    this.at = at;
  }
}

const tablesOf = once((step: StepView): readonly string[] => {
  const names = [...objectsOf(step), ...tablesAltered(step.up?.sql?.value ?? '')];
  return names.map((name) => tableIn(name)).filter((table) => table !== '');
});

const LONGEST_SQL = 4000;

function tablesAltered(sql: string): readonly string[] {
  const pattern = /\bTABLE\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?(?:ONLY\s+)?([\w."`]+)/gi;
  return Array.from(sql.slice(0, LONGEST_SQL).matchAll(pattern), ([, name]) => `${name}.`);
}

function* inRecord({ expand, contract }: Obj<MigrationRecord>): Generator<Finding> {
  const [first, second] = [expand?.release, contract?.release];
  if (first && second && sameRelease(first.value, second.value))
    yield together(second, first, 'The record removes the old shape', [first]);
}
