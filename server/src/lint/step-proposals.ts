/** Checks, stop conditions and limits to propose for steps, made of what the plan already says. What is proposed brings no problem of its own. */
import * as l10n from '@vscode/l10n';

import { signalOf } from '../analysis/metrics.ts';
import type { Action } from '../analysis/sql/index.ts';
import { type PlanEdit, type Skeleton, slot } from '../model/edit.ts';
import { idOf, isAbsent } from '../model/plan/view.ts';
import { declarationsFor, declaredByMention } from './bundle.ts';
import { countersOfMismatches } from './comparison.ts';
import { addTo, NEW_LATENCY, newMetric, thresholdFor } from './proposals.ts';
import type { Fix, RuleContext } from './rule.ts';
import type { StepSql } from './step-sql.ts';
import { actionsOf, isDdl } from './step-work.ts';
import type { MetricView, StepView } from './views.ts';

export interface StepProposal {
  readonly value: Skeleton;
  /** Edits that declare what the value names. */
  readonly edits: readonly PlanEdit[];
}

/** How one sees that the statements of a step have worked. */
export function proposeCheck(sql: StepSql): Skeleton {
  const actions = actionsOf(sql);
  const data = actions.flatMap((action) => checkOfData(action));
  const schema = actions.filter(isDdl).flatMap((action) => checkOfSchema(action, sql));
  return [slot(data[0] ?? schema.at(-1) ?? 'scripts/verify-migration.sh exits 0')];
}

function checkOfData({ kind, table, columns }: Action): readonly string[] {
  const [column] = columns ?? [];
  return kind === 'update' && table && column
    ? [`select count(*) from ${table.name} where ${column.name} is null returns 0`]
    : [];
}

/** `information_schema` is the same in most engines. */
function checkOfSchema({ kind, table, column }: Action, { engine }: StepSql): readonly string[] {
  if (!table || engine === 'sqlite' || engine === 'mongodb' || engine === 'oracle') return [];
  const isThere = kind.startsWith('drop-') ? 0 : 1;
  if ((kind === 'add-column' || kind === 'drop-column') && column)
    return [
      `select count(*) from information_schema.columns where table_name = '${table.name}' and column_name = '${column.name}' returns ${isThere}`,
    ];
  if (kind === 'create-table' || kind === 'drop-table')
    return [`select count(*) from information_schema.tables where table_name = '${table.name}' returns ${isThere}`];
  return [];
}

const MOST_CONDITIONS = 2;

/** What stops a long step: the plan's own latency and mismatches, else a new latency. */
export function proposeStop(context: RuleContext): StepProposal {
  const { plan, bundle } = context;
  const declared = Array.from(declarationsFor(plan, bundle, 'metric').values(), ({ item }) => item as MetricView);
  const limits = ['latency', 'correctness', 'errors'].flatMap((wanted) =>
    declared
      .filter((metric) => (metric.signal?.value ?? signalOf(idOf(metric))) === wanted)
      .map((metric) => thresholdFor(metric, wanted === 'latency' ? '10m' : '5m'))
      .filter((limit) => limit !== undefined),
  );
  const chosen = limits.slice(0, MOST_CONDITIONS).map((limit) => slot(limit.replace('-> rollback', '-> pause')));
  if (chosen.length > 0) return { value: chosen, edits: [] };
  const isThere = declaredByMention(plan, bundle, 'metric') || declared.some(({ id }) => id?.value === 'p99-latency');
  return {
    value: [slot('p99-latency > 400ms for 10m -> pause')],
    edits: isThere ? [] : [addTo(context, 'metrics', NEW_LATENCY)],
  };
}

/** A mismatch metric with its limit: one that the plan has, else a new one named after what is compared. */
export function proposeReconciliation(of: string, context: RuleContext) {
  const { plan, bundle } = context;
  const [known] = countersOfMismatches(context);
  const id = known ?? `${of}-mismatch`;
  const isThere = declaredByMention(plan, bundle, 'metric') || declarationsFor(plan, bundle, 'metric').has(id);
  const value = { metric: id, limit: slot(`${id} > 0 for 5m -> pause`), sourceOfTruth: slot('the old shape') };
  return { value, edits: isThere ? [] : [addTo(context, 'metrics', newMetric(id))] };
}

/** Says which difference between two copies stops the step. */
export function limitMismatch({ node, reconciliation }: StepView, of: string, context: RuleContext): readonly Fix[] {
  const { value, edits } = proposeReconciliation(of, context);
  const inside = reconciliation && (['metric', 'limit'] as const).filter((key) => isAbsent(reconciliation, key));
  const own: readonly PlanEdit[] = inside
    ? inside.map((key) => ({ kind: 'set', parent: reconciliation.node, key, value: value[key] }))
    : [{ kind: 'set', parent: node, key: 'reconciliation', value }];
  return [{ title: l10n.t('Write a limit for mismatches'), edits: [...own, ...edits], preferred: true }];
}
