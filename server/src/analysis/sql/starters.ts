/** Words that begin a statement where no `;` has ended the one before: T-SQL, and blocks of procedural languages. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const STARTERS = words(
  'create alter drop truncate insert update delete select merge exec execute declare set print begin commit rollback save use if while raiserror throw return waitfor grant deny revoke backup restore bulk dbcc checkpoint end else perform raise loop for foreach exception',
);

/** First words of what only steers: another statement may follow on the same line. */
export const CONTROL = words('if else elsif elseif while for foreach when loop begin end exception case');

/** After these a query is a part of the statement. */
const TAKES_QUERY = words('insert with create alter merge declare for explain');
const JOINS_QUERIES = words('union all except intersect as for');
/** Before UPDATE, DELETE and INSERT: they name an event or a right. */
const NAMES_EVENT = words('for after of on then instead and or before grant deny revoke to as key no');
const OBJECTS = words('table view index procedure proc function trigger schema type column constraint sequence');

/** Whether a word that could begin a statement is a part of the one that `head` began. `own`: it has had one before. */
export function belongsToHead(word: string, head: string, before: string, after: string, own: boolean): boolean {
  switch (word) {
    case 'select':
      return JOINS_QUERIES.has(before) || TAKES_QUERY.has(head);
    case 'set':
      return (head === 'update' && !own) || ['alter', 'merge', 'with', 'insert'].includes(head);
    case 'insert':
    case 'update':
    case 'delete':
    case 'merge':
      return NAMES_EVENT.has(before) || head === 'merge' || (head === 'with' && !own) || isRight(head);
    case 'exec':
    case 'execute':
      return head === 'insert' || before === 'as' || isRight(head);
    case 'if':
      return OBJECTS.has(before) || (before === 'else' && head === 'else');
    case 'for':
    case 'while':
    case 'exception':
    case 'loop':
      return !['begin', 'else', 'end'].includes(head);
    case 'else':
    case 'end':
      return false;
    case 'use':
    case 'return':
    case 'declare':
      return head === 'create' || after === '';
    case 'grant':
    case 'deny':
    case 'revoke':
      return head === 'revoke' || before === 'with';
    case 'begin':
    case 'commit':
    case 'rollback':
      return before === 'with';
    default:
      return false;
  }
}

function isRight(head: string): boolean {
  return head === 'grant' || head === 'deny' || head === 'revoke';
}
