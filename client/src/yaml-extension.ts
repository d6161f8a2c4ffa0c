/**
 * Red Hat's YAML extension, where people have it. It reads the schema that our manifest offers (`yamlValidation`), which is all that is
 * known of a plan where our server does not run; where it does, what both would say is said once.
 */
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import { SECTION, SYNTAX_RULE } from './names.ts';

/** The part of its programming interface that concerns us. */
interface YamlExtension {
  registerContributor?(
    scheme: string,
    schemaOf: (document: string) => string | undefined,
    contentOf: (schema: string) => string,
  ): boolean;
}

const SCHEME = 'rollout-plan';
/** A schema that takes everything and explains nothing. What a contributor names goes before what a manifest offers. */
const ANYTHING = {
  uri: `${SCHEME}://anything`,
  content: JSON.stringify({ title: 'Rollout Plan, by its own extension' }),
};

/** Its problems with a schema have a source that names the schema. */
const ITS_SYNTAX = 'YAML';

const find = (): vscode.Extension<YamlExtension> | undefined => vscode.extensions.getExtension('redhat.vscode-yaml');

/** Leaves to the server what the server reads. Asked anew for each document and edit, so that the schema is back when the server is gone. */
export async function leavePlansToServer(isServed: (document: string) => boolean): Promise<void> {
  const extension = await find()?.activate();
  extension?.registerContributor?.(
    SCHEME,
    (document) => (isServed(document) ? ANYTHING.uri : undefined),
    () => ANYTHING.content,
  );
}

type Beside = Pick<Middleware, 'provideDiagnostics' | 'provideCodeActions' | 'provideDocumentSymbols'>;

/** What it says of all YAML whatever its schema: mistakes of syntax, whose quick fixes stay ours, and an outline. */
export function besideYamlExtension(): Beside {
  const heldBack = new WeakMap<vscode.TextDocument, readonly vscode.Diagnostic[]>();
  return {
    async provideDiagnostics(document, previous, token, next) {
      const report = await next(document, previous, token);
      if (report?.kind !== 'full' || document instanceof vscode.Uri) return report;
      const held = tellsSyntax(document) ? report.items.filter(isSyntax) : [];
      heldBack.set(document, held);
      return { ...report, items: report.items.filter((item) => !held.includes(item)) };
    },
    async provideCodeActions(document, range, context, token, next) {
      const actions = await next(document, range, context, token);
      const told = context.diagnostics.find(({ source }) => source === ITS_SYNTAX);
      const own = told && nearestElsewhere(heldBack.get(document) ?? [], told.range, range);
      if (!own) return actions;
      const there = await next(document, own.range, context, token);
      return [...(actions ?? []), ...(there ?? []).filter(mendsSyntax)];
    },
    provideDocumentSymbols(document, token, next) {
      const wanted = vscode.workspace.getConfiguration(SECTION, document).get('outline');
      if (wanted === 'never' || (wanted !== 'always' && isRead(document))) return [];
      return next(document, token);
    },
  };
}

/** Not a suppression, which says "this line" and has a reason to be filled in: it is no plain edit of a text. */
function mendsSyntax(action: vscode.Command | vscode.CodeAction): boolean {
  if (!('edit' in action)) return false;
  return action.diagnostics?.some(isSyntax) === true && (action.edit?.entries().length ?? 0) > 0;
}

/** A quote that is not closed is told at its end by one and at its beginning by the other. Nothing where the range has one already. */
function nearestElsewhere(
  held: readonly vscode.Diagnostic[],
  told: vscode.Range,
  range: vscode.Range,
): vscode.Diagnostic | undefined {
  if (held.some((own) => own.range.intersection(range))) return undefined;
  const distance = (own: vscode.Diagnostic) => Math.abs(own.range.start.line - told.start.line);
  return [...held].sort((a, b) => distance(a) - distance(b))[0];
}

function isRead(document: vscode.TextDocument): boolean {
  return document.languageId === 'yaml' && find()?.isActive === true;
}

function tellsSyntax(document: vscode.TextDocument): boolean {
  return isRead(document) && vscode.workspace.getConfiguration('yaml', document).get('validate') !== false;
}

function isSyntax({ code }: vscode.Diagnostic): boolean {
  return (typeof code === 'object' ? code.value : code) === SYNTAX_RULE;
}
