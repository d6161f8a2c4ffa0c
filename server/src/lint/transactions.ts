/** Whether a statement runs inside of a transaction, as far as the plan shows. */
import type { Kind } from '../analysis/sql/index.ts';
import { spelling } from '../model/plan/view.ts';
import { plansAround } from './bundle.ts';
import type { RuleContext } from './rule.ts';
import type { StepAction } from './sql-actions.ts';
import type { StepStatement } from './step-sql.ts';

/** What puts the statement into a transaction. Its words go on after "runs inside of". */
export interface Enclosing {
  readonly by: 'begin' | 'client' | 'tool';
  readonly words: string;
}

type Place = Pick<StepAction, 'statement' | 'step'>;

export function enclosing({ statement, step }: Place, context: RuleContext): Enclosing | undefined {
  const { script } = statement;
  if (isOpened(statement)) return { by: 'begin', words: 'the transaction that BEGIN opens' };
  if (statement.statement.within) return { by: 'begin', words: 'a DO block, which is a transaction' };
  if (script.from !== 'sql' && isOneTransaction(statement))
    return { by: 'client', words: 'one transaction, as psql sends it' };
  if (script.from === 'command' || saysTransaction(step)) return undefined;
  return ofTool(statement, context);
}

function isOpened({ script, statement }: StepStatement): boolean {
  let isOpen = false;
  for (const { statement: other } of script.statements) {
    if (other === statement) break;
    if (other.kind === 'begin') isOpen = true;
    else if (other.kind === 'commit' || other.kind === 'rollback') isOpen = false;
  }
  return isOpen;
}

/** Several statements of one `-c` are one transaction; so is everything under `-1`. */
function isOneTransaction({ script }: StepStatement): boolean {
  const line = script.node.text;
  if (/\bpsql\b[^\n|;]*\s(?:-1|--single-transaction)(?=\s|$)/.test(line)) return true;
  return script.together === true && script.statements.length > 1;
}

/** Migration tools that wrap each migration, unless it says otherwise. */
const WRAPPING =
  /\b(?:alembic|django|rails|active ?record|liquibase|knex|goose|dbmate|typeorm|node-pg-migrate|ecto|sqlx|diesel|refinery)\b/i;

/** They stand before any kind of statement. */
const SETTINGS: ReadonlySet<Kind> = new Set(['set', 'set-lock-timeout'] satisfies Kind[]);

/** Flyway sees by itself that a statement cannot be wrapped, and refuses a migration that also holds others. */
function ofTool({ script }: StepStatement, { plan, bundle }: RuleContext): Enclosing | undefined {
  const named = plansAround(plan, bundle).map(({ view }) => view.change?.environment?.database?.migrationTool);
  const tool = spelling(named.find((said) => said !== undefined));
  if (WRAPPING.test(tool)) return { by: 'tool', words: `the transaction that ${tool} opens for each migration` };
  const isMixed = script.statements.some(
    ({ statement: { kind, actions } }) => !SETTINGS.has(kind) && !actions.some(({ facts }) => facts.concurrently),
  );
  return /\bflyway\b/i.test(tool) && isMixed
    ? { by: 'tool', words: `a migration that ${tool} cannot split: it holds other statements as well` }
    : undefined;
}

/** Whoever speaks of transactions has thought of it. */
function saysTransaction({ node, up, down }: StepAction['step']): boolean {
  const texts = [node.entries.get('description')?.value, node.entries.get('notes')?.value];
  const words = [...texts, up?.sql?.node, up?.description?.node, down?.sql?.node];
  return words.some((word) => word?.kind === 'scalar' && /transaction|autocommit|atomic/i.test(word.text));
}
