/** What the text does not say where one would look for it: what is inherited, when a stage begins, how large its share is, when something ends. */
import * as l10n from '@vscode/l10n';
import { criteriaOf, isProduction, nameOfStage, weightOf } from '../lint/stages.ts';
import type { StageView } from '../lint/views.ts';
import { child, descend, type LocatedNode } from '../model/located.ts';
import { formatDuration, formatPercent } from '../model/notation.ts';
import type { Plan } from '../model/plan/plan.ts';
import { nameSpan } from '../model/plan/view.ts';
import { walk } from '../model/plan/walk.ts';
import { rootSchema } from '../model/schema/schema.ts';
import { firstLine, offsets, type Span } from '../model/source.ts';
import type { PlanContext } from './context.ts';
import { endOf } from './ends.ts';
import { ABORTS, sentenceOf } from './hover/criterion.ts';
import { bullets, code, type Markup, markup, own } from './markup.ts';
import { type StageFacts, stageFacts } from './stage-facts.ts';
import type { Position, Range } from './types.ts';

export interface InlayHint {
  readonly position: Position;
  readonly label: string;
  readonly tooltip: Markup;
}

interface Hint {
  /** Stands behind these words. */
  readonly behind: Span;
  readonly label: string;
  readonly tooltip: Markup;
}

export function inlayHints(context: PlanContext, { start, end }: Range): InlayHint[] {
  const { document, plans, settings } = context;
  const shown = settings.inlayHints;
  const from = document.offsetAt(start);
  const to = document.offsetAt(end);
  const hints = plans.flatMap((plan) => [
    ...stageFacts(plan).flatMap((facts) => [
      ...(shown.inheritedCriteria ? inheritedCriteria(plan, facts) : []),
      ...(shown.elapsedTime ? elapsedTime(facts) : []),
      ...(shown.exposedShare ? exposedShare(facts) : []),
    ]),
    ...(shown.computedEnd ? computedEnds(plan, context.today) : []),
  ]);
  return hints.flatMap(({ behind, label, tooltip }) => {
    const at = offsets(firstLine(behind)).end;
    return from <= at && at <= to ? [{ position: document.positionAt(at), label, tooltip }] : [];
  });
}

function inheritedCriteria(plan: Plan, { stage }: StageFacts): Hint[] {
  const entry = stage.node.entries.get('abortCriteria');
  const criteria = criteriaOf(stage, 'abortCriteria');
  if (!entry?.inherited || criteria.length === 0) return [];
  const from = whoWrote(plan, 'abortCriteria', entry.value);
  const count = criteria.length === 1 ? '1 abort criterion' : l10n.t`${criteria.length} abort criteria`;
  const isNamed = stage.extends !== undefined && written(stage, 'extends') && from === stage.extends.toString();
  const label = isNamed || from === undefined ? count : `${count} from ${from}`;
  const tooltip = bullets(criteria.map((criterion) => sentenceOf(criterion, ABORTS)));
  return [{ behind: isNamed && stage.extends ? stage.extends.node.span : nameSpan(stage), label, tooltip }];
}

/** "the rollout", or the stage or template by its id. */
function whoWrote({ document }: Plan, key: string, value: LocatedNode): string | undefined {
  const rollout = child(document.root, 'rollout');
  if (child(rollout, key) === value) return 'the rollout';
  const lists = [descend(rollout, ['stages']), descend(rollout, ['templates'])];
  const stages = lists.flatMap((list) => (list?.kind === 'list' ? list.items : []));
  const isWriter = (stage: LocatedNode): boolean => {
    const entry = stage.kind === 'map' ? stage.entries.get(key) : undefined;
    return entry?.value === value && !entry.inherited;
  };
  const id = child(stages.find(isWriter), 'id');
  return id?.kind === 'scalar' ? id.text : undefined;
}

function written({ node }: StageView, key: string): boolean {
  const entry = node.entries.get(key);
  return entry !== undefined && !entry.inherited;
}

/** The first stage begins when the rollout does. */
function elapsedTime({ stage, beginsAfter, soak }: StageFacts): Hint[] {
  if (!beginsAfter) return [];
  const begins = formatDuration(beginsAfter);
  const ends = soak === undefined ? '' : `, and ends after ${formatDuration(beginsAfter + soak)}`;
  const behind = stage.soak && written(stage, 'soak') ? stage.soak.node.span : nameSpan(stage);
  const tooltip = own(
    l10n.t`Begins ${begins} after the start of the rollout at the earliest${ends}: the soaks of the stages before it, added up.`,
  );
  return [{ behind, label: `begins after ${begins}`, tooltip }];
}

function exposedShare({ stage, before }: StageFacts): Hint[] {
  const weight = weightOf(stage);
  if (weight === undefined || !stage.weight || !written(stage, 'weight')) return [];
  const behind = stage.weight.node.span;
  if (!isProduction(stage)) {
    if (!stage.environment) return [];
    const tooltip = markup`The stage runs in ${code(stage.environment.value)}: nobody in production gets the new version by it.`;
    return [{ behind, label: '0% of production', tooltip }];
  }
  const unit = stage.unit && !written(stage, 'unit') ? `of ${stage.unit}` : '';
  const factor = before && before.weight > 0 ? weight / before.weight : 1;
  const growth = factor > 1 ? `×${Number(factor.toFixed(factor < 10 ? 1 : 0))}` : '';
  if (!unit && !growth) return [];
  const share = own(`${formatPercent(weight)}${stage.unit ? ` of ${stage.unit}` : ''} gets the new version`);
  const than =
    before && growth
      ? markup`, after ${own(formatPercent(before.weight))} in ${code(nameOfStage(before.stage))}`
      : own('');
  return [{ behind, label: [unit, growth].filter(Boolean).join(', '), tooltip: markup`${share}${than}.` }];
}

function computedEnds({ document }: Plan, today: string): Hint[] {
  return Array.from(walk(document.root, rootSchema(document.kind))).flatMap(({ node, schema }) => {
    const end = node.kind === 'map' ? endOf(schema.unit, node) : undefined;
    if (!end) return [];
    const past = end.day < today ? own(' That is past.') : own('');
    return [{ behind: end.length.span, label: `until ${end.text}`, tooltip: markup`Ends on ${own(end.text)}.${past}` }];
  });
}
