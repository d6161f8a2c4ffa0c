/** Commands that put something into service, by their programs and words. */
import type { Command } from './types.ts';

const VERBS = 'deploy|deployment|release|rollback|roll-back|rollout|upgrade|promote|redeploy|ship';
const DEPLOYS = new RegExp(`\\b(?:${VERBS})\\b`, 'i');
/** `./install.sh` deploys; `install -m 755 orders /usr/local/bin` copies a file. */
const SCRIPT_DEPLOYS = new RegExp(`\\b(?:${VERBS}|install)\\b`, 'i');
const SCRIPT_LOOKS =
  /\b(?:check|verify|validate|watch|status|wait|diff|plan|lint|show|list|describe|monitor|notify|announce)\b/i;
/** `docker run -d`: what runs once and is gone is a tool, not a service. */
const CONTAINER_STAYS = /^run\s(?:.*\s)?(?:--detach|-[a-z]*d[a-z]*)\s/;
const DOCKER_DEPLOYS = new RegExp(
  `^(?:service (?:update|create)|stack deploy|compose .*\\bup\\b)|${CONTAINER_STAYS.source}`,
);
/** A target, not the value of a variable. */
const TARGET_DEPLOYS = new RegExp(`(?:^|\\s)(?!\\S*=)\\S*${DEPLOYS.source}`, 'i');

/** The words that follow the program's name. */
const DEPLOYING: Readonly<Record<string, RegExp>> = {
  kubectl: /^(?:.* )?(?:apply|create|replace|set image|patch|rollout)\b/,
  oc: /^(?:.* )?(?:apply|create|replace|set image|patch|rollout)\b/,
  kustomize: /^edit set image\b/,
  helm: /^(?!diff\b)(?:.* )?(?:install|upgrade|rollback)\b/,
  helmfile: /\b(?:sync|apply)\b/,
  docker: DOCKER_DEPLOYS,
  'docker-compose': /\bup\b/,
  podman: CONTAINER_STAYS,
  argocd: /^app (?:set|sync|rollback|create)\b/,
  gcloud: /\bdeploy\b|\bupdate(?:-container|-traffic)?\b/,
  az: /\b(?:update|create|config|deployment)\b/,
  aws: /\b(?:update-service|update-function-code|update-alias|create-deployment|register-task-definition)\b/,
  nomad: /^(?:job )?run\b/,
  terraform: /\bapply\b/,
  tofu: /\bapply\b/,
  pulumi: /\bup\b/,
  fly: /\bdeploy\b/,
  flyctl: /\bdeploy\b/,
  kamal: /\b(?:deploy|rollback)\b/,
  copilot: /\bdeploy\b/,
  skaffold: /^(?:run|deploy)\b/,
  gh: /^workflow run\b.*(?:deploy|release|rollback)/,
  cap: DEPLOYS,
  ansible: /./,
  'ansible-playbook': /./,
  make: TARGET_DEPLOYS,
  npm: /^(?=(?:.*\s)?(?:-g|--global|--location=global)(?:\s|$))(?:-\S+\s)*(?:install|i)\s/,
};

/** It shows what would be done. */
const TRIES = /^(?:--dry-run(?:=(?!none|false).*)?|--check|--noop|--what-?if)$/;

/** Puts what its words name into service. */
export function deploys(command: Command): boolean {
  const { name, words } = command;
  const rest = words.slice(1).map(({ text }) => text);
  if (rest.some((text) => TRIES.test(text))) return false;
  const known = Object.hasOwn(DEPLOYING, name) ? DEPLOYING[name] : undefined;
  if (known) return known.test(rest.join(' '));
  const script = scriptIn(command);
  return script !== undefined && isDeploying(script, rest[0] ?? '');
}

/** Whatever a checkout holds is in service after it. */
export function startsService(command: Command): boolean {
  const words = command.words.map(({ text }) => text).join(' ');
  return deploys(command) || RESTARTS.test(words);
}

const RESTARTS =
  /^(?:systemctl (?:-\S+ )*(?:start|restart|try-restart|reload)|service \S+ (?:restart|reload)|supervisorctl (?:restart|reload|update)|pm2 (?:reload|restart|start)|docker(?:-compose| compose)? restart)\b/;

/** The script that it runs, as a word of it: `./deploy.sh`, and the second word of `bash deploy.sh`. */
export function scriptIn({ name, words: [program, ...rest] }: Command): string | undefined {
  if (Object.hasOwn(DEPLOYING, name)) return undefined;
  if (!INTERPRETERS.has(name)) return program.text;
  return rest.find(({ text }) => !/^-|^pipefail$/.test(text))?.text;
}

/** Not `source`: what it reads are settings more often than not. */
const INTERPRETERS = new Set(['bash', 'sh', 'zsh', 'dash', 'ksh', 'python', 'python3', 'node', 'ruby']);

/** Its name says what it does, or its first word does. */
function isDeploying(script: string, first: string): boolean {
  const path = script.replaceAll('_', '-');
  const file = path.replace(/^.*\//, '');
  if (SCRIPT_LOOKS.test(file)) return false;
  const isScript = file !== path || /\.\w+$/.test(file);
  return isScript ? SCRIPT_DEPLOYS.test(path) || DEPLOYS.test(first) : DEPLOYS.test(file);
}
