// Made from schemas/ by `npm run generate`. Do not edit.

/**
 * A condition that can be read off a metric: <metric> <op> <number> [for <duration>] [-> <action>], as in error-rate > 1% for 5m -> rollback.
 */
export type Criterion = string | CriterionMapping;
/**
 * A check with an outcome that two people would agree on: a criterion on a metric, a query and what it returns, a command and its exit code.
 */
export type Verification = string | VerificationMapping;
/**
 * A ticket, a design document, a dashboard: a URL, or a path relative to this file.
 */
export type Link = string | LinkMapping;
/**
 * What the step would be restored from: the id of a backup under backups, or a backup written here in place.
 */
export type StepBackup = string | StepBackupMapping;
/**
 * How a stage opens to the next one.
 */
export type Gate = string | GateMapping;

/**
 * A condition that can be read off a metric: <metric> <op> <number> [for <duration>] [-> <action>], as in error-rate > 1% for 5m -> rollback.
 */
export interface CriterionMapping {
  when: string;
  then?: 'rollback' | 'pause' | 'page';
  automatic?: boolean;
  owner?: string;
  severity?: string;
  why?: string;
  dashboard?: string;
  runbook?: string;
  done?: boolean;
  notes?: string;
}
/**
 * A check with an outcome that two people would agree on: a criterion on a metric, a query and what it returns, a command and its exit code.
 */
export interface VerificationMapping {
  check?: string;
  run?: string;
  sql?: string;
  expect?: string;
  owner?: string;
  link?: string;
  done?: boolean;
  notes?: string;
}
/**
 * A ticket, a design document, a dashboard: a URL, or a path relative to this file.
 */
export interface LinkMapping {
  title?: string;
  url: string;
}
/**
 * Somebody to reach during the rollout, and how.
 */
export interface Contact {
  name: string;
  role?: string;
  reach?: string;
  hours?: string;
}
/**
 * Who is told, where, and when.
 */
export interface Communication {
  audience?: string;
  channel?: string;
  when?: string;
  message?: string;
  owner?: string;
  link?: string;
  done?: boolean;
}
/**
 * A number that decides: its query, where it is seen, what is normal, and what it means when it is silent.
 */
export interface Metric {
  id: string;
  title?: string;
  description?: string;
  query?: string;
  source?: string;
  dashboard?: string;
  alert?: string;
  unit?: string;
  signal?: 'errors' | 'latency' | 'traffic' | 'saturation' | 'correctness' | 'business' | 'usage';
  baseline?: string | number;
  target?: string | number;
  onNoData?: 'abort' | 'hold' | 'ignore';
  owner?: string;
  runbook?: string;
  notes?: string;
}
/**
 * A switch at run time: what it guards, who owns it, when it goes away.
 */
export interface Flag {
  id: string;
  type?: 'release' | 'operational' | 'experiment' | 'permission';
  default?: boolean | string;
  owner?: string;
  created?: string;
  removeBy?: string;
  killSwitch?: boolean;
  variants?: string[];
  audience?: string;
  provider?: string;
  description?: string;
  ticket?: string;
  link?: string;
  notes?: string;
}
/**
 * A copy that an irreversible step would be restored from: where it is, what it holds, how long it is kept, how it is restored, and when that was last tried.
 */
export interface Backup {
  id: string;
  ref?: string;
  covers?: string[];
  ttl?: string;
  restore?: string;
  restoreTime?: string;
  verifiedOn?: string;
  takenOn?: string;
  method?:
    | 'snapshot'
    | 'logical-dump'
    | 'physical-copy'
    | 'point-in-time'
    | 'table-copy'
    | 'export'
    | 'replica'
    | 'versioning';
  run?: string;
  size?: string;
  rpo?: string;
  owner?: string;
  link?: string;
  notes?: string;
}
/**
 * What the step would be restored from: the id of a backup under backups, or a backup written here in place.
 */
export interface StepBackupMapping {
  ref?: string;
  covers?: string[];
  ttl?: string;
  restore?: string;
  restoreTime?: string;
  verifiedOn?: string;
  takenOn?: string;
  method?:
    | 'snapshot'
    | 'logical-dump'
    | 'physical-copy'
    | 'point-in-time'
    | 'table-copy'
    | 'export'
    | 'replica'
    | 'versioning';
  run?: string;
  size?: string;
  rpo?: string;
  owner?: string;
  link?: string;
  notes?: string;
}
/**
 * What is carried out: SQL, a command, or a description where a person does it by hand.
 */
