import * as l10n from '@vscode/l10n';
import { contractAsked, contractsAround } from '../../lint/contract.ts';
import { isMisspelt, planSchema } from '../../lint/missing.ts';
import { defineRule, type Finding, finding, type RuleContext } from '../../lint/rule.ts';
import { slot } from '../../model/edit.ts';
import type { ContractTests } from '../../model/generated/plan-types.ts';
import { isAbsent, type Obj, placeOfMissing } from '../../model/plan/view.ts';
import { contractPresence } from './contract-presence.ts';

const missing = contractPresence('missing-contract-tests');

/** The tests of the old and of the new shape are both named. */
export const missingContractTests = defineRule({
  ...missing,
  *check(context) {
    yield* missing.check(context);
    yield* missingSides(context);
  },
});

type Side = 'old' | 'new';

const WHY: Readonly<Record<Side, string>> = {
  old: l10n.t('Nobody changes the old shape on purpose, so only a test notices that it broke, before a consumer does'),
  new: l10n.t('The new shape has no users yet who would notice that it is wrong'),
};

function* missingSides(context: RuleContext): Generator<Finding> {
  const own = contractAsked(context)?.contractTests;
  if (!own) return;
  const contracts = contractsAround(context);
  const all = contracts.flatMap(({ contractTests }) => contractTests ?? []);
  // What must remain is the old shape, and each promise may name its test.
  const isPromiseTested = contracts.some(({ mustRemain }) => mustRemain?.some((promise) => !isAbsent(promise, 'test')));
  const lacking = (['old', 'new'] as const).filter(
    (side) => !(side === 'old' && isPromiseTested) && !all.some((one) => says(one, side)),
  );
  // Prose may well name both.
  if (lacking.length === 2 && all.some((one) => !isAbsent(one, 'notes'))) return;
  const [first] = lacking;
  if (!first) return;
  const message =
    lacking.length === 2
      ? l10n.t(
          'Neither the tests of the old shape nor those of the new one are named. Both shapes are promised until the window ends, and only tests keep a promise: name both.',
        )
      : l10n.t`The tests of the ${first} shape are not named. ${WHY[first]}: name them.`;
  const edits = lacking.map(
    (side) => ({ kind: 'set', parent: own.node, key: side, value: slot(`tests/contract/${side}-shape`) }) as const,
  );
  const title =
    lacking.length === 2 ? l10n.t('Name the tests of both shapes') : l10n.t`Name the tests of the ${first} shape`;
  yield finding(placeOfMissing(own, first), message, [{ title, edits, preferred: true }]);
}

function says(tests: Obj<ContractTests>, side: Side): boolean {
  return !isAbsent(tests, side) || isMisspelt(tests, side, planSchema(['compatibility', 'contractTests']));
}
