/** Methods of collections in the MongoDB shell. Data only. */
import type { Kind } from './kinds.ts';

export interface Method {
  readonly kind: Kind;
  /** The first argument chooses documents. */
  readonly filtered?: true;
  /** Touches one document at most, whatever the filter is. */
  readonly one?: true;
}

export const METHODS: Readonly<Record<string, Method>> = {
  drop: { kind: 'drop-table' },
  deleteMany: { kind: 'delete', filtered: true },
  deleteOne: { kind: 'delete', filtered: true, one: true },
  findOneAndDelete: { kind: 'delete', filtered: true, one: true },
  remove: { kind: 'delete', filtered: true },
  updateMany: { kind: 'update', filtered: true },
  updateOne: { kind: 'update', filtered: true, one: true },
  update: { kind: 'update', filtered: true, one: true },
  replaceOne: { kind: 'update', filtered: true, one: true },
  findOneAndUpdate: { kind: 'update', filtered: true, one: true },
  findAndModify: { kind: 'update', filtered: true, one: true },
  renameCollection: { kind: 'rename-table' },
  createIndex: { kind: 'create-index' },
  createIndexes: { kind: 'create-index' },
  ensureIndex: { kind: 'create-index' },
  dropIndex: { kind: 'drop-index' },
  dropIndexes: { kind: 'drop-index' },
  reIndex: { kind: 'reindex' },
  insertOne: { kind: 'insert' },
  insertMany: { kind: 'insert' },
  insert: { kind: 'insert' },
  find: { kind: 'select' },
  findOne: { kind: 'select' },
  aggregate: { kind: 'select' },
  countDocuments: { kind: 'select' },
  estimatedDocumentCount: { kind: 'select' },
  count: { kind: 'select' },
  distinct: { kind: 'select' },
  stats: { kind: 'select' },
  getIndexes: { kind: 'select' },
  validate: { kind: 'check-table' },
};
