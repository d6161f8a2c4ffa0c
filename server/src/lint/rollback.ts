/** The rollback, as a plan and the artifacts around it say it together: what one of them says need not be said in another. */
import { isPlaceholder } from '../analysis/placeholders.ts';
import { type Slot, slot } from '../model/edit.ts';
import { allNodes, type LocatedNode, saysNone } from '../model/located.ts';
import { entryOf, wordsOf } from '../model/plan/view.ts';
import type { DocumentKind } from '../model/plan-document.ts';
import { declarationsFor, plansAround } from './bundle.ts';
import { type IrreversibleStep, irreversibleSteps } from './irreversible.ts';
import { isMisspelt, planSchema } from './missing.ts';
import type { RuleContext } from './rule.ts';
import { stepsOf } from './steps.ts';
import type { RollbackStepView, RollbackView, StepView } from './views.ts';

export interface SaidRollback {
  /** This plan's own: where a finding stands. */
  readonly own: RollbackView;
  /** The own one first. */
  readonly all: readonly RollbackView[];
}

/**
 * The rollback that is asked for what none of them says: the YAML plan's, or the artifact's where no plan has one. What is wrong with a `key`
 * is asked where it stands.
 */
export function rollbackAsked(context: RuleContext, key?: keyof RollbackView): SaidRollback | undefined {
  const { plan, bundle } = context;
  const own = plan.view.rollback;
  if (!own || plan.document.unreadable || own.node.entries.size === 0) return undefined;
  const all = rollbacksAround(context);
  const isAsked = (rollback: RollbackView | undefined): boolean =>
    rollback !== undefined && (key === undefined || !isSaid(all, key) || isSaid([rollback], key));
  const others = plansAround(plan, bundle).slice(1);
  const isLeft =
    plan.document.kind !== 'plan' &&
    others.some(({ document, view }) => document.kind === 'plan' && isAsked(view.rollback));
  return isLeft ? undefined : { own, all };
}

export function rollbacksAround({ plan, bundle }: RuleContext): readonly RollbackView[] {
  return plansAround(plan, bundle).flatMap(({ view }) => view.rollback ?? []);
}

/** The plan has no way back on purpose: nothing of one is missing. */
export function isForwardOnly(rollbacks: readonly RollbackView[]): boolean {
  return rollbacks.some(({ approach }) => approach?.value === 'roll-forward-only');
}

/** Whether any of them says it, in whatever form. A value of a wrong type is said, too. */
export function isSaid(rollbacks: readonly RollbackView[], ...keys: readonly (keyof RollbackView)[]): boolean {
  return rollbacks.some((rollback) =>
    keys.some((key) => {
      const value = entryOf(rollback, key)?.value;
      return value !== undefined && hasWords(value);
    }),
  );
}

/** Whether the key is there under a name that `unknown-key` speaks of. */
export function isMisspeltIn(rollbacks: readonly RollbackView[], key: keyof RollbackView): boolean {
  const schema = planSchema(['rollback']);
  return rollbacks.some((one) => isMisspelt(one, key, schema));
}

/** Everything that the rollback says in words under these keys. */
export function wordsUnder(rollbacks: readonly RollbackView[], keys: readonly (keyof RollbackView)[]): string {
  const nodes = rollbacks.flatMap((rollback) => keys.flatMap((key) => entryOf(rollback, key)?.value ?? []));
  return nodes.flatMap(textsIn).join('\n');
}

function hasWords(node: LocatedNode): boolean {
  for (const one of allNodes(node)) if (one.kind === 'scalar' && (one.broken || one.text.trim() !== '')) return true;
  return false;
}

/** The texts of all scalars, those that could not be read as a blank that is there. */
export function textsIn(node: LocatedNode): string[] {
  return Array.from(allNodes(node)).flatMap((one) => (one.kind === 'scalar' ? [one.broken ? '?' : one.text] : []));
}

export function hasPlaceholder(node: LocatedNode): boolean {
  return textsIn(node).some(isPlaceholder);
}

export function rollbackStepsOf(rollbacks: readonly RollbackView[]): readonly RollbackStepView[] {
  return rollbacks.flatMap(({ steps }) => [...(steps ?? [])]);
}

/** The steps of the migration, of all plans around. */
export function stepsAround({ plan, bundle }: RuleContext): readonly StepView[] {
  return plansAround(plan, bundle).flatMap(stepsOf);
}

/**
 * Nothing moves: a plan says so, or a YAML plan, which is whole in itself, has no such part. Of an artifact alone the migration may be
 * elsewhere.
 */
export function hasNoMigration({ plan, bundle }: RuleContext): boolean {
  const plans = plansAround(plan, bundle);
  if (bundle.silent?.length || plans.some(({ document }) => HOLDS_MIGRATION.has(document.kind))) return false;
  const parts = plans.flatMap(({ view }) => entryOf(view, 'migration')?.value ?? []);
  if (!parts.every(saysNone)) return false;
  const root = planSchema([]);
  const whole = plans.find(({ document }) => document.kind === 'plan');
  return parts.length > 0 || (whole !== undefined && !isMisspelt(whole.view, 'migration', root));
}

const HOLDS_MIGRATION: ReadonlySet<DocumentKind> = new Set(['migration', 'migration-record'] satisfies DocumentKind[]);

export function irreversibleAround({ plan, bundle }: RuleContext): readonly IrreversibleStep[] {
  return plansAround(plan, bundle).flatMap((other) => irreversibleSteps(other, bundle));
}

/** What is done where data has to come back, in words to look at. */
export function restoring({ plan, bundle }: RuleContext): Slot {
  const [backup] = declarationsFor(plan, bundle, 'backup').keys();
  return slot(`restore ${backup ?? 'the last backup'} beside production and copy back what is missing`);
}

/** What a rollback says of a step that it leaves as it is, in words to look at. */
export function leftAsItIs(step: string, context: RuleContext) {
  return { step, why: slot('what it removed is gone'), instead: restoring(context) };
}

/** Back to where the first component came from, in the most common of ways. */
export function commandFor({ plan, bundle }: RuleContext): string {
  const versions = plansAround(plan, bundle).flatMap(({ view }) => view.change?.versions ?? []);
  const service = versions.find(({ kind, component }) => component && (!kind || kind.value === 'service'));
  return `kubectl rollout undo deployment/${wordsOf(service?.component)?.replace(/\s+/g, '-') ?? 'orders-api'} --to-revision=41`;
}
