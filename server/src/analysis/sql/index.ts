/** SQL: what statements do, to what, and with which consequences; each part with its place. */
export { Creations, createdBy, effectsIn, type SqlObject, sameName, sameObject, targetOf } from './created.ts';
export { effectsOf } from './effects/index.ts';
export { type EmbeddedSql, embeddedSql, type SqlFile, sqlFiles } from './embedded.ts';
export { engineNamed, engineOf } from './engine-of.ts';
export { type Dialect, dialectOf, type Engine } from './engines.ts';
export type { Kind, ObjectType } from './kinds.ts';
export { type LocatedStatement, statementsIn } from './locate.ts';
export { scanStatements } from './scan.ts';
export {
  type Action,
  type ConstraintKind,
  type Effect,
  type EffectKind,
  type Facts,
  isLock,
  type Lock,
  type SqlName,
  type Statement,
  type TextRange,
} from './types.ts';
