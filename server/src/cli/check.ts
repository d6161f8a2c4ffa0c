/** `check`: reads plans, prints what is wrong with them. */
import { relative, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import type { Diagnostic } from '../features/types.ts';
import type { DocumentKind } from '../model/plan-document.ts';
import { createLanguageService } from '../service.ts';
import { DEFAULT_SETTINGS } from '../workspace/host.ts';
import { createNodeHost } from '../workspace/node-host.ts';
import { collectFiles } from './collect.ts';
import { formatJson, formatText } from './format.ts';
import { printable, printableLines } from './printable.ts';
import type { ExitCode, Output } from './program.ts';

export interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly now?: string;
  readonly as?: DocumentKind;
}

export interface CheckedFile {
  readonly path: string;
  readonly problems: readonly Diagnostic[];
}

export async function check(paths: readonly string[], options: CheckOptions, output: Output): Promise<ExitCode> {
  const { files, failures } = collectFiles(paths);
  const failed = failures.map(({ path, why }) => `${path} ${why}`);
  const log = (level: string, message: string): void => {
    if (level === 'error') output.err(`rollout-plan: ${printableLines(message)}\n`);
  };
  const service = createLanguageService(
    createNodeHost({ log, ...(options.now ? { now: options.now } : {}) }),
    options.as ? { as: options.as } : {},
  );
  // Everything is printed: the cap is there to keep editors quick.
  service.setSettings({ ...DEFAULT_SETTINGS, maxProblems: Number.POSITIVE_INFINITY });
  service.setRoots(paths.map(uriOf));
  const checked: CheckedFile[] = [];
  const policies = new Set<string>();
  for (const { path, named } of files) {
    const uri = uriOf(path);
    const problems = await service.diagnostics(uri);
    // A folder is full of files that are not plans; one that was named is always answered for.
    if (!named && !(await service.isPlanFile(uri))) continue;
    const unreadable = problems.find(({ code }) => code === 'unreadable-file');
    if (unreadable) failed.push(`${path}: ${unreadable.message}`);
    else checked.push({ path, problems });
    for (const policy of await service.policiesFor(uri)) policies.add(policy);
  }
  // A policy that lies elsewhere is said to be wrong where it is: what is wrong in it does not count.
  for (const { path } of files) policies.delete(uriOf(path));
  for (const uri of policies) {
    const problems = await service.diagnostics(uri);
    if (problems.length > 0) checked.push({ path: relative('', URI.parse(uri).fsPath), problems });
  }
  output.out(options.format === 'json' ? formatJson(checked) : formatText(checked, output.colour));
  for (const line of failed) output.err(`rollout-plan: ${printable(line)}\n`);
  if (failed.length > 0) return 2;
  return checked.some(({ problems }) => problems.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

function uriOf(path: string): string {
  return URI.file(resolve(path)).toString();
}
