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

/** What it says of all YAML whatever its schema: mistakes of syntax, whose quick fixes stay ours, and an outline. */
export const besideYamlExtension: Pick<Middleware, 'provideDiagnostics' | 'provideDocumentSymbols'> = {
  async provideDiagnostics(document, previous, token, next) {
    const report = await next(document, previous, token);
    if (report?.kind !== 'full' || document instanceof vscode.Uri || !tellsSyntax(document)) return report;
    return { ...report, items: report.items.filter(({ code }) => !isSyntax(code)) };
  },
  provideDocumentSymbols(document, token, next) {
    const wanted = vscode.workspace.getConfiguration(SECTION, document).get('outline');
    if (wanted === 'never' || (wanted !== 'always' && isRead(document))) return [];
    return next(document, token);
  },
};

function isRead(document: vscode.TextDocument): boolean {
  return document.languageId === 'yaml' && find()?.isActive === true;
}

function tellsSyntax(document: vscode.TextDocument): boolean {
  return isRead(document) && vscode.workspace.getConfiguration('yaml', document).get('validate') !== false;
}

function isSyntax(code: vscode.Diagnostic['code']): boolean {
  return (typeof code === 'object' ? code.value : code) === SYNTAX_RULE;
}
