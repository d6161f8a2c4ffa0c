/** Whether words say what to run, or leave it to whoever is awake. */

const CODE = /`[^`]+`|(?:^|\s)--?[a-z][\w-]*|[\w.-]+\/[\w.:-]+|\w_\w|https?:|\$\(|&&|#\d/i;
const VERSION =
  /\bv?\d+(?:\.\d+)+\b|\b[vVrR]\d+\b|\b[0-9a-f]{7,40}\b|\b(?:version|revision|release|build|tag|image|commit|snapshot|pr)\s+#?[\w.-]*\d/i;
const TOOL =
  /\b(?:kubectl|helm|git revert|argocd|argo|flux|terraform|tofu|pulumi|ansible|nomad|docker|podman|aws|gcloud|az|heroku|fly|cf|systemctl|flyway|liquibase|alembic|rails|psql|mysql|make|npm|cap|spinnaker|octopus|jenkins|launchdarkly|unleash|split|flagd|flagctl)\b/i;
/** Whoever writes this much has said what is done by hand. */
const MANY_WORDS = 12;

/** Names something that can be found: a command, a version, a link, an id of the plan. */
export function namesSomething(words: string, ids: ReadonlySet<string>): boolean {
  if (CODE.test(words) || VERSION.test(words) || TOOL.test(words)) return true;
  return wordsIn(words).some((word) => ids.has(word));
}

export function isConcrete(words: string, ids: ReadonlySet<string>): boolean {
  return wordsIn(words).length > MANY_WORDS || namesSomething(words, ids);
}

function wordsIn(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9-]+/)
    .filter((word) => word !== '');
}
