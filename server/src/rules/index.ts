/** The catalogue: every rule, registered here and nowhere else. */
import type { Rule } from '../lint/rule.ts';
import type { Plan } from '../model/plan/plan.ts';
import { abortCriterionNotMeasurable } from './abort-criteria/abort-criterion-not-measurable.ts';
import { abortCriterionWithoutAction } from './abort-criteria/abort-criterion-without-action.ts';
import { abortCriterionWithoutWindow } from './abort-criteria/abort-criterion-without-window.ts';
import { abortOverlapsSuccess } from './abort-criteria/abort-overlaps-success.ts';
import { metricUndefined } from './abort-criteria/metric-undefined.ts';
import { metricWithoutBaseline } from './abort-criteria/metric-without-baseline.ts';
import { metricWithoutSource } from './abort-criteria/metric-without-source.ts';
import { missingAbortCriteria } from './abort-criteria/missing-abort-criteria.ts';
import { noAutomaticAbort } from './abort-criteria/no-automatic-abort.ts';
import { noDataPolicyMissing } from './abort-criteria/no-data-policy-missing.ts';
import { onlyErrorRate } from './abort-criteria/only-error-rate.ts';
import { artifactMissing } from './bundle/artifact-missing.ts';
import { brokenLink } from './bundle/broken-link.ts';
import { dateOrder } from './bundle/date-order.ts';
import { irreversibleStepNotInRollback } from './bundle/irreversible-step-not-in-rollback.ts';
import { manifestDrift } from './bundle/manifest-drift.ts';
import { stageMismatch } from './bundle/stage-mismatch.ts';
import { thresholdMismatch } from './bundle/threshold-mismatch.ts';
import { versionMismatch } from './bundle/version-mismatch.ts';
import { checkNotVerifiable } from './checklist/check-not-verifiable.ts';
import { checkedWhileDraft } from './checklist/checked-while-draft.ts';
import { missingCheckGroup } from './checklist/missing-check-group.ts';
import { missingSmokeChecks } from './checklist/missing-smoke-checks.ts';
import { smokeOnlyHealth } from './checklist/smoke-only-health.ts';
import { commandDestructive } from './commands/command-destructive.ts';
import { commandUnpinned } from './commands/command-unpinned.ts';
import { breakingChangeWithoutVersioning } from './compatibility/breaking-change-without-versioning.ts';
import { consumersMissing } from './compatibility/consumers-missing.ts';
import { deprecationDatePast } from './compatibility/deprecation-date-past.ts';
import { deprecationTooShort } from './compatibility/deprecation-too-short.ts';
import { deprecationWithoutDate } from './compatibility/deprecation-without-date.ts';
import { exampleMissingSide } from './compatibility/example-missing-side.ts';
import { missingCompatibilityWindow } from './compatibility/missing-compatibility-window.ts';
import { missingContractTests } from './compatibility/missing-contract-tests.ts';
import { mixedVersionsNotAddressed } from './compatibility/mixed-versions-not-addressed.ts';
import { removalWithoutUsageProof } from './compatibility/removal-without-usage-proof.ts';
import { renameAndContractSameRelease } from './compatibility/rename-and-contract-same-release.ts';
import { versionNotExplicit } from './compatibility/version-not-explicit.ts';
import { flagNotRemovedInChecklist } from './flags/flag-not-removed-in-checklist.ts';
import { flagOnByDefault } from './flags/flag-on-by-default.ts';
import { flagOverdue } from './flags/flag-overdue.ts';
import { flagUndefined } from './flags/flag-undefined.ts';
import { flagWithoutOwner } from './flags/flag-without-owner.ts';
import { flagWithoutRemovalDate } from './flags/flag-without-removal-date.ts';
import { backupExpiresTooEarly } from './irreversible/backup-expires-too-early.ts';
import { backupNotVerified } from './irreversible/backup-not-verified.ts';
import { backupScopeMismatch } from './irreversible/backup-scope-mismatch.ts';
import { backupUndefined } from './irreversible/backup-undefined.ts';
import { backupUnused } from './irreversible/backup-unused.ts';
import { backupWithoutReference } from './irreversible/backup-without-reference.ts';
import { backupWithoutRestore } from './irreversible/backup-without-restore.ts';
import { backupWithoutTtl } from './irreversible/backup-without-ttl.ts';
import { irreversibleBeforeFullRollout } from './irreversible/irreversible-before-full-rollout.ts';
import { irreversibleStepNotDeclared } from './irreversible/irreversible-step-not-declared.ts';
import { irreversibleStepWithoutBackup } from './irreversible/irreversible-step-without-backup.ts';
import { irreversibleWithoutApproval } from './irreversible/irreversible-without-approval.ts';
import { concurrentIndexInTransaction } from './locks/concurrent-index-in-transaction.ts';
import { downtimeNotDeclared } from './locks/downtime-not-declared.ts';
import { lockImpactNotStated } from './locks/lock-impact-not-stated.ts';
import { missingLockTimeout } from './locks/missing-lock-timeout.ts';
import { nonConcurrentIndex } from './locks/non-concurrent-index.ts';
import { tableRewrite } from './locks/table-rewrite.ts';
import { backfillInDdlStep } from './migration/backfill-in-ddl-step.ts';
import { backfillNotBatched } from './migration/backfill-not-batched.ts';
import { backfillNotIdempotent } from './migration/backfill-not-idempotent.ts';
import { backfillWithoutDualWrite } from './migration/backfill-without-dual-write.ts';
import { contractWithoutSoak } from './migration/contract-without-soak.ts';
import { downMissing } from './migration/down-missing.ts';
import { dualWriteWithoutBackfill } from './migration/dual-write-without-backfill.ts';
import { dualWriteWithoutReconciliation } from './migration/dual-write-without-reconciliation.ts';
import { missingExpandMigrateContract } from './migration/missing-expand-migrate-contract.ts';
import { phaseOrder } from './migration/phase-order.ts';
import { shadowReadWithoutComparison } from './migration/shadow-read-without-comparison.ts';
import { stateChangeWithoutTtlImpact } from './migration/state-change-without-ttl-impact.ts';
import { stepWithoutStopCondition } from './migration/step-without-stop-condition.ts';
import { stepWithoutVerification } from './migration/step-without-verification.ts';
import { unknownStepReference } from './migration/unknown-step-reference.ts';
import { presenceRule } from './presence.ts';
import { missingRehearsal } from './rehearsal/missing-rehearsal.ts';
import { rehearsalExceedsBudget } from './rehearsal/rehearsal-exceeds-budget.ts';
import { rehearsalStale } from './rehearsal/rehearsal-stale.ts';
import { rehearsalTimeInconsistent } from './rehearsal/rehearsal-time-inconsistent.ts';
import { rehearsalWithoutTimer } from './rehearsal/rehearsal-without-timer.ts';
import { rehearsalWithoutTriggerOrCommand } from './rehearsal/rehearsal-without-trigger-or-command.ts';
import { downDestroysData } from './rollback/down-destroys-data.ts';
import { flagIsNotARollbackPlan } from './rollback/flag-is-not-a-rollback-plan.ts';
import { missingRollback } from './rollback/missing-rollback.ts';
import { noRollbackTrigger } from './rollback/no-rollback-trigger.ts';
import { rollForwardNotConsidered } from './rollback/roll-forward-not-considered.ts';
import { rollbackMissingNotReverted } from './rollback/rollback-missing-not-reverted.ts';
import { rollbackMissingOwner } from './rollback/rollback-missing-owner.ts';
import { rollbackMissingRestore } from './rollback/rollback-missing-restore.ts';
import { rollbackMissingReverts } from './rollback/rollback-missing-reverts.ts';
import { rollbackMissingTimeBudget } from './rollback/rollback-missing-time-budget.ts';
import { rollbackMissingVerification } from './rollback/rollback-missing-verification.ts';
import { rollbackNotConcrete } from './rollback/rollback-not-concrete.ts';
import { rollbackTargetRemoved } from './rollback/rollback-target-removed.ts';
import { rollbackViabilityMissing } from './rollback/rollback-viability-missing.ts';
import { sqlAddConstraint } from './sql/sql-add-constraint.ts';
import { sqlAddNotNull } from './sql/sql-add-not-null.ts';
import { sqlDropColumn } from './sql/sql-drop-column.ts';
import { sqlDropTable } from './sql/sql-drop-table.ts';
import { sqlDropThenAdd } from './sql/sql-drop-then-add.ts';
import { sqlEnumAdd } from './sql/sql-enum-add.ts';
import { sqlRename } from './sql/sql-rename.ts';
import { sqlTruncate } from './sql/sql-truncate.ts';
import { sqlTypeChange } from './sql/sql-type-change.ts';
import { sqlUnboundedWrite } from './sql/sql-unbounded-write.ts';
import { cohortNotSticky } from './stages/cohort-not-sticky.ts';
import { lastStageNotFull } from './stages/last-stage-not-full.ts';
import { missingCanary } from './stages/missing-canary.ts';
import { noGradualRamp } from './stages/no-gradual-ramp.ts';
import { noStagingStage } from './stages/no-staging-stage.ts';
import { observabilityBeforeRamp } from './stages/observability-before-ramp.ts';
import { rolloutUnitUnstated } from './stages/rollout-unit-unstated.ts';
import { soakShorterThanWindow } from './stages/soak-shorter-than-window.ts';
import { stageMissingEntryCriteria } from './stages/stage-missing-entry-criteria.ts';
import { stageMissingMetrics } from './stages/stage-missing-metrics.ts';
import { stageMissingSoak } from './stages/stage-missing-soak.ts';
import { stageMissingSuccessCriteria } from './stages/stage-missing-success-criteria.ts';
import { stageWeightNotIncreasing } from './stages/stage-weight-not-increasing.ts';
import { duplicateId } from './structure/duplicate-id.ts';
import { emptySection } from './structure/empty-section.ts';
import { invalidDate } from './structure/invalid-date.ts';
import { invalidDuration } from './structure/invalid-duration.ts';
import { invalidPercentage } from './structure/invalid-percentage.ts';
import { missingSection } from './structure/missing-section.ts';
import { placeholderLeft } from './structure/placeholder-left.ts';
import { planSchema } from './structure/plan-schema.ts';
import { unknownKey } from './structure/unknown-key.ts';
import { yamlSyntax } from './structure/yaml-syntax.ts';

