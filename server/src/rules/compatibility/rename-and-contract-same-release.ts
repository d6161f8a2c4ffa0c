import * as l10n from '@vscode/l10n';
import { plansAround } from '../../lint/bundle.ts';
import { objectsOf } from '../../lint/coverage.ts';
import { isBefore, nextRelease, sameRelease } from '../../lint/releases.ts';
import { defineRule, type Finding, type Fix, finding } from '../../lint/rule.ts';
import { nameOfStep, stepsOf } from '../../lint/steps.ts';
import type { StepView } from '../../lint/views.ts';
import { slot } from '../../model/edit.ts';
import type { MigrationRecord } from '../../model/generated/plan-types.ts';
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
    for (const step of stepsOf(plan)) {
      if (step.phase?.value !== 'contract' || !step.release) continue;
      const expand = expandOf(step, all, stepsOf(plan));
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

/** An expand step of the same thing and the same release, where there is no other of that thing that came earlier. */
function expandOf(contract: StepView, all: readonly StepView[], own: readonly StepView[]): StepView | undefined {
  const chain = expandsBefore(contract, all);
  const at = own.indexOf(contract);
  const candidates =
    chain.length > 0
      ? chain
      : own.filter((step, i) => i < at && step.phase?.value === 'expand' && !isElsewhere(step, contract));
  const isTogether = candidates.every(
    ({ release }) => release && sameRelease(release.value, contract.release?.value ?? ''),
  );
  return isTogether ? candidates.at(-1) : undefined;
}

/** Expand steps that the step waits for, directly or by way of others. */
function expandsBefore(contract: StepView, all: readonly StepView[]): readonly StepView[] {
  const byId = new Map(all.map((step) => [step.id?.value ?? '', step]));
  const passed = new Set<StepView>([contract]);
  const found: StepView[] = [];
  for (
    let at = byId.get(contract.after?.step?.value ?? '');
    at && !passed.has(at);
    at = byId.get(at.after?.step?.value ?? '')
  ) {
    passed.add(at);
    if (at.phase?.value === 'expand') found.push(at);
  }
  return found;
}

/** Both name what they touch, and have no table in common. */
function isElsewhere(expand: StepView, contract: StepView): boolean {
  const [one, other] = [tablesOf(expand), tablesOf(contract)];
  return one.length > 0 && other.length > 0 && !one.some((table) => other.includes(table));
}

function tablesOf(step: StepView): readonly string[] {
  const names = [...objectsOf(step), ...tablesAltered(step.up?.sql?.value ?? '')];
  return names.map((name) => tableIn(name)).filter((table) => table !== '');
}

const LONGEST_SQL = 4000;

function tablesAltered(sql: string): readonly string[] {
  const pattern = /\bTABLE\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?(?:ONLY\s+)?([\w."`]+)/gi;
  return Array.from(sql.slice(0, LONGEST_SQL).matchAll(pattern), ([, name]) => `${name}.`);
}

/** `orders.amount` and `public.orders.` are of `orders`; a bare name may be a column. */
function tableIn(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/["`[\]]/g, '')
      .split('.')
      .at(-2) ?? ''
  );
}

function* inRecord({ expand, contract }: Obj<MigrationRecord>): Generator<Finding> {
  const [first, second] = [expand?.release, contract?.release];
  if (first && second && sameRelease(first.value, second.value))
    yield together(second, first, 'The record removes the old shape', [first]);
}
