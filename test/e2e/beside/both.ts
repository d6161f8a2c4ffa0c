/** Both extensions in one editor, and what the editor then has of a document. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../support/wait.ts';
import type { StandIn } from './stand-in/extension.ts';

export async function yamlExtension(): Promise<StandIn> {
  const extension = vscode.extensions.getExtension<StandIn>('redhat.vscode-yaml');
  assert.ok(extension, 'started by run-beside.mjs');
  return extension.activate();
}

/** All that it has said of a document, once it has said something `times` times. */
export async function itsReports({ uri }: vscode.TextDocument, times = 1): Promise<ReturnType<StandIn['reports']>> {
  const { reports } = await yamlExtension();
  return until('a report of the YAML extension', () => reports(uri).length >= times && reports(uri));
}

export const isIts = ({ source = '' }: vscode.Diagnostic): boolean => /^(?:YAML|yaml-schema\b.*)$/.test(source);

/** Its problems in a document, once they are as many as that. */
export const itsProblems = (document: vscode.TextDocument, count: number): Promise<vscode.Diagnostic[]> => {
  const found = () => vscode.languages.getDiagnostics(document.uri).filter(isIts);
  return until(`${count} problems of the YAML extension`, () => found().length === count && found(), found);
};

/** Asks both for something at a place, behind the first occurrence of some words. */
export const askAt = async <T>(
  command: string,
  document: vscode.TextDocument,
  words: string,
  ...more: unknown[]
): Promise<T> => {
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0, `"${words}" is there`);
  const position = document.positionAt(at + words.length);
  return vscode.commands.executeCommand<T>(command, document.uri, position, ...more);
};

export const ask = async <T>(command: string, document: vscode.TextDocument, ...more: unknown[]): Promise<T> =>
  vscode.commands.executeCommand<T>(command, document.uri, ...more);

/** What is there more than once. */
export const repeated = (names: readonly string[]): string[] => names.filter((name, at) => names.indexOf(name) !== at);

export const spanOf = ({ start, end }: vscode.Range): string =>
  `${start.line}:${start.character}-${end.line}:${end.character}`;

export const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

export const shownIn = ({ contents }: vscode.Hover): string =>
  contents.map((content) => (typeof content === 'string' ? content : content.value)).join('');

export async function withSetting(
  section: string,
  name: string,
  value: unknown,
  work: () => Promise<void>,
): Promise<void> {
  const settings = vscode.workspace.getConfiguration(section);
  await settings.update(name, value);
  try {
    await work();
  } finally {
    await settings.update(name, undefined);
  }
}
