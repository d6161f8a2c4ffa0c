/** How findings are printed. Lines and columns count from 1, columns in UTF-16 code units. */
import { styleText } from 'node:util';
import type { Diagnostic } from '../features/types.ts';
import type { CheckedFile } from './check.ts';
import { printable, printableLines } from './printable.ts';

export function formatJson(files: readonly CheckedFile[]): string {
  const plain = files.map(({ path, problems }) => ({ path, problems: problems.map(jsonProblem) }));
  return printableLines(`${JSON.stringify({ files: plain }, undefined, 2)}\n`);
}

function jsonProblem({ code, severity, message, range, fixable }: Diagnostic): object {
  return {
    rule: code,
    severity,
    message,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    fixable,
  };
}

const COLOURS = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const;

export function formatText(files: readonly CheckedFile[], colour: boolean): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    colour ? styleText(style, text) : text;
  const lines: string[] = [];
  for (const { path, problems } of files) {
    if (problems.length === 0) continue;
    lines.push(paint('underline', printable(path)));
    for (const { range, severity, message, code } of problems) {
      const place = `${range.start.line + 1}:${range.start.character + 1}`;
      lines.push(
        `  ${place.padEnd(8)} ${paint(COLOURS[severity], severity)}  ${printable(message)}  ${paint('dim', code)}`,
      );
    }
    lines.push('');
  }
  lines.push(summary(files));
  return `${lines.join('\n')}\n`;
}

function summary(files: readonly CheckedFile[]): string {
  const all = files.flatMap(({ problems }) => problems);
  const count = (severity: Diagnostic['severity']): number =>
    all.filter((problem) => problem.severity === severity).length;
  const many = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
  const checked = `${many(files.length, 'plan')} checked`;
  if (all.length === 0) return `${checked}, no problems`;
  const rest = count('information') + count('hint');
  return `${checked}: ${many(count('error'), 'error')}, ${many(count('warning'), 'warning')}, ${many(rest, 'note')}`;
}
