/** The editor's start, by its own timers. */
import * as vscode from 'vscode';
import { until } from './wait.ts';

/** An extension of the editor's that waits for the end of the start. */
const LAST = 'vscode.merge-conflict';

export const startIsOver = (): Promise<true> =>
  until('the end of the start', () => vscode.extensions.getExtension(LAST)?.isActive === true);

/** What "Developer: Startup Performance" shows. It is Markdown, so it wakes who waits for that. */
export async function startupPage(): Promise<string> {
  await vscode.commands.executeCommand('perfview.show');
  return until('the page of the timers', () => {
    const page = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText();
    return page?.includes('## Extension Activation Stats') && page;
  });
}

/** One extension's row, in milliseconds. */
export interface Activation {
  readonly id: string;
  readonly event: string;
  readonly load: number;
  readonly call: number;
  readonly finish: number;
}

export const activations = (page: string): Activation[] =>
  rowsOf(page, 'Extension Activation Stats').map(([id = '', , load, call, finish, event = '']) => {
    return { id, event, load: Number(load), call: Number(call), finish: Number(finish) };
  });

export function durationOf(page: string, mark: string): number | undefined {
  const row = rowsOf(page, 'Performance Marks').find(([name]) => name === mark);
  return row && Number(row[1]);
}

/** The cells of the table under a heading. */
function rowsOf(page: string, heading: string): string[][] {
  const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}
