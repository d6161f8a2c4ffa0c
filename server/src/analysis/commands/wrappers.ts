/** Programs that run another program: what counts is what they run. */
import { addToGroup } from '../../util/groups.ts';
import { paired } from '../../util/paired.ts';
import { upTo } from '../../util/parts.ts';
import { findsWhatMatters } from './names.ts';
import { remoteLine } from './remote.ts';
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
  /** Its own arguments end its options: what stands behind the image of `docker run` is the command. */
  readonly ends: boolean;
}

const wrapper = (call: string, valued = '', own = 0, dashes = false, ends = false): Wrapper => ({
  program: upTo(call, ' '),
  call: call.split(' ').slice(1),
  valued: new Set(valued.split(' ').filter(Boolean)),
  own,
  dashes,
  ends,
});

const CONTAINER = [
  '-u --user -e --env --env-file -w --workdir --index --entrypoint -v --volume --name -p --publish --network --net',
  '--restart --pull --platform --mount --link -h --hostname -l --label -m --memory --cpus --add-host --gpus --shm-size',
  '--cap-add --cap-drop --security-opt --log-driver --log-opt --ulimit --tmpfs --device --dns --ip --volumes-from',
  '--pid --ipc --userns --group-add --expose --network-alias',
].join(' ');
const PACKAGES = '-p --package -C --dir -F --filter';
/** Options between a program's name and the words of the call that take a value in a word of their own: `docker compose -f shop.yaml exec`. */
const BETWEEN = new Set(
  `-H --host -c --context --config -f --file -p --project-name --profile --project-directory --env-file --prefix ${PACKAGES}`.split(
    ' ',
  ),
);
const WRAPPERS: readonly Wrapper[] = [
  wrapper('sudo', '-u -g -h -p -C -T -U -R -D --user --group --host --prompt --chdir'),
  wrapper('doas', '-u -C'),
  wrapper('env', '-u -C --unset --chdir'),
  ...['nohup', 'command', 'builtin', 'setsid', 'chronic'].map((call) => wrapper(call)),
  wrapper('time', '-f -o --format --output'),
  wrapper('exec', '-a'),
  wrapper('caffeinate', '-t -w'),
  wrapper('runuser', '', 0, true),
  wrapper('nice', '-n --adjustment'),
  wrapper('ionice', '-c -n -p --class --classdata'),
  wrapper('timeout', '-s -k --signal --kill-after', 1),
  wrapper('stdbuf', '-i -o -e'),
  wrapper('watch', '-n --interval'),
  wrapper('flock', '-w --wait --timeout -E --conflict-exit-code', 1),
  wrapper('retry', '-t --times -d --delay'),
  wrapper('xargs', '-n -I -P -L -d -E -s -a --max-args --max-procs --max-chars --delimiter --arg-file'),
  wrapper('parallel', '-j -n --jobs -I'),
  ...[
    'npx',
    'bunx',
    'yarn',
    'pnpm',
    'pnpm exec',
    'pnpm dlx',
    'pnpm run',
    'yarn run',
    'yarn exec',
    'yarn dlx',
    'npm exec',
  ].map((call) => wrapper(call, PACKAGES)),
  ...['bundle exec', 'poetry run', 'pipenv run', 'rye run', 'pdm run'].map((call) => wrapper(call)),
  wrapper('uv run', '--with -p --python --extra --group --package --directory --project --env-file'),
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
  ...['docker', 'docker container', 'docker compose', 'docker-compose', 'podman'].flatMap((call) => [
    wrapper(`${call} exec`, CONTAINER, 1, false, true),
    wrapper(`${call} run`, CONTAINER, 1, false, true),
  ]),
  wrapper('ssh', '-i -p -l -o -J -F -L -R -D -b -c -E -m -S -W -w', 1),
];
const WRAPPERS_OF = new Map<string, Wrapper[]>();
for (const one of WRAPPERS) addToGroup(WRAPPERS_OF, one.program, one);
/** They take a text that is commands again. */
export const SHELLS: ReadonlySet<string> = new Set(['bash', 'sh', 'zsh', 'dash', 'ksh', 'ash', 'su', 'runuser']);
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
  for (let depth = 0; depth < DEEPEST; depth++) {
    const start = words.findIndex(({ text }) => !ASSIGNMENT.test(text));
    const program = start < 0 ? words.length : start;
    assignments.push(...words.slice(0, program));
    words = words.slice(program);
    const inside = runBy(words);
    if (!inside) break;
    const [first, ...others] = inside;
    // `ssh host 'a; b'` hands the whole string to a shell.
    if (first?.inner && others.length === 0 && /\s/.test(first.text))
      return { words: [], assignments, scripts: [first.inner] };
    words = inside;
  }
  const script = scriptOf(words);
  return { words, assignments, scripts: [...(script ? [script] : []), ...runByFind(words)] };
}

function runBy(words: readonly Word[]): readonly Word[] | undefined {
  const wrapper = WRAPPERS_OF.get(programOf(words))?.findLast((one) => isCalled(words, one));
  if (!wrapper) return undefined;
  const rest = words.slice(wrapper.dashes ? 1 : callEnd(words, wrapper));
  if (!wrapper.dashes) return behindOwn(rest, wrapper);
  const dashes = rest.findIndex(({ text }) => text === '--');
  return dashes >= 0 && dashes < rest.length - 1 ? rest.slice(dashes + 1) : undefined;
}