export const RULES: readonly Rule[] = [
  yamlSyntax,
  planSchema,
  unknownKey,
  invalidDuration,
  invalidPercentage,
  invalidDate,
  duplicateId,
  placeholderLeft,
  emptySection,
  missingSection,
  presenceRule('missing-owner', 'structure', 'warning'),
  presenceRule('missing-communication', 'structure', 'information'),
  missingCompatibilityWindow,
  mixedVersionsNotAddressed,
  breakingChangeWithoutVersioning,
  renameAndContractSameRelease,
  missingContractTests,
  consumersMissing,
  versionNotExplicit,
  deprecationWithoutDate,
  deprecationDatePast,
  deprecationTooShort,
  removalWithoutUsageProof,
  exampleMissingSide,
  missingExpandMigrateContract,
  phaseOrder,
  contractWithoutSoak,
  dualWriteWithoutBackfill,
  backfillWithoutDualWrite,
  dualWriteWithoutReconciliation,
  shadowReadWithoutComparison,
  backfillNotBatched,
  backfillNotIdempotent,
  backfillInDdlStep,
  stepWithoutVerification,
  stepWithoutStopCondition,
  downMissing,
  stateChangeWithoutTtlImpact,
  unknownStepReference,
  missingRollback,
  rollbackNotConcrete,
  rollbackMissingReverts,
  rollbackMissingNotReverted,
  rollbackMissingRestore,
  rollbackMissingVerification,
  rollbackMissingTimeBudget,
  rollbackMissingOwner,
  rollForwardNotConsidered,
  rollbackViabilityMissing,
  rollbackTargetRemoved,
  downDestroysData,
  flagIsNotARollbackPlan,
  noRollbackTrigger,
  missingRehearsal,
  rehearsalWithoutTimer,
  rehearsalWithoutTriggerOrCommand,
  rehearsalStale,
  rehearsalExceedsBudget,
  rehearsalTimeInconsistent,
  irreversibleStepWithoutBackup,
  irreversibleStepNotDeclared,
  irreversibleBeforeFullRollout,
  irreversibleWithoutApproval,
  backupUndefined,
  backupWithoutReference,
  backupWithoutTtl,
  backupExpiresTooEarly,
  backupWithoutRestore,
  backupNotVerified,
  backupScopeMismatch,
  backupUnused,
  noStagingStage,
  missingCanary,
  noGradualRamp,
  stageWeightNotIncreasing,
  lastStageNotFull,
  stageMissingSoak,
  soakShorterThanWindow,
  stageMissingEntryCriteria,
  stageMissingSuccessCriteria,
  stageMissingMetrics,
  rolloutUnitUnstated,
  cohortNotSticky,
  observabilityBeforeRamp,
  missingAbortCriteria,
  abortCriterionNotMeasurable,
  abortCriterionWithoutWindow,
  abortCriterionWithoutAction,
  abortOverlapsSuccess,
  metricUndefined,
  metricWithoutSource,
  metricWithoutBaseline,
  noDataPolicyMissing,
  onlyErrorRate,
  noAutomaticAbort,
  sqlDropTable,
  sqlDropColumn,
  sqlTruncate,
  sqlUnboundedWrite,
  sqlRename,
  sqlTypeChange,
  sqlAddNotNull,
  sqlAddConstraint,
  sqlEnumAdd,
  sqlDropThenAdd,
  missingLockTimeout,
  lockImpactNotStated,
  nonConcurrentIndex,
  concurrentIndexInTransaction,
  tableRewrite,
  downtimeNotDeclared,
  commandDestructive,
  commandUnpinned,
  flagUndefined,
  flagWithoutOwner,
  flagWithoutRemovalDate,
  flagOverdue,
  flagOnByDefault,
  flagNotRemovedInChecklist,
  missingCheckGroup,
  missingSmokeChecks,
  smokeOnlyHealth,
  checkNotVerifiable,
  checkedWhileDraft,
  artifactMissing,
  stageMismatch,
  thresholdMismatch,
  versionMismatch,
  irreversibleStepNotInRollback,
  brokenLink,
  dateOrder,
  manifestDrift,
];

const IDS: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));

export function isRule(id: string): boolean {
  return IDS.has(id);
}

/** A policy is held against its schema; it is no plan that could lack something. */
const OF_POLICIES: readonly Rule[] = [yamlSyntax, planSchema, unknownKey, invalidDuration, invalidPercentage];

export function rulesFor({ document }: Plan): readonly Rule[] {
  return document.kind === 'policy' ? OF_POLICIES : RULES;
}