export interface Operation {
  sql?: string;
  command?: string;
  file?: string;
  description?: string;
  expected?: string;
}
/**
 * The contract for the time in which old and new run side by side: what must remain, what may change, how each version meets the other's data, and when the old shape goes.
 */
export interface Compatibility {
  description?: string;
  owner?: string;
  window?: string;
  mustRemain?: Promise[];
  mayChange?: AllowedChange[];
  mixedVersions?: MixedVersions;
  versioning?: string;
  deprecations?: Deprecation[];
  examples?: Example[];
  contractTests?: ContractTests;
  links?: Link[];
  notes?: string;
}
/**
 * One thing that keeps working unchanged.
 */
export interface Promise {
  id?: string;
  surface?:
    | 'database'
    | 'http-api'
    | 'grpc'
    | 'graphql'
    | 'events'
    | 'cli'
    | 'config'
    | 'library'
    | 'file-format'
    | 'cache'
    | 'search-index'
    | 'object-store'
    | 'infrastructure'
    | 'auth'
    | 'ui';
  contract: string;
  until?: string;
  test?: string;
  owner?: string;
  done?: boolean;
  notes?: string;
}
/**
 * One thing that the new version does differently on purpose.
 */
export interface AllowedChange {
  id?: string;
  surface?:
    | 'database'
    | 'http-api'
    | 'grpc'
    | 'graphql'
    | 'events'
    | 'cli'
    | 'config'
    | 'library'
    | 'file-format'
    | 'cache'
    | 'search-index'
    | 'object-store'
    | 'infrastructure'
    | 'auth'
    | 'ui';
  what: string;
  version?: string;
  breaking?: boolean;
  why?: string;
  notes?: string;
}
/**
 * How each version behaves on what the other one wrote.
 */
export interface MixedVersions {
  oldCodeNewData?: string;
  newCodeOldData?: string;
  oldClientNewServer?: string;
  newClientOldServer?: string;
  order?: string;
  notes?: string;
}
/**
 * Something that goes away, with the dates and the proof.
 */
export interface Deprecation {
  what: string;
  surface?:
    | 'database'
    | 'http-api'
    | 'grpc'
    | 'graphql'
    | 'events'
    | 'cli'
    | 'config'
    | 'library'
    | 'file-format'
    | 'cache'
    | 'search-index'
    | 'object-store'
    | 'infrastructure'
    | 'auth'
    | 'ui';
  replacement?: string;
  announced?: string;
  removeAfter?: string;
  removedOn?: string;
  release?: string;
  usage?: Usage;
  communication?: string[];
  owner?: string;
  ticket?: string;
  notes?: string;
}
/**
 * The measurement that shows whether the old shape is still in use.
 */
export interface Usage {
  metric?: string;
  until?: Criterion;
  query?: string;
  notes?: string;
}
/**
 * One use of a surface in its old and its new form.
 */
export interface Example {
  name?: string;
  surface?:
    | 'database'
    | 'http-api'
    | 'grpc'
    | 'graphql'
    | 'events'
    | 'cli'
    | 'config'
    | 'library'
    | 'file-format'
    | 'cache'
    | 'search-index'
    | 'object-store'
    | 'infrastructure'
    | 'auth'
    | 'ui';
  old?: ExampleSide;
  new?: ExampleSide;
  notes?: string;
}
/**
 * One form of an example: what is sent and what comes back.
 */
export interface ExampleSide {
  request?: string;
  response?: string;
  command?: string;
  output?: string;
  event?: string;
  sql?: string;
  code?: string;
}
/**
 * The tests of both shapes.
 */
export interface ContractTests {
  old?: string;
  new?: string;
  run?: string;
  pipeline?: string;
  notes?: string;
}
/**
 * What was in fact done: the release that shipped the expand half, the release that shipped the contract half, the SQL of each in both directions, and what the time between them protects.
 */
