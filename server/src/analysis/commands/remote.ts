/** Programs that run a line on other machines, and the options that hold it. */

interface Runner {
  /** Words that its call holds, in their order: `compute ssh`. */
  readonly call: readonly string[];
  readonly options: readonly string[];
}

const runner = (call: string, options: string): Runner => ({
  call: call.split(' ').filter(Boolean),
  options: options.split(' '),
});

const RUNNERS: Readonly<Record<string, Runner>> = {
  ansible: runner('', '-a --args'),
  gcloud: runner('compute ssh', '--command'),
  aws: runner('ecs execute-command', '--command'),
  az: runner('vm run-command invoke', '--scripts'),
  fly: runner('ssh console', '-C --command'),
  flyctl: runner('ssh console', '-C --command'),
};

/** Modules of Ansible whose arguments are a line; it takes `command` where none is named. */
const RUNS_LINES = /^(?:ansible\.(?:builtin|windows)\.)?(?:win_)?(?:command|shell|raw)$/;

export interface RemoteLine {
  /** Among the words. */
  readonly at: number;
  /** What of the word stands before the line: `--command=`. */
  readonly skip: number;
}

/** The word that holds the line which such a program runs. */
export function remoteLine(program: string, words: readonly string[]): RemoteLine | undefined {
  const called = Object.hasOwn(RUNNERS, program) ? RUNNERS[program] : undefined;
  if (!called || !isCalled(words, called.call) || (program === 'ansible' && !runsLines(words))) return undefined;
  for (const [at, word] of words.entries()) {
    if (called.options.includes(word)) return at + 1 < words.length ? { at: at + 1, skip: 0 } : undefined;
    const option = called.options.find((one) => one.startsWith('--') && word.startsWith(`${one}=`));
    if (option) return { at, skip: option.length + 1 };
  }
  return undefined;
}

function isCalled(words: readonly string[], call: readonly string[]): boolean {
  let from = 0;
  return call.every((word) => {
    const at = words.indexOf(word, from);
    from = at + 1;
    return at >= 0;
  });
}

function runsLines(words: readonly string[]): boolean {
  const named = words.findIndex((word) => word === '-m' || word === '--module-name');
  return named < 0 || RUNS_LINES.test(words[named + 1] ?? '');
}
