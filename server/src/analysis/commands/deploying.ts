/** Commands that put something into service, by their programs and words. */
import type { Command } from './types.ts';
import { scriptAt } from './wrappers.ts';

const VERBS = 'deploy|deployment|release|rollback|roll-back|rollout|upgrade|promote|redeploy|ship';
const DEPLOYS = new RegExp(`\\b(?:${VERBS})\\b`, 'i');
/** `./install.sh` deploys; `install -m 755 orders /usr/local/bin` copies a file. */
const SCRIPT_DEPLOYS = new RegExp(`\\b(?:${VERBS}|install)\\b`, 'i');
const LOOKS =
  /\b(?:check|verify|validate|watch|status|wait|diff|plan|lint|show|list|describe|monitor|notify|announce|tests?|notes|changelog|build|get|fetch|download|logs?|backup)\b/i;
/** A script that is called by what it does not: the folder says it. */
const GENERIC = /^(?:run|main|start|go|prod|production|canary|all)\b/i;
/** `docker run -d`: what runs once and is gone is a tool, not a service. */
const CONTAINER_STAYS = /(?:^|\s)run\s(?:.*\s)?(?:--detach(?:=true)?|-(?=[a-z]*d)[a-z]+)\s/;
const DOCKER_DEPLOYS = new RegExp(
  `(?:^|\\s)(?:service (?:update|create)|stack deploy|compose (?:.*\\s)?up)(?:\\s|$)|${CONTAINER_STAYS.source}`,
);
const MANIFESTS =
  /(?:^|\s)(?:apply|replace|set image|patch|rollout (?:restart|undo)|create(?! (?:namespace|ns|secret|configmap|cm|serviceaccount|sa|role|rolebinding|quota|token)\b))(?:\s|$)/;

/** The words that follow the program's name. */
const DEPLOYING: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    kubectl: MANIFESTS,
    oc: MANIFESTS,
    kustomize: /^edit set image\b/,
    helm: /^(?:-\S+\s(?:[^-\s]\S*\s)?)*(?:install|upgrade|rollback)(?:\s|$)/,
    helmfile: /(?:^|\s)(?:sync|apply)(?:\s|$)/,
    docker: DOCKER_DEPLOYS,
    'docker-compose': /(?:^|\s)up(?:\s|$)/,
    podman: CONTAINER_STAYS,
    argocd: /^app (?:set|sync|rollback|create)\b/,
    gcloud:
      /^(?!builds |container images |artifacts |components )(?:.*\s)?(?:deploy|update(?:-container|-traffic)?)(?:\s|$)/,
    az: /^(?!acr )(?:.*\s)?(?:update|create|deployment|config(?:\s\w+)? set)(?:\s|$)/,
    aws: /\b(?:update-service|update-function-code|update-alias|create-deployment|register-task-definition|cloudformation deploy)\b/,
    nomad: /^(?:job )?run\b/,
    terraform: /^(?:-\S+\s)*apply(?:\s|$)/,
    tofu: /^(?:-\S+\s)*apply(?:\s|$)/,
    pulumi: /(?:^|\s)up(?:\s|$)/,
    fly: /\bdeploy\b/,
    flyctl: /\bdeploy\b/,
    kamal: /\b(?:deploy|rollback)\b/,
    copilot: /\bdeploy\b/,
    skaffold: /^(?:run|deploy)\b/,
    gh: /^workflow run\b.*(?:deploy|release|rollback)/,
    ansible: /(?:^|\s)-[am]\s/,
    'ansible-playbook': /^(?!--version|--list)/,
    npm: /^(?=(?:.*\s)?(?:-g|--global|--location=global)(?:\s|$))(?:-\S+\s)*(?:install|i)\s/,
  }),
);

/** Their words are targets; those of options and variables are not. */
const OF_TARGETS = new Set(['make', 'cap']);

/** It shows what would be done. */
const TRIES = /^(?:--dry-run(?:=(?!none|false).*)?|--check|--noop|--what-?if)$/;

/** Puts what its words name into service. */
export function deploys(command: Command): boolean {
  const { name, words } = command;
  const rest = words.slice(1).map(({ text }) => text);
  if (rest.some((text) => TRIES.test(text))) return false;
  if (OF_TARGETS.has(name)) return rest.some((text, at) => isTarget(text, rest[at - 1]) && namesDeployment(text));
  const known = DEPLOYING.get(name);
  if (known) return known.test(rest.join(' '));
  const script = scriptIn(command);
  return script !== undefined && isDeploying(script.text, script.first);
}

function isTarget(text: string, before: string | undefined): boolean {
  return !/^-|=/.test(text) && !/^-[CfIj]$/.test(before ?? '');
}

function namesDeployment(text: string): boolean {
  return SCRIPT_DEPLOYS.test(text) && !LOOKS.test(text);
}

/** What is installed from elsewhere takes nothing from a checkout. */
const OF_ELSEWHERE = new Set(['npm', 'gh']);

/** Whatever a checkout holds is in service after it. */
export function startsService(command: Command): boolean {
  const words = command.words.map(({ text }) => text).join(' ');
  return RESTARTS.test(words) || (deploys(command) && !OF_ELSEWHERE.has(command.name));
}

const RESTARTS =
  /^(?:systemctl (?:-\S+ )*(?:start|restart|try-restart|reload)|service \S+ (?:start|restart|reload)|supervisorctl (?:restart|reload|update)|pm2 (?:reload|restart|start)|docker(?:-| )compose restart|git push (?:-\S+ )*(?:heroku|dokku)(?:-\w+)* HEAD:)/;

interface Script {
  readonly text: string;
  /** The word behind it. */
  readonly first: string;
}

/** The script that it runs: `./deploy.sh`, and the second word of `bash deploy.sh`. Nothing of a program that is known. */
export function scriptIn({ name, words }: Command): Script | undefined {
  if (DEPLOYING.has(name) || OF_TARGETS.has(name)) return undefined;
  const isInterpreter = INTERPRETERS.has(name);
  const at = isInterpreter ? scriptAt(words) : 0;
  const script = isInterpreter && at === 0 ? undefined : words[at];
  return script && { text: script.text, first: words[at + 1]?.text ?? '' };
}

/** Not `source`: what it reads are settings more often than not. */
const INTERPRETERS = new Set(['bash', 'sh', 'zsh', 'dash', 'ksh', 'python', 'python3', 'node', 'ruby']);

/** Its name says what it does, or its first word does. */
function isDeploying(script: string, first: string): boolean {
  const file = script.replace(/^.*\//, '');
  const isScript = file !== script || /\.\w+$/.test(file);
  if (!isScript) return DEPLOYS.test(file) && !LOOKS.test(file);
  const name = file.replaceAll('_', '-');
  if (LOOKS.test(name)) return false;
  if (namesDeployment(name) || DEPLOYS.test(first)) return true;
  return GENERIC.test(name) && namesDeployment(script.replaceAll('_', '-'));
}