export interface MigrationRecord {
  rolloutPlan?: 1 | 'off';
  plan?: string;
  id?: string;
  title?: string;
  description?: string;
  status?: 'planned' | 'expanded' | 'migrated' | 'contracted' | 'rolled-back';
  owner?: string;
  overlapProtects?: string;
  window?: string;
  engine?:
    | 'postgresql'
    | 'mysql'
    | 'mariadb'
    | 'sqlserver'
    | 'oracle'
    | 'sqlite'
    | 'cockroachdb'
    | 'yugabytedb'
    | 'spanner'
    | 'mongodb'
    | 'dynamodb'
    | 'cassandra'
    | 'redis'
    | 'elasticsearch'
    | 'clickhouse'
    | 'bigquery'
    | 'snowflake'
    | 'redshift'
    | 'other';
  touches?: string[];
  expand?: MigrationHalf;
  contract?: MigrationHalf;
  backfill?: string;
  links?: Link[];
  ticket?: string;
  notes?: string;
}
/**
 * What one release shipped.
 */
export interface MigrationHalf {
  release?: string;
  date?: string;
  step?: string;
  reversible?: boolean;
  up?: Operation;
  down?: Operation;
  backup?: StepBackup;
  verify?: Verification[];
  took?: string;
  owner?: string;
  notes?: string;
}
/**
 * How data and code get from the old shape to the new: the strategies, and the steps in order, each with its way forward, its way back, and its check.
 */
export interface Migration {
  description?: string;
  owner?: string;
  strategies?: (
    | 'expand-contract'
    | 'dual-write'
    | 'backfill'
    | 'shadow-read'
    | 'shadow-traffic'
    | 'feature-flag'
    | 'canary'
    | 'blue-green'
    | 'rolling'
    | 'ring'
    | 'strangler'
    | 'branch-by-abstraction'
    | 'parallel-run'
    | 'versioned-api'
    | 'change-data-capture'
    | 'online-schema-change'
    | 'additive'
    | 'maintenance-window'
    | 'big-bang'
  )[];
  overlapProtects?: string;
  downtime?: string;
  maintenanceWindow?: MaintenanceWindow;
  steps?: Step[];
  records?: string[];
  runbook?: string;
  ticket?: string;
  links?: Link[];
  notes?: string;
}
/**
 * An announced stop: when, how long, and what users see.
 */
export interface MaintenanceWindow {
  start?: string;
  length?: string;
  impact?: string;
  pointOfNoReturn?: string;
  announced?: string;
  notes?: string;
}
/**
 * One thing that is done: forward, back, and how you know that it worked.
 */
export interface Step {
  id: string;
  title?: string;
  phase?: 'expand' | 'migrate' | 'contract';
  kind?:
    | 'schema'
    | 'data'
    | 'backfill'
    | 'dual-write'
    | 'shadow-read'
    | 'switch-reads'
    | 'switch-writes'
    | 'code'
    | 'config'
    | 'flag'
    | 'cache'
    | 'key-value'
    | 'topic'
    | 'search-index'
    | 'infrastructure'
    | 'manual'
    | 'verification'
    | 'cleanup';
  release?: string;
  description?: string;
  reversible?: boolean;
  after?: After;
  stage?: string;
  flag?: string;
  backup?: StepBackup;
  approvers?: string[];
  owner?: string;
  engine?:
    | 'postgresql'
    | 'mysql'
    | 'mariadb'
    | 'sqlserver'
    | 'oracle'
    | 'sqlite'
    | 'cockroachdb'
    | 'yugabytedb'
    | 'spanner'
    | 'mongodb'
    | 'dynamodb'
    | 'cassandra'
    | 'redis'
    | 'elasticsearch'
    | 'clickhouse'
    | 'bigquery'
    | 'snowflake'
    | 'redshift'
    | 'other';
  up?: Operation;
  down?: Operation;
  locking?: Locking;
  backfill?: Backfill;
  reconciliation?: Reconciliation;
  ttlImpact?: string;
  touches?: string[];
  expected?: string;
  verify?: Verification[];
  stopWhen?: Criterion[];
  record?: string;
  runbook?: string;
  dashboard?: string;
  ticket?: string;
  links?: Link[];
  done?: boolean;
  notes?: string;
}
/**
 * What comes before a step: another step, a wait, a stage, a condition.
 */
export interface After {
  step?: string;
  soak?: string;
  stage?: string;
  date?: string;
  when?: Criterion[];
}
/**
 * The lock that a step takes, for how long, and when it runs.
 */
