/** What the commands of a text destroy, with the words that do it. */
import { type Arguments, argumentsOf, hasAny, NAMES_TARGET } from './arguments.ts';
import { isMadeAgain, isThrowaway, plainName } from './names.ts';
import { isForbiddenAfter, isNegated } from './negation.ts';
import { commandsIn } from './parse.ts';
import type { Form, Tool } from './table.ts';
import { TOOLS } from './tools/index.ts';
import type { Command, CommandFact } from './types.ts';

const BY_NAME: ReadonlyMap<string, readonly Tool[]> = (() => {
  const found = new Map<string, Tool[]>();
  for (const tool of TOOLS) for (const name of tool.names) found.set(name, [...(found.get(name) ?? []), tool]);
  return found;
})();

/** At most one fact for each command, in the order of the text. */
export function commandFacts(text: string): readonly CommandFact[] {
  return commandsIn(text).flatMap((command) => factOf(command) ?? []);
}

/** Words that prose puts before a command: "run kubectl delete …". */
const LEADS = /^(?:run|execute|then|finally|first|and|call|use|manually|by|via|with)$/i;

function factOf(whole: Command): CommandFact | undefined {
  if (isDenied(whole)) return undefined;
  const command = withoutLead(whole);
  for (const tool of BY_NAME.get(command.name) ?? []) {
    const args = argumentsOf(command, tool.valued);
    const form = hasAny(args, tool.safe) ? undefined : tool.forms.find((form) => fits(form, args));
    if (!form) continue;
    if (tool.sparesByName && isOnThrowaway(command, form)) return undefined;
    const { damage, loss, takesDown = false } = form;
    const { from, to, name } = command;
    return { from, to, command, tool: name, damage, loss, takesDown, ...targetsOf(args, tool) };
  }
  return undefined;
}

function targetsOf(
  { options, operands }: Arguments,
  { naming, actsOnAll }: Tool,
): Pick<CommandFact, 'targets' | 'namedBy'> {
  const words = operands.map(({ text }) => text);
  if (actsOnAll) return { targets: words.filter((word) => !isMadeAgain(word)).map(plainName) };
  const named = options.find(({ name, value }) => (NAMES_TARGET.test(name) || naming.has(name)) && value !== '');
  // `rabbitmqadmin delete queue name=orders vhost=shop`.
  const target = named?.value ?? words.find((word) => word.startsWith('name=')) ?? words.at(-1);
  return { targets: target === undefined ? [] : [plainName(target)], namedBy: named?.name };
}

function withoutLead(command: Command): Command {
  const start = command.words.findIndex(({ text }) => !LEADS.test(text));
  const [name, ...rest] = command.words.slice(Math.max(start, 0));
  if (start <= 0 || !name) return command;
  return { ...command, words: [name, ...rest], from: name.from, name: name.text.toLowerCase() };
}

/** A comment beside it or above it, or the sentence around its backticks, says that it is not to be run. */
export function isDenied({ comments, prose }: Command): boolean {
  return (
    comments.some(isNegated) || (prose !== undefined && (isNegated(prose.before) || isForbiddenAfter(prose.after)))
  );
}

/** The place that it acts on says that nothing depends on it, or the environment does. A file on this machine is no such place. */
function isOnThrowaway({ words, assignments }: Command, { sub = '' }: Form): boolean {
  const environment = assignments.find(({ text }) => /^\w*(?:_ENV|ENVIRONMENT)=/.test(text));
  // `pg:backups:restore` is what it does, and no place.
  const calls = new Set(sub.split(/[ |]/));
  const said = words.slice(1).filter(({ text }) => !calls.has(text));
  const named = said.map(({ text }) => (text.startsWith('-') ? text.replace(/^[^=]*=?/, '') : text));
  return [...named.filter((name) => !/^[/~]/.test(name)), environment?.text ?? ''].some(isThrowaway);
}

function fits(form: Form, args: Arguments): boolean {
  const operands = args.operands.map(({ text }) => text);
  const behind = form.sub === undefined ? operands : behindSub(form.sub, operands);
  if (!behind) return false;
  if (form.needs && !form.needs.every((one) => hasAny(args, one))) return false;
  if (form.unless && hasAny(args, form.unless)) return false;
  if (form.target && !behind.some((word) => form.target?.test(word))) return false;
  return form.when?.(args, behind) ?? true;
}

/** The operands behind the subcommand; nothing where it is another one. */
function behindSub(sub: string, operands: readonly string[]): readonly string[] | undefined {
  const wanted = sub.split(' ');
  return wanted.every((word, at) => word.split('|').includes(operands[at] ?? ''))
    ? operands.slice(wanted.length)
    : undefined;
}
