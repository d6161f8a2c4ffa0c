/** Commands that deploy, or go back to, whatever `latest` or a branch is on that day. */
import { argumentsOf } from './arguments.ts';
import { isDenied } from './facts.ts';
import { commandsIn } from './parse.ts';
import type { Command, TextRange, UnpinnedFact, Word } from './types.ts';

const MOVING = 'latest|main|master|trunk|develop|HEAD|head|nightly|edge|canary-latest';
const MOVES = new RegExp(`^(?:origin/)?(?:${MOVING})$`);
/** `registry.example.com/app:latest`, also behind `image=`. */
const IMAGE = new RegExp(`[\\w/.-]+:(${MOVING})$`);
/** `image.tag=latest`, `--version=main`, `IMAGE_TAG=latest`. */
const SETTING = new RegExp(`(?:tag|version|revision|ref|release|image|branch)=(?:origin/)?(${MOVING})$`, 'i');
const ADDRESS =
  /^(?:https?:\/\/|git\+|git@|github\.com\/)\S*(?:\/(?:blob\/|raw\/|refs\/heads\/)?(main|master)\/|\/releases\/(latest)\/|[?&@]ref=(main|master)|@(main|master)$)/;
const OPTION = /^--?(?:tag|image-tag|version|to-version|revision|to-revision|ref|branch|image|image-uri|release|to)$/i;
const DEPLOYS = /\b(?:deploy|deployment|release|rollback|roll-back|rollout|upgrade|promote|redeploy|ship|install)\b/i;

/** Programs and their words that put something into service. */
const DEPLOYING: Readonly<Record<string, RegExp>> = {
  kubectl: /^(?:.* )?(?:apply|create|replace|set image|patch|rollout)\b/,
  oc: /^(?:.* )?(?:apply|create|replace|set image|patch|rollout)\b/,
  helm: /^(?:.* )?(?:install|upgrade|rollback)\b/,
  docker: /^(?:service (?:update|create)|stack deploy|compose .*up|run .*(?:-d|--detach)\b)/,
  'docker-compose': /\bup\b/,
  podman: /^run .*(?:-d|--detach)\b/,
  argocd: /^app (?:set|sync|rollback|create)\b/,
  gcloud: /\bdeploy\b|\bupdate(?:-container|-traffic)?\b/,
  az: /\b(?:update|create|config|deployment)\b/,
  aws: /\b(?:update-service|update-function-code|update-alias|create-deployment|register-task-definition)\b/,
  nomad: /^job run\b/,
  fly: /\bdeploy\b/,
  flyctl: /\bdeploy\b/,
  kamal: /\b(?:deploy|rollback)\b/,
  ansible: /./,
  'ansible-playbook': /./,
  make: DEPLOYS,
  npm: /^(?:install|i)\b.* (?:-g|--global)\b|^(?:install|i) (?:-g|--global)\b/,
};

export function unpinnedIn(text: string): readonly UnpinnedFact[] {
  const commands = commandsIn(text).filter((command) => !isDenied(command));
  const deploysSomething = commands.some(startsService);
  return commands.flatMap((command) => {
    const moving = deploys(command) ? movingWord(command) : gitMoves(command, deploysSomething);
    return moving ? [{ ...moving, command }] : [];
  });
}

function deploys({ name, words: [program, ...words] }: Command): boolean {
  const rest = words.map(({ text }) => text);
  const known = Object.hasOwn(DEPLOYING, name) ? DEPLOYING[name] : undefined;
  if (known) return known.test(rest.join(' '));
  // A script of the house: its name says what it does, or its first word does.
  return program.text.includes('/') ? DEPLOYS.test(program.text) || DEPLOYS.test(rest[0] ?? '') : DEPLOYS.test(name);
}

/** After these, whatever a checkout holds is in service. */
function startsService(command: Command): boolean {
  const words = command.words.map(({ text }) => text).join(' ');
  return (
    deploys(command) ||
    /^(?:sudo )?(?:systemctl (?:re)?start|service \S+ restart|pm2 (?:reload|restart|start)|kubectl .*apply)\b/.test(
      words,
    )
  );
}

interface Moving extends TextRange {
  readonly target: string;
}

function movingWord({ words, assignments }: Command): Moving | undefined {
  const before = assignments.flatMap((word) => found(word, SETTING.exec(word.text)) ?? []);
  if (before[0]) return before[0];
  const [program, ...rest] = words;
  let last = program;
  for (const word of rest) {
    const isValue = OPTION.test(last.text);
    const isOperand = !last.text.startsWith('-') && isOfHouse(program);
    last = word;
    if ((isValue || isOperand) && MOVES.test(word.text)) return { from: word.from, to: word.to, target: word.text };
    const match =
      IMAGE.exec(word.text) ?? SETTING.exec(word.text) ?? ADDRESS.exec(word.text) ?? packageLatest(word.text);
    const moving = found(word, match);
    if (moving) return moving;
  }
  return undefined;
}

function isOfHouse({ text }: Word): boolean {
  return text.includes('/') || /\.\w+$/.test(text) || DEPLOYS.test(text);
}

function packageLatest(text: string): RegExpExecArray | null {
  return /^@?[\w./-]+@(latest|next)$/.exec(text);
}

function found(word: Word, match: RegExpExecArray | null): Moving | undefined {
  const target = match?.slice(1).find((group) => group !== undefined);
  return target === undefined ? undefined : { from: word.from, to: word.to, target };
}

/** `git pull` and `git checkout main` move a checkout to wherever the branch is; `git push heroku main` deploys it. */
function gitMoves(command: Command, deploysSomething: boolean): Moving | undefined {
  if (command.name !== 'git') return undefined;
  const { operands } = argumentsOf(command, new Set(['-C', '-c', '-b']));
  const [verb, ...rest] = operands;
  const branch = verb && branchIn(verb.text, rest, deploysSomething);
  return branch && { from: branch.from, to: branch.to, target: branch.text };
}

function branchIn(verb: string, words: readonly Word[], deploysSomething: boolean): Word | undefined {
  if (verb === 'push') {
    const [remote, branch] = words;
    const isDeployed = remote && /^(?:heroku|dokku)$/.test(remote.text) && branch && MOVES.test(branch.text);
    return isDeployed ? branch : undefined;
  }
  if (!deploysSomething || !/^(?:checkout|switch|reset|pull)$/.test(verb)) return undefined;
  return words.find(({ text }) => MOVES.test(text) && !/^head$/i.test(text));
}
