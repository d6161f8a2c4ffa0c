/** The command line: the same engine as in the editor, for pipelines and for every other editor. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { PART_NAMES } from '../model/plan-document.ts';
import type { CheckOptions } from './check.ts';
import { printableLines } from './printable.ts';
import { VERSION } from './version.ts';

/** 0: no errors found; 1: errors found; 2: could not run, or not on everything. */
export type ExitCode = 0 | 1 | 2;

export interface Output {
  out(text: string): void;
  err(text: string): void;
  /** Whether colours and links may be used. */
  readonly colour: boolean;
}

export async function run(args: readonly string[], output: Output): Promise<ExitCode> {
  let exit: ExitCode = 0;
  const program = new Command('rollout-plan')
    .description('Checks rollout, migration and rollback plans in YAML and Markdown.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeOut: output.out, writeErr: (text) => output.err(printableLines(text)) });
  program
    .command('check')
    .description('check plans: files, and folders with everything below them')
    .argument('<path...>', 'files and folders')
    .addOption(new Option('--format <format>', 'how to print what was found').choices(['text', 'json']).default('text'))
    .option('--now <date>', 'the day that dates are judged from, as YYYY-MM-DD (default: today)', parseDay)
    .addOption(new Option('--as <kind>', 'read every file as this, whatever its name').choices(['plan', ...PART_NAMES]))
    .option('--threads <number>', 'how many threads to use (default: several where there are many files)', parseCount)
    .action(async (paths: string[], options: Omit<CheckOptions, 'program'>) => {
      const { check, PROGRAM } = await import('./engine.ts');
      exit = await check(paths, { ...options, program: PROGRAM }, output);
    });
  program
    .command('rules')
    .description('list the rules')
    .addOption(new Option('--format <format>', 'how to print them').choices(['text', 'json']).default('text'))
    .action(async (options: { format: 'text' | 'json' }) => {
      const { listRules } = await import('./engine.ts');
      listRules(options.format, output);
    });
  program
    .command('lsp')
    .description('run the language server, for any editor')
    .option('--stdio', 'speak over standard input and output (the only way there is)')
    .action(async () => {
      const { startOnStdio } = await import('../lsp/stdio.ts');
      await startOnStdio();
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

/** More than any machine has is a slip of the finger, and would cost its memory. */
const MOST_THREADS = 256;

function parseCount(text: string): number {
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > MOST_THREADS) throw new InvalidArgumentError(`It is a number from 1 to ${MOST_THREADS}.`);
  return count;
}

function parseDay(text: string): string {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (!parsed || Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('It is a day such as 2026-11-21.');
  return text;
}
