/** Programs that run another program: what counts is what they run. */
import { addToGroup } from '../../util/groups.ts';
import { upTo } from '../../util/parts.ts';
import { findsWhatMatters } from './names.ts';
import type { TextRange, Word } from './types.ts';

interface Wrapper {
  readonly program: string;
  /** Words behind its name by which it is called: `exec` of `kubectl exec`. */
  readonly call: readonly string[];
  /** Its options that take a value in a word of their own. */
  readonly valued: ReadonlySet<string>;
  /** Arguments of its own before the command: the time of `timeout`, the host of `ssh`. */
  readonly own: number;
  /** The command comes after `--`, and nothing runs without it. */
  readonly dashes: boolean;
}

const wrapper = (call: string, valued = '', own = 0, dashes = false): Wrapper => ({
  program: upTo(call, ' '),
  call: call.split(' ').slice(1),
  valued: new Set(valued.split(' ').filter(Boolean)),
  own,
  dashes,
});

const CONTAINER = '-u --user -e --env --env-file -w --workdir --index --entrypoint -v --volume --name -p --network';
const WRAPPERS: readonly Wrapper[] = [
  wrapper('sudo', '-u -g -h -p -C -T -U -R -D --user --group --host --prompt --chdir'),
  wrapper('doas', '-u -C'),
  wrapper('env', '-u -C --unset --chdir'),
  ...['time', 'nohup', 'exec', 'command', 'builtin', 'setsid', 'chronic', 'then', 'caffeinate'].map((call) =>
    wrapper(call),
  ),
  wrapper('nice', '-n --adjustment'),
  wrapper('ionice', '-c -n -p --class --classdata'),
  wrapper('timeout', '-s -k --signal --kill-after', 1),
  wrapper('stdbuf', '-i -o -e'),
  wrapper('watch', '-n --interval'),
  wrapper('flock', '-w --wait -E', 1),
  wrapper('retry', '-t --times -d --delay'),
  wrapper('xargs', '-n -I -P -L -d -E -s -a --max-args --max-procs --delimiter --arg-file --replace'),
  wrapper('parallel', '-j -n --jobs -I'),
  ...['npx', 'bunx', 'yarn', 'pnpm', 'pnpm exec', 'pnpm dlx', 'yarn run', 'yarn exec', 'npm exec'].map((call) =>
    wrapper(call, '-p --package'),
  ),
  ...['bundle exec', 'poetry run', 'uv run', 'pipenv run', 'rye run', 'pdm run'].map((call) => wrapper(call)),
  wrapper('kubectl exec', '', 0, true),
  wrapper('kubectl run', '', 0, true),
  wrapper('oc exec', '', 0, true),
  wrapper('oc rsh', '-n -c --namespace --container', 1),
  wrapper('aws-vault exec', '', 0, true),
  wrapper('doppler run', '', 0, true),
  wrapper('op run', '', 0, true),
  wrapper('chamber exec', '', 0, true),
  wrapper('teller run', '', 0, true),
  wrapper('heroku run', '-a --app -r --remote -s --size'),
  wrapper('docker exec', CONTAINER, 1),
  wrapper('podman exec', CONTAINER, 1),
  wrapper('docker run', CONTAINER, 1),
  wrapper('docker compose exec', CONTAINER, 1),
  wrapper('docker compose run', CONTAINER, 1),
  wrapper('docker-compose exec', CONTAINER, 1),
  wrapper('docker-compose run', CONTAINER, 1),
  wrapper('ssh', '-i -p -l -o -J -F -L -R -D -b -c -E -m -S -W -w', 1),
];
const WRAPPERS_OF = new Map<string, Wrapper[]>();
for (const one of WRAPPERS) addToGroup(WRAPPERS_OF, one.program, one);
/** They take a text that is commands again. */
const SHELLS = new Set(['bash', 'sh', 'zsh', 'dash', 'ksh', 'ash', 'su']);
/** `sudo env timeout xargs …`: nobody wraps more than this. */
const DEEPEST = 8;
const ASSIGNMENT = /^[A-Za-z_]\w*=/;