export interface Locking {
  lock?: string;
  expected?: string;
  timeout?: string;
  retries?: number;
  blocks?: string;
  window?: string;
  notes?: string;
}
/**
 * How old rows are filled beside live traffic.
 */
export interface Backfill {
  batchSize?: number | string;
  throttle?: string;
  rate?: string;
  concurrency?: number;
  order?: string;
  idempotent?: boolean;
  resumable?: boolean;
  progress?: Progress;
  rows?: number | string;
  expected?: string;
  conflicts?: string;
  notes?: string;
}
/**
 * How far a long step is.
 */
export interface Progress {
  metric?: string;
  query?: string;
  dashboard?: string;
  log?: string;
}
/**
 * How two copies are compared while both are live, and which difference stops the change.
 */
export interface Reconciliation {
  metric?: string;
  limit?: Criterion;
  sourceOfTruth?: string;
  run?: string;
  every?: string;
  sample?: number | string;
  repair?: string;
  owner?: string;
  notes?: string;
}
/**
 * A rollback that was tried, by the clock: what set it off, what was run, when the service was back.
 */
export interface Rehearsal {
  rolloutPlan?: 1 | 'off';
  plan?: string;
  title?: string;
  date?: string;
  environment?: 'development' | 'test' | 'staging' | 'pre-production' | 'shadow' | 'internal' | 'production';
  scenario?: string;
  trigger?: Criterion;
  command?: string;
  started?: string;
  restored?: string;
  took?: string;
  result?: 'passed' | 'partial' | 'failed';
  step?: string;
  dataset?: string;
  participants?: string[];
  owner?: string;
  verify?: Verification[];
  timeline?: TimelineEntry[];
  findings?: string[];
  actions?: string[];
  links?: Link[];
  notes?: string;
}
/**
 * One moment of a rehearsal.
 */
export interface TimelineEntry {
  at?: string;
  what?: string;
}
/**
 * How the change is taken back: what sets it off, who decides, what is run, how long it takes, what comes back and what does not, and when it was last rehearsed.
 */
export interface Rollback {
  description?: string;
  approach?: 'rollback-first' | 'roll-forward-first' | 'rollback-only' | 'roll-forward-only';
  viableUntil?: string;
  timeBudget?: string;
  rpo?: string;
  owner?: string;
  approvers?: string[];
  contacts?: Contact[];
  triggers?: Criterion[];
  preconditions?: string[];
  reverts?: Reverts;
  notReverted?: NotReverted[];
  steps?: RollbackStep[];
  restore?: Restore;
  verify?: Verification[];
  decisions?: Decision[];
  communication?: Communication[];
  followUp?: string[];
  rehearsals?: Rehearsal[];
  runbook?: string;
  dashboard?: string;
  ticket?: string;
  links?: Link[];
  notes?: string;
}
/**
 * What goes back, kind by kind.
 */
export interface Reverts {
  code?: string;
  config?: string;
  data?: string;
  schema?: string;
  infrastructure?: string;
  cache?: string;
  events?: string;
  clients?: string;
  traffic?: string;
}
/**
 * Something that a rollback leaves as it is, and what is done instead.
 */
export interface NotReverted {
  step?: string;
  what?: string;
  why?: string;
  instead?: string;
  dataLoss?: 'none' | 'low' | 'medium' | 'high';
  owner?: string;
}
/**
 * One thing that is run on the way back.
 */
export interface RollbackStep {
  id?: string;
  title?: string;
  run?: string;
  sql?: string;
  flag?: string;
  undoes?: string;
  manual?: string;
  expected?: string;
  verify?: Verification[];
  owner?: string;
  link?: string;
  done?: boolean;
  notes?: string;
}
/**
 * How data is brought back from a backup.
 */
export interface Restore {
  backup?: string;
  run?: string;
  sql?: string;
  steps?: string[];
  description?: string;
  expected?: string;
  dataLoss?: 'none' | 'low' | 'medium' | 'high';
  verify?: Verification[];
  owner?: string;
}
/**
 * One kind of failure, and the way back for it.
 */
export interface Decision {
  failed?: string;
  method?: string;
  dataLoss?: 'none' | 'low' | 'medium' | 'high';
  expected?: string;
  owner?: string;
  step?: string;
  notes?: string;
}
/**
 * A plan for one change: what must keep working, how the data moves, how the change reaches everybody, how it goes back, and how it is proven.
 */
