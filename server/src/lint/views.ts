/** Short names for the views that rules and their helpers speak of. */
import type * as Types from '../model/generated/plan-types.ts';
import type { Obj, View } from '../model/plan/view.ts';

export type StageView = Obj<Types.Stage>;
export type StepView = Obj<Types.Step>;
export type MetricView = Obj<Types.Metric>;
export type RollbackView = Obj<Types.Rollback>;
export type RollbackStepView = Obj<Types.RollbackStep>;
export type RehearsalView = Obj<Types.Rehearsal>;
export type BackupView = Obj<Types.Backup>;
export type ExampleView = Obj<Types.Example>;
export type CriterionView = View<Types.Criterion>;
