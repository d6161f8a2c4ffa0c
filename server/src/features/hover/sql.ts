/** What an SQL statement does to the data, and to those who use it meanwhile. */
import * as l10n from '@vscode/l10n';
import {
  type Effect,
  type Engine,
  effectsOf,
  engineNamed,
  type LocatedStatement,
  type Statement,
} from '../../analysis/sql/index.ts';
import { databaseOf, sqlOfSteps, statementsOfNode } from '../../lint/step-sql.ts';
import type { ScalarNode } from '../../model/located.ts';
import { firstLine, offsets, textOf } from '../../model/source.ts';
import type { PlanContext } from '../context.ts';
import { contains } from '../ids.ts';
import { bullets, code, joined, link, type Markup, markup, own, paragraphs } from '../markup.ts';
import type { Place } from '../place.ts';
import type { About } from './about.ts';

export function aboutSql(context: PlanContext, place: Place): About | undefined {
  const { node, schema, isCode } = place.visit;
  if (place.onKey || node.kind !== 'scalar' || !isCode) return undefined;
  const found = inStep(context, place) ?? elsewhere(node, schema.fences, context, place);
  // Words in the place of SQL are a sentence, or PromQL.
  if (!found || found.statement.statement.kind === 'unknown') return undefined;
  const { statement, effects } = found;
  return { span: firstLine(statement.span), text: textFor(statement, effects) };
}

interface Judged {
  readonly statement: LocatedStatement;
  readonly effects: readonly Effect[];
}

/** On the way forward nothing is lost with what the plan itself has made. */
function inStep({ bundle }: PlanContext, { plan, offset }: Place): Judged | undefined {
  const statements = sqlOfSteps({ plan, bundle }).flatMap((step) => step.statements);
  const statement = statements.find((one) => contains(offsets(one.span), offset));
  return statement && { statement, effects: statement.effects };
}

function elsewhere(
  node: ScalarNode,
  fences: readonly string[],
  { bundle }: PlanContext,
  { plan, path, offset }: Place,
): Judged | undefined {
  const { engine: usual, version } = databaseOf({ plan, bundle });
  const engine = engineAround(path) ?? usual;
  const statement = statementsOfNode(node, fences, engine).find((one) => contains(offsets(one.span), offset));
  return statement && { statement, effects: effectsOf(statement.statement, statement.engine, version) };
}

/** A step may be of another database than the plan. */
function engineAround(path: Place['path']): Engine | undefined {
  for (const { node } of path.toReversed()) {
    const said = node.kind === 'map' ? node.entries.get('engine')?.value : undefined;
    if (said?.kind === 'scalar') return engineNamed(said.text);
  }
  return undefined;
}

function textFor({ statement, head, engine }: LocatedStatement, effects: readonly Effect[]): Markup {
  const title = markup`${code(textOf(head))}${own(engine === 'unknown' ? '' : ` · ${engine}`)}`;
  const lines = new Map(
    merged(effects)
      .map(sentence)
      .map((line) => [line.plain, line]),
  );
  return paragraphs([title, bullets([...lines.values()]), nothingKnown(statement, engine, effects), sources(effects)]);
}

/** What the lines above cannot tell. */
function nothingKnown({ kind }: Statement, engine: Engine, effects: readonly Effect[]): Markup {
  if (engine === 'unknown' && !effects.some(({ kind }) => kind === 'locks'))
    return own(l10n.t('What it locks depends on the database, and the plan does not say which one that is.'));
  if (effects.length > 0) return own('');
  if (kind === 'update') return own(l10n.t('Overwrites values in the rows that its condition chooses.'));
  return own(l10n.t('Nobody has to wait for it, as far as the documentation of the database says.'));
}

/** What destroys can mostly not be undone either: one line for both. */
function merged(effects: readonly Effect[]): Effect[] {
  const destroyed = new Set(
    effects.filter(({ kind }) => kind === 'destroys').map(({ what, action }) => key(what, action)),
  );
  return effects.filter(({ kind, what, action }) => kind !== 'irreversible' || !destroyed.has(key(what, action)));
}

function key(what: string, { range }: Effect['action']): string {
  return `${range.from} ${what}`;
}

const CONSEQUENCES: Readonly<Record<Effect['kind'], string>> = {
  destroys: ': destroys data, and only a backup brings it back',
  irreversible: ': cannot be undone',
  locks: '',
  rewrites: '',
  unbounded: ': all rows at once',
};

function sentence({ kind, what, lock, on, action, unless }: Effect): Markup {
  const name = (on ?? action.column ?? action.index ?? action.table)?.name;
  const target = name === undefined || kind === 'rewrites' ? own('') : markup` (${code(name)})`;
  return joined(
    [
      markup`${own(what)}${kind === 'locks' ? own('') : target}`,
      lock === undefined ? own('') : markup` with ${code(lock)}${on ? target : own('')}`,
      own(CONSEQUENCES[kind]),
      unless === undefined ? own('') : own(`, unless ${unless}`),
    ],
    '',
  );
}

function sources(effects: readonly Effect[]): Markup {
  if (effects.length === 0) return own('');
  const urls = [...new Set(effects.map(({ source }) => source))];
  return markup`See ${joined(
    urls.map((url) => link(new URL(url).hostname.replace(/^www\./, ''), url)),
    ', ',
  )}`;
}
