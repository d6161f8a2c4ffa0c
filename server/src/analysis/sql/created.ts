/** What a plan has made itself: nobody has put anything into it yet, so nothing is lost with it and nobody waits for it. */
import { effectsOf } from './effects/index.ts';
import type { Engine } from './engines.ts';
import type { Action, Effect, SqlName, Statement } from './types.ts';

export interface SqlObject {
  readonly type: 'table' | 'column' | 'index' | 'constraint' | 'other';
  readonly name: SqlName;
  /** Of columns and constraints, and of indexes where it is said. */
  readonly table?: SqlName;
}

/** What is there afterwards and was not before. What was dropped again is left out, what was renamed has its new name. */
export function createdBy(statements: readonly Pick<Statement, 'actions'>[]): readonly SqlObject[] {
  const created = new Creations();
  for (const { actions } of statements) for (const action of actions) created.follow(action);
  return created.all();
}

/** A schema or a table that only one of them names tells them not apart. */
export function sameObject(one: SqlObject, other: SqlObject): boolean {
  if (one.type !== other.type || !sameName(one.name, other.name)) return false;
  return !one.table || !other.table || sameName(one.table, other.table);
}

/** Two names of one thing, as far as anybody can tell. */
export function sameName(one: SqlName, other: SqlName): boolean {
  if (one.name !== other.name) return false;
  return one.schema === undefined || other.schema === undefined || one.schema === other.schema;
}

/** What the action is about: the column rather than its table. Undefined where it names nothing. */
export function targetOf({ kind, table, column, index, constraint, object }: Action): SqlObject | undefined {
  const owner = table && { table };
  // Without a name there is only the table to call it by, and that is another thing.
  if (kind.endsWith('-index')) return index && { type: 'index', name: index, ...owner };
  if (kind.endsWith('-constraint')) return constraint && { type: 'constraint', name: constraint, ...owner };
  if (column) return { type: 'column', name: column, ...owner };
  if (object) return { type: 'other', name: object };
  return table && { type: 'table', name: table };
}

/** The effects of statements one after the other, without those on what was created before, by `created` or by themselves. */
export function effectsIn(
  statements: readonly Pick<Statement, 'actions'>[],
  engine: Engine,
  version?: string,
  created: readonly SqlObject[] = [],
): readonly Effect[] {
  const known = new Creations(created);
  return statements.flatMap((statement) => known.effectsOf(statement, engine, version));
}

/** What is there that was not there before, followed statement by statement. */
export class Creations {
  /** By type, table and name, so that a long file costs no more than its length. */
  readonly #byName = new Map<string, SqlObject[]>();

  constructor(created: readonly SqlObject[] = []) {
    for (const object of created) this.#add(object);
  }

  all(): readonly SqlObject[] {
    return Array.from(this.#byName.values()).flat();
  }

  /** The effects of the next statement, without those on what is known here, which it then changes. */
  effectsOf({ actions }: Pick<Statement, 'actions'>, engine: Engine, version?: string): readonly Effect[] {
    return actions.flatMap((action) => {
      const effects = effectsOf({ actions: [action] }, engine, version).filter((effect) => !this.exempt(effect));
      this.follow(action);
      return effects;
    });
  }

  follow(action: Action): void {
    const target = targetOf(action);
    if (!target) return;
    const { kind, to } = action;
    if (kind.startsWith('create-') || kind === 'add-column' || kind === 'add-constraint') this.#add(target);
    else if (kind.startsWith('drop-') && !KEEP.has(kind)) this.#remove(target);
    else if (kind.startsWith('rename-') && to) this.#rename(target, to);
  }

  /** Whether the action is about something that was not there before: its table, or what it names itself. */
  isNew(action: Action): boolean {
    const { table } = action;
    const target = targetOf(action);
    if (table && this.#has({ type: 'table', name: table })) return true;
    return target !== undefined && this.#has(target);
  }

  /** On a new table everything is harmless. A new column holds nothing to lose, but its table is as busy as ever. */
  exempt({ action, kind, on }: Effect): boolean {
    const table = on ?? action.table;
    if (table && this.#has({ type: 'table', name: table })) return true;
    if (on || (kind !== 'destroys' && kind !== 'irreversible')) return false;
    const target = targetOf(action);
    if (action.kind !== 'update') return target !== undefined && this.#has(target);
    const column = (name: SqlName): SqlObject => ({ type: 'column', name, ...(table && { table }) });
    return action.columns?.every((name) => this.#has(column(name))) ?? false;
  }

  #has(object: SqlObject): boolean {
    return this.#alike(object).some((other) => sameObject(other, object));
  }

  #alike(object: SqlObject): readonly SqlObject[] {
    return this.#byName.get(keyOf(object)) ?? [];
  }

  #add(object: SqlObject): void {
    const same = this.#byName.get(keyOf(object));
    if (!same) this.#byName.set(keyOf(object), [object]);
    else if (!same.some((other) => sameObject(other, object))) same.push(object);
  }

  #remove(object: SqlObject): void {
    const same = this.#alike(object);
    if (same.length > 0)
      this.#byName.set(
        keyOf(object),
        same.filter((other) => !sameObject(other, object)),
      );
  }

  /** RENAME TO says no schema: the object stays where it is. */
  #rename(object: SqlObject, to: SqlName): void {
    const renamed = this.#alike(object).filter((other) => sameObject(other, object));
    this.#remove(object);
    for (const old of renamed) {
      const { schema } = old.name;
      this.#add({ ...old, name: schema !== undefined && to.schema === undefined ? { ...to, schema } : to });
    }
  }
}

/** They are called like drops, and what they name stays. */
const KEEP: ReadonlySet<Action['kind']> = new Set([
  'drop-partition',
  'drop-not-null',
  'drop-default',
  'drop-expression',
  'drop-owned',
] satisfies Action['kind'][]);

/** Indexes are dropped without their table, columns and constraints never are. */
function keyOf({ type, name, table }: SqlObject): string {
  return [type, type === 'index' ? '' : table?.name, name.name].join('\0');
}
