/** `check`: reads plans, prints what is wrong with them. */
import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import type { Diagnostic } from '../features/types.ts';
import type { DocumentKind } from '../model/plan-document.ts';
import { bundlesOf } from './bundles.ts';
import { type CheckFile, collectFiles } from './collect.ts';
import { formatJson, formatText } from './format.ts';
import { type JudgedFile, Judging, type Scope } from './judging.ts';
import { printable, printableLines } from './printable.ts';
import type { ExitCode, Output } from './program.ts';
import { Threads, threadsFor } from './threads.ts';

export interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly now?: string;
  readonly as?: DocumentKind;
  /** As many as pay for themselves, where it is not said. */
  readonly threads?: number;
  /** The program of further threads. */
  readonly program: string;
}

export interface CheckedFile {
  readonly path: string;
  readonly problems: readonly Diagnostic[];
}

export async function check(paths: readonly string[], options: CheckOptions, output: Output): Promise<ExitCode> {
  const { files, failures } = collectFiles(paths);
  const { now, as } = options;
  const scope: Scope = {
    roots: paths.map((path) => URI.file(resolve(path)).toString()),
    ...(now ? { now } : {}),
    ...(as ? { as } : {}),
  };
  const judging = new Judging(scope);
  const judged = await judgeAll(files, judging, scope, options);
  for (const message of judged.flatMap(({ failures }) => failures))
    output.err(`rollout-plan: ${printableLines(message)}\n`);
  const failed = failures.map(({ path, why }) => `${path} ${why}`);
  const checked: CheckedFile[] = [];
  for (const { path, problems } of judged) {
    const unreadable = problems?.find(({ code }) => code === 'unreadable-file');
    if (unreadable) failed.push(`${path}: ${unreadable.message}`);
    else if (problems) checked.push({ path, problems });
  }
  checked.push(...(await faultyPolicies(judged, files, judging)));
  output.out(options.format === 'json' ? formatJson(checked) : formatText(checked, output.colour));
  for (const line of failed) output.err(`rollout-plan: ${printable(line)}\n`);
  if (failed.length > 0) return 2;
  return checked.some(({ problems }) => problems.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

/** In the order of the files. */
async function judgeAll(
  files: readonly CheckFile[],
  judging: Judging,
  scope: Scope,
  { threads = threadsFor(bytesOf(files)), program }: CheckOptions,
): Promise<readonly JudgedFile[]> {
  if (threads === 1 && files.length < FEW) return judging.judgeEach([files]);
  const others = new Threads(program, { threads, files: files.length });
  try {
    const found = await judging.foundPlans();
    return inOrder(files, await others.judge(bundlesOf(files, found), judging, { ...scope, found }));
  } finally {
    others.end();
  }
}

function inOrder(files: readonly CheckFile[], judged: readonly JudgedFile[]): readonly JudgedFile[] {
  const byPath = new Map(judged.map((file) => [file.path, file]));
  return files.flatMap(
    ({ path }) => byPath.get(path) ?? /* istanbul ignore next -- every file comes back, or the check has failed */ [],
  );
}

/** Are kept in memory together, rather than bundle by bundle. */
const FEW = 50;

function bytesOf(files: readonly CheckFile[]): number {
  let bytes = 0;
  for (const { path } of files) {
    const stats = statSync(path, { throwIfNoEntry: false });
    /* istanbul ignore else -- gone since it was found */
    if (stats) bytes += stats.size;
  }
  return bytes;
}

/** A policy that lies elsewhere is said to be wrong where it is: what is wrong in it does not count. */
async function faultyPolicies(
  judged: readonly JudgedFile[],
  files: readonly CheckFile[],
  judging: Judging,
): Promise<CheckedFile[]> {
  const policies = new Set(judged.flatMap(({ policies }) => policies));
  for (const { uri } of files) policies.delete(uri);
  const faulty: CheckedFile[] = [];
  for (const uri of policies) {
    const problems = await judging.problemsIn(uri);
    if (problems.length > 0) faulty.push({ path: relative('', URI.parse(uri).fsPath), problems });
  }
  return faulty;
}
