/** The entry of the command line. */
import module from 'node:module';
import { printableLines } from './cli/printable.ts';
import { run } from './cli/program.ts';
import { failureText } from './util/failure.ts';

// Newer than the oldest Node that we run on.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

/* istanbul ignore next -- a terminal has colours, and no test has a terminal */
const colour = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;

function fail(error: unknown): void {
  process.stderr.write(`rollout-plan: ${printableLines(failureText(error))}\n`);
  process.exitCode = 2;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that goes away (`| head`) is no failure of ours.
  if (error.code === 'EPIPE') process.exit(0);
  fail(error);
});

run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  colour,
}).then((code) => {
  // What could not be printed has failed, whatever it said.
  process.exitCode ??= code;
}, fail);
