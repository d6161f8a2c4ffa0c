/** PostgreSQL's own parser, told in the scanner's words: what both can read they must agree on. */
import { parse } from 'libpg-query';
import { CLAUSES, NODES, RENAMES, TRANSACTIONS, TYPES } from './oracle-kinds.ts';

/** What is compared of one action: its kind, the name of its table or of what it drops, and what is said about it. */
export interface Told {
  readonly kind: string;
  readonly table?: string;
  readonly facts: readonly string[];
}

/** A node of the tree: of no type that is worth naming here. */
// biome-ignore lint/suspicious/noExplicitAny: the tree has several hundred types
type Node = any;

/** One list for each statement. Throws where PostgreSQL would. */
export async function oracle(sql: string): Promise<readonly (readonly Told[])[]> {
  const { stmts } = (await parse(sql)) as Node;
  return (stmts ?? []).map(({ stmt }: Node) => {
    const [type, node] = Object.entries(stmt)[0] as [string, Node];
    return [...told(type, node), ...written(node)];
  });
}

/** Data-modifying statements in WITH. */
function written(node: Node): readonly Told[] {
  return (node.withClause?.ctes ?? []).flatMap(({ CommonTableExpr }: Node) => {
    const [type, query] = Object.entries(CommonTableExpr.ctequery)[0] as [string, Node];
    return type === 'SelectStmt' ? [] : told(type, query);
  });
}

function told(type: string, node: Node): readonly Told[] {
  switch (type) {
    case 'SelectStmt':
      return [node.intoClause ? one('create-table-as', node.intoClause.rel) : one(selectKind(node))];
    case 'CreateTableAsStmt':
      return [
        node.objtype === 'OBJECT_MATVIEW' ? one('create-materialized-view') : one('create-table-as', node.into.rel),
      ];
    case 'DropStmt':
      return node.objects.map((object: Node) => dropped(node, object));
    case 'DropRoleStmt':
      return node.roles.map(() => one('drop-role', undefined, { ifExists: node.missing_ok }));
    case 'TruncateStmt':
      return node.relations.map(({ RangeVar }: Node) => one('truncate', RangeVar, cascades(node)));
    case 'RenameStmt':
      return [one(RENAMES[node.renameType] ?? 'rename-other', ofTable(node) ? node.relation : undefined)];
    case 'AlterTableStmt':
      return altered(node);
    case 'AlterEnumStmt':
      return [one(node.oldVal ? 'rename-value' : 'enum-add')];
    case 'DefineStmt':
      return [one(`create-${typeOf(node.kind)}`)];
    case 'VariableSetStmt':
      return [one(node.name === 'lock_timeout' && node.kind !== 'VAR_RESET' ? 'set-lock-timeout' : 'set')];
    case 'TransactionStmt':
      return [one(TRANSACTIONS[node.kind] ?? node.kind)];
    case 'VacuumStmt':
      return [one(vacuumKind(node), node.rels?.[0]?.VacuumRelation.relation)];
    case 'GrantStmt':
    case 'GrantRoleStmt':
      return [one(node.is_grant ? 'grant' : 'revoke')];
    case 'CreateFunctionStmt':
      return [one(node.is_procedure ? 'create-procedure' : 'create-function')];
    case 'ReindexStmt':
      return [one('reindex', node.kind === 'REINDEX_OBJECT_TABLE' ? node.relation : undefined, reindexFacts(node))];
    case 'LockStmt':
      return [one('lock', node.relations[0].RangeVar)];
    default:
      return [plain(type, node)];
  }
}

/** Views have columns to rename too, but are no tables. */
function ofTable({ renameType, relationType }: Node): boolean {
  const isTable = /TABLE|COLUMN|TABCONSTRAINT|TRIGGER|POLICY|RULE/.test(renameType);
  return isTable && relationType !== 'OBJECT_VIEW';
}