/** Behind the options and the arguments of the wrapper. */
function behindOwn(rest: readonly Word[], wrapper: Wrapper): readonly Word[] | undefined {
  let own = wrapper.own;
  let isValue = false;
  for (const [at, { text }] of rest.entries()) {
    if (isValue) isValue = false;
    // `--` too, and the `-` of `env - PATH=/bin psql`.
    else if (text.startsWith('-')) {
      // What a detached container runs is a service, and no tool.
      if (wrapper.ends && DETACHED.test(text) && wrapper.call.at(-1) === 'run') return undefined;
      isValue = takesNext(text, wrapper.valued);
    } else if (own === 0) return isOwnVerb(text, wrapper) ? undefined : rest.slice(at);
    else if (--own === 0 && wrapper.ends) return at + 1 < rest.length ? rest.slice(at + 1) : undefined;
  }
  return undefined;
}

const DETACHED = /^(?:--detach(?:=true)?|-(?=[a-z]*d)[a-z]+)$/;
const PACKAGE_VERBS = new Set(
  'install add upgrade update up remove unlink link why list outdated publish pack audit init'.split(' '),
);

/** `yarn upgrade` is done by yarn itself, `yarn build` by a program of the project. */
function isOwnVerb(text: string, { program, call }: Wrapper): boolean {
  return (program === 'yarn' || program === 'pnpm') && call.length === 0 && PACKAGE_VERBS.has(text);
}

/** `-u postgres`, and `-iu postgres`: the last of several letters. `-upostgres` has its value already. */
function takesNext(text: string, valued: ReadonlySet<string>): boolean {
  if (text.startsWith('--')) return valued.has(text);
  const [, ...letters] = text;
  const at = letters.findIndex((letter) => valued.has(`-${letter}`));
  return at >= 0 && at === letters.length - 1;
}

/** Without its folder; empty where there are no words. */
export function programOf(words: readonly Word[]): string {
  return words[0]?.text.replace(/^.*\//, '') ?? '';
}

/** `command -v psql` only asks for the place of a program. */
const ASKS = /^-[vV]$/;

/** Options may stand between a program's name and its first word: `kubectl -n prod exec`. */
function isCalled(words: readonly Word[], wrapper: Wrapper): boolean {
  if (wrapper.program === 'command' && words[1] && ASKS.test(words[1].text)) return false;
  if (!wrapper.dashes) return callEnd(words, wrapper) !== undefined;
  const end = words.findIndex(({ text }) => text === '--');
  return wrapper.call.every((word) => words.slice(1, Math.max(end, 0)).some(({ text }) => text === word));
}

/** Where what is behind the words of the call begins; nothing where it is not called by them. */
function callEnd(words: readonly Word[], { call }: Wrapper): number | undefined {
  let at = 1;
  for (const word of call) {
    let text = words[at]?.text;
    while (text?.startsWith('-')) {
      at += BETWEEN.has(text) ? 2 : 1;
      text = words[at]?.text;
    }
    if (text !== word) return undefined;
    at++;
  }
  return at;
}

function scriptOf(words: readonly Word[]): TextRange | undefined {
  const name = programOf(words);
  const texts = words.map(({ text }) => text);
  const remote = remoteLine(name, texts);
  if (remote) return insideOf(words[remote.at] as Word, remote.skip);
  if (name === 'eval') return words[1]?.inner;
  if (!SHELLS.has(name)) return undefined;
  const at = texts.findIndex((text) => /^(?:-[abd-z]*c[a-z]*|--command)$/.test(text));
  // `bash deploy.sh -c …`: the option is the script's. `su postgres -c …` takes the user before it.
  const script = TAKES_USER.has(name) ? 0 : scriptAt(words);
  return at > 0 && !(script > 0 && script < at) ? words[at + 1]?.inner : undefined;
}

/** What a word holds behind its first characters, without the quotes around it. */
function insideOf({ from, to, written }: Word, skip: number): TextRange {
  const isQuoted = /^(['"])[\s\S]*\1$/.test(written.slice(skip)) && written.length > skip + 1;
  return isQuoted ? { from: from + skip + 1, to: to - 1 } : { from: from + skip, to };
}

const TAKES_USER = new Set(['su', 'runuser']);

/** Where the file stands that a shell is told to run: its first operand, 0 where it has none. `-o` takes a word: `-euo pipefail`. */
export function scriptAt(words: readonly Word[]): number {
  const pairs = [...paired(words, words.slice(1))];
  return 1 + pairs.findIndex(([before, { text }]) => !/^[-+]/.test(text) && !/^[-+][a-z]*o$/.test(before.text));
}

const EXEC = /^-exec(?:dir)?$/;

/** `find … -exec rm -rf {} \;` runs rm. The words are read again where they stand. */
function runByFind(words: readonly Word[]): TextRange[] {
  if (programOf(words) !== 'find' || !findsWhatMatters(words.map(({ text }) => text))) return [];
  return words.flatMap(({ text }, at) => {
    const [first, ...rest] = EXEC.test(text) ? words.slice(at + 1) : [];
    if (!first) return [];
    const end = rest.find((word) => word.text === ';' || word.text === '+' || EXEC.test(word.text));
    return [{ from: first.from, to: end?.from ?? (rest.at(-1) ?? first).to }];
  });
}
