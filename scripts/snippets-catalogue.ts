/**
 * Which snippets there are: data. Each is a skeleton of the schemas (`defaultSnippets`), told by the place in a plan where it goes and by the
 * skeleton's label. What it says is in the schemas; what it is called, here.
 */
import type { DocumentKind } from '../server/src/model/plan-document.ts';

export interface Entry {
  /** What is typed. */
  readonly prefix: string;
  /** Where it goes: keys from the plan's root, `[]` for an item of a list; empty for the whole plan. */
  readonly at: string;
  readonly label: string;
  /** Only where the skeleton's own description would not do beside the others. */
  readonly description?: string;
  /** Where it goes in Markdown, if that is another place. */
  readonly markdown?: string;
  /** The Markdown that people write, where the writer's way is another. */
  readonly byHand?: string;
  /** Set for a record of work done: a document of its own. */
  readonly kind?: DocumentKind;
  /** Keys of the plan that a whole artifact has no use for. */
  readonly without?: readonly string[];
}

const PHASES: readonly Entry[] = [
  { prefix: 'rollout-plan', at: '', label: 'rollout plan' },
  {
    prefix: 'rollout-compatibility',
    at: 'compatibility',
    label: 'compatibility contract',
    description: 'Phase 1: what must remain, what may change, for how long',
  },
  {
    prefix: 'rollout-migration',
    at: 'migration',
    label: 'expand, migrate, contract',
    description: 'Phase 2: a column replaced in three phases over three releases',
  },
  {
    prefix: 'rollout-migration-additive',
    at: 'migration',
    label: 'additive migration',
    description: 'Phase 2: a change that only adds; nothing to contract',
    without: ['backups'],
  },
  {
    prefix: 'rollout-canary-to-ramp',
    at: 'rollout',
    label: 'canary to ramp',
    description: 'Phase 3: staging, 1%, 10%, 50%, 100%, with what stops each',
  },
  {
    prefix: 'rollout-blue-green',
    at: 'rollout',
    label: 'blue-green',
    description: 'Phase 3: staging, a small share of the new colour, then all of it',
  },
  {
    prefix: 'rollout-rollback',
    at: 'rollback',
    label: 'rollback',
    description: 'Phase 4: triggers, what goes back, what stays, the steps and their proof',
  },
  {
    prefix: 'rollout-validation',
    at: 'validation',
    label: 'validation checklist',
    description: 'Phase 5: smoke checks and a group for each concern',
  },
];

const SHARED: readonly Entry[] = [
  { prefix: 'rollout-change', at: 'change', label: 'change' },
  { prefix: 'rollout-version', at: 'change.versions[]', label: 'service' },
  { prefix: 'rollout-version-schema', at: 'change.versions[]', label: 'schema' },
  { prefix: 'rollout-version-tool', at: 'change.versions[]', label: 'tool' },
  { prefix: 'rollout-consumer', at: 'change.consumers[]', label: 'consumer' },
  { prefix: 'rollout-data', at: 'change.data', label: 'data' },
  { prefix: 'rollout-environment', at: 'change.environment', label: 'environment' },
  { prefix: 'rollout-risk', at: 'change.risks[]', label: 'risk' },
  { prefix: 'rollout-incident', at: 'change.incidents[]', label: 'incident' },
  { prefix: 'rollout-metric', at: 'metrics[]', label: 'error rate' },
  { prefix: 'rollout-metric-latency', at: 'metrics[]', label: 'latency' },
  { prefix: 'rollout-metric-mismatch', at: 'metrics[]', label: 'mismatch' },
  { prefix: 'rollout-metric-usage', at: 'metrics[]', label: 'usage of the old shape' },
  { prefix: 'rollout-flag', at: 'flags[]', label: 'release flag' },
  { prefix: 'rollout-flag-operational', at: 'flags[]', label: 'operational flag' },
  { prefix: 'rollout-backup', at: 'backups[]', label: 'backup' },
  { prefix: 'rollout-contact', at: 'contacts[]', label: 'contact' },
  {
    prefix: 'rollout-link',
    at: 'links[]',
    label: 'link',
    markdown: 'compatibility.links[]',
    byHand: `- [\${1:Design document}](\${2:https://docs.example.com/orders-currency})`,
  },
];

const COMPATIBILITY: readonly Entry[] = [
  { prefix: 'rollout-promise', at: 'compatibility.mustRemain[]', label: 'promise' },
  { prefix: 'rollout-allowed-change', at: 'compatibility.mayChange[]', label: 'allowed change' },
  { prefix: 'rollout-mixed-versions', at: 'compatibility.mixedVersions', label: 'mixed versions' },
  { prefix: 'rollout-deprecation', at: 'compatibility.deprecations[]', label: 'deprecation' },
  { prefix: 'rollout-example', at: 'compatibility.examples[]', label: 'HTTP example' },
  { prefix: 'rollout-example-cli', at: 'compatibility.examples[]', label: 'CLI example' },
  { prefix: 'rollout-contract-tests', at: 'compatibility.contractTests', label: 'contract tests' },
];

