import * as l10n from '@vscode/l10n';
import { expands, latest, migrates, type Placed, StepsByTable } from '../../lint/phases.ts';
import { defineRule, type Fix, finding } from '../../lint/rule.ts';
import { type StepWork, workOfSteps } from '../../lint/step-work.ts';
import { awaitedBy, nameOfStep, placeOfStep, stepsOf } from '../../lint/steps.ts';
import type { StepView } from '../../lint/views.ts';
import type { PlanEdit } from '../../model/edit.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { offsets, textOf } from '../../model/source.ts';
import { addToGroup } from '../../util/groups.ts';
import { upTo } from '../../util/parts.ts';

/** First the new shape comes, then everything moves to it, then the old shape goes. */
export const phaseOrder = defineRule({
  id: 'phase-order',
  group: 'migration',
  severity: 'error',
  fixable: true,
  *check(context) {
    const all = workOfSteps(context);
    const contracts = all.filter(({ step }) => step.phase?.value === 'contract');
    const steps = new StepsInOrder(all, contracts.length === 1);
    for (const [at, work] of all.entries()) {
      const later = work.step.phase?.value === 'contract' && steps.laterPart(work, at);
      steps.pass(work, at);
      if (!later) continue;
      const { step } = work;
      const message = l10n.t`"${nameOfStep(step)}" contracts before "${nameOfStep(later)}" has ${later.phase?.value === 'expand' ? 'brought the new shape' : 'moved what is there'}. Whoever goes through the steps from the top removes what is still in use: put it behind that step.`;
      yield finding(placeOfStep(step), message, putBehind(step, later, context.plan), [
        { span: placeOfStep(later), message: l10n.t('This step has to come first.') },
      ]);
    }
  },
});

const FIRST = ['expand', 'migrate'] as const;

/** The steps, gone through in their order. */
class StepsInOrder {
  private readonly declared = { expand: new StepsByTable(), migrate: new StepsByTable() };
  private readonly passed = { expand: new StepsByTable(), migrate: new StepsByTable() };
  private readonly byId = new Map<string, Placed[]>();

  constructor(
    all: readonly StepWork[],
    private readonly isAlone: boolean,
  ) {
    for (const [at, work] of all.entries()) {
      const { id, phase } = work.step;
      for (const first of FIRST) if (phase?.value === first) this.declared[first].add(work, at);
      if (!id || !phase || phase.value === 'contract') continue;
      addToGroup(this.byId, id.value, { work, at });
    }
  }

  pass(work: StepWork, at: number): void {
    if (expands(work)) this.passed.expand.add(work, at);
    if (migrates(work)) this.passed.migrate.add(work, at);
  }

  /** The last step that has to come first and stands behind. Of several changes in one plan only what is surely of this one counts. */
  laterPart(work: StepWork, at: number): StepView | undefined {
    const isBehind = (other: Placed | undefined): boolean => other !== undefined && other.at > at;
    const late = FIRST.map((phase) => {
      // A step of that phase came in time: what follows may be another round.
      if (this.passed[phase].lastRelated(work)) return undefined;
      return this.isAlone ? this.declared[phase].lastRelated(work) : this.declared[phase].lastTogether(work);
    });
    const awaited = awaitedBy(work.step, this.byId)?.find(isBehind);
    return latest([...late, awaited].filter(isBehind))?.work.step;
  }
}

/** The texts of the steps change places, as long as nothing but blanks stands between them. */
function putBehind(step: StepView, later: StepView, plan: Plan): Fix[] {
  const steps = stepsOf(plan);
  const moved = steps.slice(steps.indexOf(step), steps.indexOf(later) + 1);
  const texts = moved.map(({ node }) => textOf(node.span));
  if (texts.some((text) => ANCHOR.test(text)) || /#/.test(gapsIn(moved, plan))) return [];
  const edits: PlanEdit[] = [];
  let place = step.node;
  for (const { node } of [...moved.slice(1), step]) {
    const newText = numberedAs(textOf(place.span), textOf(node.span));
    edits.push({ kind: 'replace', span: place.span, newText });
    place = node;
  }
  return [{ title: l10n.t`Put it behind "${nameOfStep(later)}"`, edits, preferred: true }];
}

/** What an alias names must stand above it. */
const ANCHOR = /(?:^|[\s[{,])[&*][\w-]/;

/** What stands between the steps, and behind the last one on its line: a comment there belongs to a step. */
function gapsIn(steps: readonly StepView[], plan: Plan): string {
  const { source } = plan.document;
  return steps
    .map(({ node: { span } }, at) => {
      const next = steps[at + 1]?.node.span;
      const { end } = offsets(span);
      const text = next ? source.text.slice(end, offsets(next).start) : upTo(source.text.slice(end), '\n');
      return source.syntax === 'markdown' ? text.replace(/^\s*#+ /gm, '') : text;
    })
    .join('');
}

const NUMBER = /^((?:#+\s+|[-*+]\s+)?(?:(?:step|phase)\s+)?)(\d+)(?=[.:)\s])/i;

/** Steps that are counted stay in the order of their numbers. */
function numberedAs(place: string, text: string): string {
  const number = NUMBER.exec(place)?.[2];
  return number === undefined ? text : text.replace(NUMBER, (_, before: string) => before + number);
}