export interface Unwrapped {
  readonly words: readonly Word[];
  readonly assignments: readonly Word[];
  /** Words that hold commands. */
  readonly scripts: readonly TextRange[];
}

export function unwrap(all: readonly Word[]): Unwrapped {
  const assignments: Word[] = [];
  let words = all;
  let isWrapped = false;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const start = words.findIndex(({ text }) => !ASSIGNMENT.test(text));
    if (start !== 0) {
      assignments.push(...(start < 0 ? words : words.slice(0, start)));
      words = start < 0 ? [] : words.slice(start);
    }
    const inside = runBy(words);
    if (!inside) break;
    words = inside;
    isWrapped = true;
  }
  const [first, ...others] = words;
  // `ssh host 'a; b'` hands the whole string to a shell.
  if (isWrapped && first?.inner && others.length === 0 && /\s/.test(first.text))
    return { words: [], assignments, scripts: [first.inner] };
  const script = scriptOf(words);
  return { words, assignments, scripts: [...(script ? [script] : []), ...runByFind(words)] };
}

function runBy(words: readonly Word[]): readonly Word[] | undefined {
  const wrapper = WRAPPERS_OF.get(programOf(words))?.findLast((one) => isCalled(words, one));
  if (!wrapper) return undefined;
  const rest = words.slice(wrapper.dashes ? 1 : 1 + wrapper.call.length);
  const dashes = rest.findIndex(({ text }) => text === '--');
  if (wrapper.dashes) return dashes >= 0 && dashes < rest.length - 1 ? rest.slice(dashes + 1) : undefined;
  let own = wrapper.own;
  let isValue = false;
  for (const [at, { text }] of rest.entries()) {
    if (isValue) isValue = false;
    else if (text === '--') return nonEmpty(rest.slice(at + 1 + own));
    else if (text.startsWith('-') && text.length > 1) isValue = wrapper.valued.has(text);
    else if (own-- === 0) return nonEmpty(rest.slice(at));
  }
  return undefined;
}

/** Without its folder; empty where there are no words. */
function programOf(words: readonly Word[]): string {
  return words[0]?.text.replace(/^.*\//, '') ?? '';
}

function nonEmpty(words: readonly Word[]): readonly Word[] | undefined {
  return words.length > 0 ? words : undefined;
}

/** Options may stand between a program's name and its first word: `kubectl -n prod exec`. */
function isCalled(words: readonly Word[], { call, dashes }: Wrapper): boolean {
  if (!dashes) return call.every((word, at) => words[at + 1]?.text === word);
  const end = words.findIndex(({ text }) => text === '--');
  return call.every((word) => words.slice(1, Math.max(end, 0)).some(({ text }) => text === word));
}

function scriptOf(words: readonly Word[]): TextRange | undefined {
  const name = programOf(words);
  if (name === 'eval') return words[1]?.inner;
  if (!SHELLS.has(name)) return undefined;
  const at = words.findIndex(({ text }) => /^-[a-z]*c$/.test(text));
  return at > 0 ? words[at + 1]?.inner : undefined;
}

/** `find … -exec rm -rf {} \;` runs rm. The words are read again where they stand. */
function runByFind(words: readonly Word[]): TextRange[] {
  if (programOf(words) !== 'find') return [];
  const at = words.findIndex(({ text }) => text === '-exec' || text === '-execdir');
  const [first, ...rest] = at > 0 ? words.slice(at + 1) : [];
  if (!first || !findsWhatMatters(words.map(({ text }) => text))) return [];
  const end = rest.find(({ text }) => text === ';' || text === '+');
  return [{ from: first.from, to: end?.from ?? (words.at(-1) as Word).to }];
}
