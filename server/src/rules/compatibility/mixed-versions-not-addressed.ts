import * as l10n from '@vscode/l10n';
import { contractAsked, contractsAround } from '../../lint/contract.ts';
import { isMisspelt, planSchema } from '../../lint/missing.ts';
import { defineRule, type Finding, finding, type RuleContext } from '../../lint/rule.ts';
import { type Skeleton, slot } from '../../model/edit.ts';
import type { MixedVersions } from '../../model/generated/plan-types.ts';
import { isAbsent, type Obj, placeOfMissing } from '../../model/plan/view.ts';
import { contractPresence } from './contract-presence.ts';

const missing = contractPresence('mixed-versions-not-addressed');

/** The contract says what old code does with new data, and new code with old data. */
export const mixedVersionsNotAddressed = defineRule({
  ...missing,
  *check(context) {
    yield* missing.check(context);
    yield* missingDirections(context);
  },
});

type Direction = 'oldCodeNewData' | 'newCodeOldData';

const DIRECTIONS: readonly (readonly [key: Direction, words: string, when: string, example: string])[] = [
  [
    'oldCodeNewData',
    'what old code does with data that new code wrote',
    'It meets such data as soon as the first instance is updated, and again after a rollback',
    'the old version ignores fields that it does not know and keeps reading the old ones',
  ],
  [
    'newCodeOldData',
    'what new code does with data that old code wrote',
    'It meets such data from its first minute on, for as long as nothing has been backfilled',
    'the new version reads a missing field as its default',
  ],
];

function* missingDirections(context: RuleContext): Generator<Finding> {
  const own = contractAsked(context)?.mixedVersions;
  if (!own) return;
  const all = contractsAround(context).flatMap(({ mixedVersions }) => mixedVersions ?? []);
  const lacking = DIRECTIONS.filter(([key]) => !all.some((one) => says(one, key)));
  // A few sentences, or what clients meet, may well say all there is to say.
  if (lacking.length === DIRECTIONS.length && all.some(saysSomething)) return;
  const [first, second] = lacking;
  if (!first) return;
  const message = second
    ? l10n.t`Nothing says ${first[1]}, or ${second[1]}. Both happen in every rollout and after every rollback: write one sentence for each.`
    : l10n.t`Nothing says ${first[1]}. ${first[2]}: write what it then reads, ignores or refuses.`;
  const edits = lacking.map(
    ([key, , , example]) => ({ kind: 'set', parent: own.node, key, value: slot(example) as Skeleton }) as const,
  );
  const title = second ? l10n.t('Write both directions') : `Write ${first[1]}`;
  yield finding(placeOfMissing(own, first[0]), message, [{ title, edits, preferred: true }]);
}

function says(mixed: Obj<MixedVersions>, key: Direction): boolean {
  return !isAbsent(mixed, key) || isMisspelt(mixed, key, planSchema(['compatibility', 'mixedVersions']));
}

function saysSomething(mixed: Obj<MixedVersions>): boolean {
  return (['oldClientNewServer', 'newClientOldServer', 'notes'] as const).some((key) => !isAbsent(mixed, key));
}