export interface RolloutPlan {
  rolloutPlan?: 1 | 'off';
  name?: string;
  plan?: string;
  title?: string;
  description?: string;
  status?: 'draft' | 'in-review' | 'approved' | 'executing' | 'done' | 'rolled-back' | 'abandoned';
  risk?: 'low' | 'medium' | 'high';
  owner?: string;
  authors?: string[];
  approvers?: string[];
  contacts?: Contact[];
  created?: string;
  updated?: string;
  scheduled?: string;
  ticket?: string;
  links?: Link[];
  tags?: string[];
  notes?: string;
  change?: Change;
  compatibility?: Compatibility;
  metrics?: Metric[];
  flags?: Flag[];
  backups?: Backup[];
  migration?: Migration;
  rollout?: Rollout;
  rollback?: Rollback;
  validation?: Validation;
}
/**
 * What changes: a summary, the surfaces it touches, versions, consumers, size and environment.
 */
export interface Change {
  summary?: string;
  reason?: string;
  scope?: string;
  outOfScope?: string[];
  surfaces?: (
    | 'database'
    | 'http-api'
    | 'grpc'
    | 'graphql'
    | 'events'
    | 'cli'
    | 'config'
    | 'library'
    | 'file-format'
    | 'cache'
    | 'search-index'
    | 'object-store'
    | 'infrastructure'
    | 'auth'
    | 'ui'
  )[];
  versions?: Version[];
  consumers?: Consumer[];
  data?: DataProfile;
  latency?: Latency;
  availability?: number | string;
  environment?: Environment;
  dependencies?: string[];
  assumptions?: string[];
  risks?: Risk[];
  incidents?: Incident[];
  ticket?: string;
  links?: Link[];
  notes?: string;
}
/**
 * One component and its move from one version to the next.
 */
export interface Version {
  component: string;
  kind?:
    | 'service'
    | 'client'
    | 'library'
    | 'schema'
    | 'api'
    | 'database'
    | 'tool'
    | 'image'
    | 'config'
    | 'infrastructure'
    | 'job';
  from?: string;
  to?: string;
  artifact?: string;
  owner?: string;
  link?: string;
  notes?: string;
}
/**
 * Somebody who uses a surface that changes, and what they use of it.
 */
export interface Consumer {
  name: string;
  owner?: string;
  uses?: string;
  surface?:
    | 'database'
    | 'http-api'
    | 'grpc'
    | 'graphql'
    | 'events'
    | 'cli'
    | 'config'
    | 'library'
    | 'file-format'
    | 'cache'
    | 'search-index'
    | 'object-store'
    | 'infrastructure'
    | 'auth'
    | 'ui';
  version?: string;
  external?: boolean;
  impact?: string;
  migrateBy?: string;
  migrated?: boolean;
  contact?: string;
  notes?: string;
}
/**
 * The size of the data and how busy it is.
 */
export interface DataProfile {
  rows?: number | string;
  size?: string;
  peakWritesPerSecond?: number | string;
  peakReadsPerSecond?: number | string;
  growth?: string;
  tables?: string[];
  replicationLag?: string;
  description?: string;
}
/**
 * Limits on how long an answer takes, at the percentiles that users feel.
 */
export interface Latency {
  p50?: string;
  p90?: string;
  p95?: string;
  p99?: string;
  p999?: string;
  max?: string;
}
/**
 * Where the change runs and how it is deployed.
 */
export interface Environment {
  deployment?: 'canary' | 'blue-green' | 'rolling' | 'feature-flag' | 'ring' | 'recreate' | 'in-place' | 'app-store';
  database?: Database;
  orchestrator?: string;
  controller?: string;
  cloud?: string;
  regions?: string[];
  services?: string[];
  broker?: string;
  cache?: string;
  flagSystem?: string;
  observability?: string;
  notes?: string;
}
/**
 * The database, its version and what migrates it.
 */
