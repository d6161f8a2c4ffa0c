import * as l10n from '@vscode/l10n';
import { droppedBy, type Made, madeBy, mayMake } from '../../lint/natural-inverse.ts';
import { hasNoMigration, irreversibleAround, restoring, stepsAround } from '../../lint/rollback.ts';
import { defineRule, type Finding, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { nameOfStep, stepsOf } from '../../lint/steps.ts';
import type { StepView } from '../../lint/views.ts';
import type { MapNode, ScalarNode } from '../../model/located.ts';
import type { Value } from '../../model/plan/view.ts';
import { firstLine, type Span } from '../../model/source.ts';
import { shellsIn } from '../commands/places.ts';

/** The way back does not drop what has been written since, and no migration tool brings data back. */
export const downDestroysData = defineRule({
  id: 'down-destroys-data',
  group: 'rollback',
  severity: 'error',
  fixable: true,
  *check(context) {
    const all = stepsAround(context);
    const made = madeBy(all);
    const lost = new Set(irreversibleAround(context).map(({ step }) => step));
    for (const step of stepsOf(context.plan)) if (!lost.has(step)) yield* fromDown(step, made, context);
    if (all.length > 0 || makesNothing(context)) yield* fromCommands(made, context);
    yield* fromWords(context);
  },
});

/** Nothing moves, and no stage runs what may have made something after all. */
function makesNothing(context: RuleContext): boolean {
  if (!hasNoMigration(context)) return false;
  return !shellsIn(context).some(({ node, place }) => place.kind === 'other' && mayMake(node.text));
}

function* fromDown(step: StepView, made: Made, context: RuleContext): Generator<Finding> {
  const { down, up } = step;
  const sql = down?.sql;
  const dropped = sql && droppedBy(sql.toString()).find(({ name }) => !made.has(name));
  if (!down || !sql || !dropped || !up) return;
  const message = l10n.t`The way back of "${nameOfStep(step)}" drops "${dropped.name}", which no step of the plan has made: it takes what has been written since with it. Take back only what the step made, and restore the rest from a backup.`;
  yield finding(placeIn(sql.node, dropped), message, restoreInstead(down.node, context));
}

function* fromCommands(made: Made, { plan }: RuleContext): Generator<Finding> {
  for (const step of plan.view.rollback?.steps ?? []) {
    const dropped = step.sql && droppedBy(step.sql.toString()).find(({ name }) => !made.has(name));
    if (!step.sql || !dropped) continue;
    const message = l10n.t`The rollback drops "${dropped.name}", which no step of the plan has made: it takes what has been written since with it. Leave it in place; an unused column or table harms nobody.`;
    yield finding(placeIn(step.sql.node, dropped), message);
  }
}

const TOOL =
  /\b(?:migration tool|down[ -]migrations?|migrations? (?:down|rollback)|flyway|liquibase|alembic|rails|knex|prisma|sequelize|django|db:rollback)\b/i;
const BY_ITSELF = /\b(?:back|undo(?:es)?|restores?|reverts?|downgrades?|rolls?|returns?|recovers?|down)\b/i;
const OTHERWISE =
  /\b(?:no|not|none|nothing|never|without|cannot|back-?ups?|snapshots?|dumps?|point[- ]in[- ]time|pitr|beside|by hand)\b|n't\b/i;

/** "The migration tool rolls it back": it takes back the schema, and the data is gone. */
function* fromWords(context: RuleContext): Generator<Finding> {
  const { rollback } = context.plan.view;
  const places = [
    rollback?.reverts?.data,
    rollback?.restore?.description,
    rollback?.restore?.run,
    ...(rollback?.notReverted ?? []).map(({ instead }) => instead),
  ];
  for (const words of places) {
    if (!words || !TOOL.test(words.toString()) || !BY_ITSELF.test(words.toString())) continue;
    if (OTHERWISE.test(words.toString())) continue;
    const message = l10n.t(
      'A migration tool takes back the schema, not the data: what has been written since is dropped with it. Write how the data is kept or restored.',
    );
    yield finding(firstLine(words.node.span), message, keep(words, context));
  }
}

function keep({ node }: Value<string>, context: RuleContext): Fix[] {
  const edit = { kind: 'write', node, value: restoring(context) } as const;
  return [{ title: l10n.t('Write how the data is restored'), edits: [edit], preferred: true }];
}

function restoreInstead(node: MapNode, context: RuleContext): Fix[] {
  const edit = { kind: 'write', node, value: { description: restoring(context) } } as const;
  return [{ title: l10n.t('Restore from a backup instead'), edits: [edit], preferred: true }];
}

function placeIn(node: ScalarNode, { from, to }: { readonly from: number; readonly to: number }): Span {
  return firstLine(node.part(from, to));
}
