/**
 * A problem's code is a link to its rule's page. The server gives the page's file, which every editor can open; here a click shows it
 * rendered instead, by a command, the one kind of link that works the same on the desktop, in a browser and in a remote window.
 */
import * as vscode from 'vscode';
import { type Middleware, vsdiag } from 'vscode-languageclient/node';
import { OPEN_RULE_PAGE } from './names.ts';

export const provideDiagnostics: NonNullable<Middleware['provideDiagnostics']> = async (
  document,
  previousResultId,
  token,
  next,
) => {
  const report = await next(document, previousResultId, token);
  if (report?.kind === vsdiag.DocumentDiagnosticReportKind.full) report.items.forEach(linkToPage);
  return report;
};

function linkToPage(diagnostic: vscode.Diagnostic): void {
  if (typeof diagnostic.code !== 'object') return;
  const { value } = diagnostic.code;
  const query = encodeURIComponent(JSON.stringify([value]));
  diagnostic.code = { value, target: vscode.Uri.parse(`command:${OPEN_RULE_PAGE}?${query}`) };
}