export interface Database {
  engine?:
    | 'postgresql'
    | 'mysql'
    | 'mariadb'
    | 'sqlserver'
    | 'oracle'
    | 'sqlite'
    | 'cockroachdb'
    | 'yugabytedb'
    | 'spanner'
    | 'mongodb'
    | 'dynamodb'
    | 'cassandra'
    | 'redis'
    | 'elasticsearch'
    | 'clickhouse'
    | 'bigquery'
    | 'snowflake'
    | 'redshift'
    | 'other';
  version?: string;
  migrationTool?: string;
  topology?: string;
  name?: string;
  pooler?: string;
  notes?: string;
}
/**
 * Something that may go wrong, and what is done about it.
 */
export interface Risk {
  risk?: string;
  likelihood?: string;
  impact?: string;
  detection?: string;
  mitigation?: string;
  owner?: string;
}
/**
 * Something that went wrong before, and what it taught.
 */
export interface Incident {
  id?: string;
  failed?: string;
  lesson?: string;
  date?: string;
  impact?: string;
  link?: string;
}
/**
 * How the change reaches everybody: stages that widen, each with what lets it in, what it watches, what lets it out, and what stops it.
 */
export interface Rollout {
  description?: string;
  owner?: string;
  unit?:
    | 'requests'
    | 'users'
    | 'accounts'
    | 'tenants'
    | 'sessions'
    | 'hosts'
    | 'devices'
    | 'regions'
    | 'clusters'
    | 'shards'
    | 'stores';
  stickyBy?: string;
  flag?: string;
  environment?: 'development' | 'test' | 'staging' | 'pre-production' | 'shadow' | 'internal' | 'production';
  soak?: string;
  entryCriteria?: Criterion[];
  metrics?: string[];
  successCriteria?: Criterion[];
  abortCriteria?: Criterion[];
  onAbort?: 'rollback' | 'pause' | 'page';
  templates?: Stage[];
  stages?: Stage[];
  partial?: string;
  communication?: Communication[];
  freeze?: string[];
  manifest?: string;
  dashboard?: string;
  runbook?: string;
  ticket?: string;
  links?: Link[];
  notes?: string;
}
/**
 * One step of widening: how much, for how long, what lets it in, what it watches, what lets it out, what stops it.
 */
export interface Stage {
  id: string;
  title?: string;
  description?: string;
  extends?: string;
  environment?: 'development' | 'test' | 'staging' | 'pre-production' | 'shadow' | 'internal' | 'production';
  weight?: number | string;
  soak?: string;
  audience?: string;
  regions?: string[];
  unit?:
    | 'requests'
    | 'users'
    | 'accounts'
    | 'tenants'
    | 'sessions'
    | 'hosts'
    | 'devices'
    | 'regions'
    | 'clusters'
    | 'shards'
    | 'stores';
  stickyBy?: string;
  flag?: string;
  steps?: string[];
  run?: string;
  starts?: string;
  ends?: string;
  entryCriteria?: Criterion[];
  metrics?: string[];
  successCriteria?: Criterion[];
  abortCriteria?: Criterion[];
  verify?: Verification[];
  gate?: Gate;
  approvers?: string[];
  owner?: string;
  onAbort?: 'rollback' | 'pause' | 'page';
  communication?: Communication[];
  dashboard?: string;
  runbook?: string;
  ticket?: string;
  links?: Link[];
  done?: boolean;
  notes?: string;
}
/**
 * How a stage opens to the next one.
 */
export interface GateMapping {
  what?: string;
  automatic?: boolean;
  approvers?: string[];
  opens?: string;
  notBefore?: string;
  link?: string;
}
/**
 * The checks that prove the change works: smoke checks at every stage, and a group for each concern.
 */
export interface Validation {
  description?: string;
  owner?: string;
  smoke?: Check[];
  functional?: Check[];
  performance?: Check[];
  compatibility?: Check[];
  security?: Check[];
  operations?: Check[];
  data?: Check[];
  documentation?: Check[];
  cleanup?: Check[];
  signOff?: SignOff[];
  links?: Link[];
  notes?: string;
}
/**
 * One box to tick, and how it is checked: a command, a test, a number, a link.
 */
export interface Check {
  id?: string;
  check: string;
  how?: string;
  run?: string;
  sql?: string;
  expect?: string;
  stage?: string;
  owner?: string;
  done?: boolean;
  link?: string;
  ticket?: string;
  notes?: string;
}
/**
 * Somebody who has agreed.
 */
export interface SignOff {
  who: string;
  role?: string;
  date?: string;
  done?: boolean;
  notes?: string;
}
