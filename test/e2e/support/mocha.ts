/** Runs the compiled tests of a folder, and keeps the verdict in a file: the only witness that the runner believes. */
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

export interface SuiteOptions {
  /** Where the compiled tests are. */
  readonly folder: string;
  readonly resultFile: string;
  readonly timeoutMs: number;
  readonly grep?: string | undefined;
}

/** What scripts/vscode/verdict.mjs reads. Rewritten with every test, so that it tells which one the host died in. */
interface Verdict {
  readonly passed: string[];
  readonly failed: { title: string; message: string }[];
  running?: string | undefined;
  finished: boolean;
}

/** Fails when a test does, so that VS Code's exit code says the same as the file. */
export async function runSuite({ folder, resultFile, timeoutMs, grep }: SuiteOptions): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: timeoutMs, reporter: 'base' });
  if (grep) mocha.fgrep(grep);
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith('.e2e.cjs')) mocha.addFile(path.join(folder, file));
  }
  const failures = await new Promise<number>((resolve) => {
    record(mocha.run(resolve), resultFile);
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

function record(runner: Mocha.Runner, resultFile: string): void {
  const verdict: Verdict = { passed: [], failed: [], finished: false };
  const save = () => writeFileSync(resultFile, JSON.stringify(verdict, null, 2));
  runner.on('test', (test) => {
    verdict.running = test.fullTitle();
    save();
  });
  runner.on('pass', (test) => {
    verdict.passed.push(test.fullTitle());
    console.log(`  ✔ ${test.fullTitle()} (${test.duration} ms)`);
  });
  runner.on('fail', (test, error) => {
    verdict.failed.push({ title: test.fullTitle(), message: String(error.stack ?? error) });
    console.log(`  ✖ ${test.fullTitle()}`);
  });
  runner.on('end', () => {
    verdict.running = undefined;
    verdict.finished = true;
    save();
  });
}
