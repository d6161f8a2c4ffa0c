/** The entry of the command line. */
import module from 'node:module';
import { printableLines } from './cli/printable.ts';
import { run } from './cli/program.ts';
import { failureText } from './util/failure.ts';

// Newer than the oldest Node that we run on.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

const colour = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;

// A reader that goes away (`| head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
});

run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  colour,
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`rollout-plan: ${printableLines(failureText(error))}\n`);
    process.exitCode = 2;
  },
);