function plain(type: string, node: Node): Told {
  const hasTable = ['Update', 'Delete', 'Insert', 'Merge', 'Index', 'Create', 'CreateTrig', 'Cluster', 'Copy'].includes(
    type.replace(/Stmt$/, ''),
  );
  const own = hasTable || node.objectType === 'OBJECT_TABLE' ? node.relation : undefined;
  const relation = type === 'CreateForeignTableStmt' ? node.base.relation : own;
  const writes = type === 'UpdateStmt' || type === 'DeleteStmt';
  return one(NODES[type] ?? type, relation, {
    hasWhere: writes && node.whereClause !== undefined,
    concurrently: node.concurrent,
    unique: type === 'IndexStmt' && node.unique,
    ifNotExists: ['IndexStmt', 'CreateStmt'].includes(type) && node.if_not_exists,
    ifExists: type === 'DropdbStmt' && node.missing_ok,
  });
}

function selectKind(node: Node): string {
  const call = node.targetList?.[0]?.ResTarget.val?.FuncCall;
  const isSet = call?.funcname.at(-1)?.String.sval === 'set_config';
  return isSet && call.args[0].A_Const.sval?.sval === 'lock_timeout' ? 'set-lock-timeout' : 'select';
}

function vacuumKind({ is_vacuumcmd: vacuums, options = [] }: Node): string {
  if (!vacuums) return 'analyze';
  const full = options.find(({ DefElem }: Node) => DefElem.defname === 'full')?.DefElem;
  if (!full) return 'vacuum';
  return full.arg && JSON.stringify(full.arg).includes('false') ? 'vacuum' : 'vacuum-full';
}

function reindexFacts({ params = [] }: Node): Record<string, boolean> {
  return { concurrently: params.some(({ DefElem }: Node) => DefElem.defname === 'concurrently') };
}

function dropped(node: Node, object: Node): Told {
  const type = typeOf(node.removeType);
  const names: string[] = (object.List?.items ?? object.TypeName?.names ?? []).map(
    ({ String: name }: Node) => name?.sval,
  );
  const facts = { ...cascades(node), ifExists: node.missing_ok, concurrently: node.concurrent };
  const ownTable = ['trigger', 'rule', 'policy'].includes(type) ? names.slice(0, -1).join('.') : undefined;
  return { ...one(`drop-${type}`, undefined, facts), ...table(type === 'table' ? names.join('.') : ownTable) };
}

function altered(node: Node): readonly Told[] {
  const type = typeOf(node.objtype);
  if (type === 'type') return [one('alter-other')];
  if (type !== 'table') {
    const [first] = node.cmds;
    return [one(first.AlterTableCmd.subtype === 'AT_ChangeOwner' ? 'set-owner' : `alter-${type}`)];
  }
  return node.cmds.map(({ AlterTableCmd: clause }: Node) => {
    const constraint = clause.subtype === 'AT_AddConstraint' ? clause.def.Constraint : undefined;
    const column = clause.subtype === 'AT_AddColumn' ? clause.def.ColumnDef : undefined;
    return one(clauseKind(clause), node.relation, {
      ...cascades(clause),
      ifExists: clause.missing_ok && ['AT_DropColumn', 'AT_DropConstraint'].includes(clause.subtype),
      ifNotExists: clause.missing_ok && clause.subtype === 'AT_AddColumn',
      notValid: constraint?.skip_validation === true,
      usingIndex: constraint?.indexname !== undefined,
      concurrently: clause.subtype === 'AT_DetachPartition' && clause.def.PartitionCmd.concurrent,
      notNull: column?.constraints?.some(({ Constraint }: Node) => Constraint.contype === 'CONSTR_NOTNULL'),
    });
  });
}

function clauseKind({ subtype, def }: Node): string {
  if (subtype === 'AT_ColumnDefault') return def ? 'set-default' : 'drop-default';
  return CLAUSES[subtype] ?? subtype;
}

function typeOf(constant: string): string {
  const word = constant.replace(/^OBJECT_/, '');
  return TYPES[word] ?? word.toLowerCase();
}

function cascades({ behavior }: Node) {
  return { cascade: behavior === 'DROP_CASCADE' };
}

function one(kind: string, relation?: Node, facts: Readonly<Record<string, unknown>> = {}): Told {
  const said = Object.keys(facts).filter((fact) => facts[fact] === true);
  const name = relation && [relation.schemaname, relation.relname].filter(Boolean).join('.');
  return { kind, ...table(name), facts: said.sort() };
}

function table(name: string | undefined) {
  return name ? { table: name } : {};
}