const MIGRATION: readonly Entry[] = [
  { prefix: 'rollout-step-expand', at: 'migration.steps[]', label: 'expand' },
  { prefix: 'rollout-step-dual-write', at: 'migration.steps[]', label: 'dual write' },
  { prefix: 'rollout-step-backfill', at: 'migration.steps[]', label: 'backfill' },
  { prefix: 'rollout-step-shadow-read', at: 'migration.steps[]', label: 'shadow read' },
  { prefix: 'rollout-step-switch-reads', at: 'migration.steps[]', label: 'switch reads' },
  { prefix: 'rollout-step-contract', at: 'migration.steps[]', label: 'contract' },
  { prefix: 'rollout-step-index', at: 'migration.steps[]', label: 'online index' },
  { prefix: 'rollout-step-state', at: 'migration.steps[]', label: 'cache, key-value or topic' },
  { prefix: 'rollout-after', at: 'migration.steps[].after', label: 'after' },
  { prefix: 'rollout-locking', at: 'migration.steps[].locking', label: 'locking' },
  { prefix: 'rollout-backfill', at: 'migration.steps[].backfill', label: 'backfill' },
  { prefix: 'rollout-reconciliation', at: 'migration.steps[].reconciliation', label: 'reconciliation' },
  { prefix: 'rollout-backup-in-place', at: 'migration.steps[].backup', label: 'backup in place' },
  { prefix: 'rollout-verify', at: 'migration.steps[].verify[]', label: 'criterion' },
  { prefix: 'rollout-verify-query', at: 'migration.steps[].verify[]', label: 'query' },
  { prefix: 'rollout-verify-command', at: 'migration.steps[].verify[]', label: 'command' },
  { prefix: 'rollout-maintenance-window', at: 'migration.maintenanceWindow', label: 'maintenance window' },
];

const ROLLOUT: readonly Entry[] = [
  { prefix: 'rollout-stage', at: 'rollout.stages[]', label: 'canary' },
  { prefix: 'rollout-stage-staging', at: 'rollout.stages[]', label: 'staging' },
  { prefix: 'rollout-stage-internal', at: 'rollout.stages[]', label: 'internal ring' },
  { prefix: 'rollout-stage-ramp', at: 'rollout.stages[]', label: 'ramp' },
  { prefix: 'rollout-stage-full', at: 'rollout.stages[]', label: 'full' },
  { prefix: 'rollout-criterion', at: 'rollout.stages[].abortCriteria[]', label: 'threshold' },
  { prefix: 'rollout-criterion-relative', at: 'rollout.stages[].abortCriteria[]', label: 'relative threshold' },
  { prefix: 'rollout-criterion-event', at: 'rollout.stages[].abortCriteria[]', label: 'event' },
  { prefix: 'rollout-criterion-automatic', at: 'rollout.stages[].abortCriteria[]', label: 'automatic criterion' },
  { prefix: 'rollout-gate', at: 'rollout.stages[].gate', label: 'gate' },
  { prefix: 'rollout-communication', at: 'rollout.communication[]', label: 'tell the team' },
  { prefix: 'rollout-communication-external', at: 'rollout.communication[]', label: 'tell customers' },
];

const ROLLBACK: readonly Entry[] = [
  { prefix: 'rollout-reverts', at: 'rollback.reverts', label: 'reverts' },
  { prefix: 'rollout-not-reverted', at: 'rollback.notReverted[]', label: 'a step that stays' },
  { prefix: 'rollout-not-reverted-other', at: 'rollback.notReverted[]', label: 'something else that stays' },
  { prefix: 'rollout-rollback-flag', at: 'rollback.steps[]', label: 'flag off' },
  { prefix: 'rollout-rollback-redeploy', at: 'rollback.steps[]', label: 'redeploy' },
  { prefix: 'rollout-rollback-sql', at: 'rollback.steps[]', label: 'SQL' },
  { prefix: 'rollout-restore', at: 'rollback.restore', label: 'restore' },
  { prefix: 'rollout-decision', at: 'rollback.decisions[]', label: 'decision' },
  { prefix: 'rollout-rehearsal', at: 'rollback.rehearsals[]', label: 'rehearsal' },
];

const VALIDATION: readonly Entry[] = [
  { prefix: 'rollout-check', at: 'validation.functional[]', label: 'check' },
  { prefix: 'rollout-check-smoke', at: 'validation.smoke[]', label: 'smoke check' },
  { prefix: 'rollout-sign-off', at: 'validation.signOff[]', label: 'sign-off' },
];

export const CATALOGUE: readonly Entry[] = [
  ...PHASES,
  ...SHARED,
  ...COMPATIBILITY,
  ...MIGRATION,
  ...ROLLOUT,
  ...ROLLBACK,
  ...VALIDATION,
];

/** Whole files of Markdown beside the artifacts. */
export const RECORDS: readonly Entry[] = [
  {
    prefix: 'rollout-rehearsal-record',
    at: '',
    label: 'rehearsal',
    kind: 'rehearsal',
    description: 'rollback-rehearsals/001.md: a rollback that was tried, by the clock',
  },
  {
    prefix: 'rollout-migration-record',
    at: '',
    label: 'migration record',
    kind: 'migration-record',
    description: 'migrations/<id>.md: both halves of an expand and contract migration',
  },
];
