import * as l10n from '@vscode/l10n';
import { declarationsFor, declaredByMention, plansAround } from '../../lint/bundle.ts';
import { deprecationsAsked, placeBeside, shortName } from '../../lint/contract.ts';
import { objectsOf } from '../../lint/coverage.ts';
import { type Disuse, disuseIn, isRemovedUnproven, mayBeOf } from '../../lint/disuse.ts';
import { isMisspelt, planSchema } from '../../lint/missing.ts';
import { addTo, newMetric } from '../../lint/proposals.ts';
import { defineRule, type Finding, finding, type RuleContext } from '../../lint/rule.ts';
import { nameOfStep, placeOfStep, stepsOf } from '../../lint/steps.ts';
import type { StepView } from '../../lint/views.ts';
import { type PlanEdit, slot } from '../../model/edit.ts';
import { suggestId } from '../../model/notation.ts';
import { entryOf } from '../../model/plan/view.ts';

/** Before the old shape goes, something measures that nobody uses it. */
export const removalWithoutUsageProof = defineRule({
  id: 'removal-without-usage-proof',
  group: 'compatibility',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const plans = plansAround(context.plan, context.bundle);
    const disuse = disuseIn(plans);
    const unproven = plans.flatMap(stepsOf).filter((step) => isRemovedUnproven(step, disuse));
    for (const step of stepsOf(context.plan)) if (unproven.includes(step)) yield ofStep(step, context);
    yield* ofDeprecations(context, disuse, unproven);
  },
});

/** What is removed with its step is told at the step. */
function* ofDeprecations(context: RuleContext, disuse: Disuse, unproven: readonly StepView[]): Generator<Finding> {
  const schema = planSchema(['compatibility', 'deprecations', 0]);
  for (const deprecated of deprecationsAsked(context)) {
    const { deprecation, name } = deprecated;
    if (disuse.isProvenFor(deprecated) || unproven.some((step) => mayBeOf(deprecation, step))) continue;
    if (entryOf(deprecation, 'removedOn') !== undefined || isMisspelt(deprecation, 'usage', schema)) continue;
    const id = `${idOf(name)}-readers`;
    const message = l10n.t`"${shortName(name)}" is to be removed, and nothing shows that nobody uses it any more. The ones who never read an announcement are found by a measurement, or by an outage: write under \`usage\` which metric must be zero.`;
    const value = { metric: slot(id), until: slot(`${id} = 0 for 14d`) };
    yield finding(placeBeside(deprecation, 'usage', deprecation.what), message, [
      {
        title: l10n.t('Measure its usage'),
        edits: [{ kind: 'set', parent: deprecation.node, key: 'usage', value }, ...declaring(id, context)],
        preferred: true,
      },
    ]);
  }
}

function ofStep(step: StepView, context: RuleContext): Finding {
  const object = objectsOf(step)[0]?.split('.').at(-1) ?? step.title?.toString() ?? nameOfStep(step);
  const id = `${idOf(object)}-readers`;
  const criterion = slot(`${id} = 0 for 14d`);
  const message = l10n.t`The step "${nameOfStep(step)}" removes the old shape, and nothing shows that nobody uses it any more. Whoever still reads it learns of the removal from an outage: let the step wait until its usage is zero.`;
  const when = step.after?.when;
  const edit: PlanEdit = when
    ? { kind: 'append', list: when.node, value: criterion }
    : step.after
      ? { kind: 'set', parent: step.after.node, key: 'when', value: [criterion] }
      : { kind: 'set', parent: step.node, key: 'after', value: { when: [criterion] } };
  return finding(placeOfStep(step), message, [
    { title: l10n.t`Wait until ${id} is zero`, edits: [edit, ...declaring(id, context)], preferred: true },
  ]);
}

/** Short enough for the name of a metric; the verb of a title is none of it. */
function idOf(words: string): string {
  const plain = words.replace(/^\W*(?:contract|drop|remove|delete|retire)\w*[:\s-]*(?:the\s+)?(?:old\s+)?/i, '');
  const id = suggestId(plain) ?? (plain || 'old-shape');
  return id.split('-').slice(0, 4).join('-');
}

function declaring(id: string, context: RuleContext): PlanEdit[] {
  const { plan, bundle } = context;
  if (declaredByMention(plan, bundle, 'metric') || declarationsFor(plan, bundle, 'metric').has(id)) return [];
  return [addTo(context, 'metrics', newMetric(id))];
}
