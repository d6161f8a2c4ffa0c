/**
 * Which documents are worth a language server, told from their name or their first lines. Only a filter: the server decides what a
 * plan is. It runs on every YAML and Markdown document that people have open, so it reads no further than it must.
 */
const YAML_PLAN = /(?:^|\/)(?:rollout-plan|[^/]+\.rollout-plan|[^/]+\.rollout)\.ya?ml$/i;
const POLICY = /(?:^|\/)rollout-plan\.config\.(?:ya?ml|json)$/;
const ARTIFACT =
  /(?:^|[/.])(?:COMPATIBILITY[_-]CONTRACT|MIGRATION[_-]PLAN|ROLLOUT[_-]PLAN|ROLLBACK[_-]PLAN|VALIDATION[_-]CHECKLIST)\.md$/i;
const RECORD = /(?:^|\/)(?:rollback-rehearsals|migrations)\/[^/]+\.md$/i;

export function isPlanName(path: string): boolean {
  return YAML_PLAN.test(path) || ARTIFACT.test(path) || RECORD.test(path) || POLICY.test(path);
}

/** Comments, an editor's mode line, a licence: a plan's first key stands below no more than these. */
const HEAD_LINES = 200;
const YAML_NOTHING = /^\uFEFF?\s*(?:#.*)?$/;
const YAML_PROLOGUE = /^\uFEFF?(?:%\S.*|---(?:\s+#.*|\s*))$/;
const PLAN_KEY = /^\uFEFF?(?:---\s+)?\{?\s*(?:rolloutPlan|"rolloutPlan"|'rolloutPlan')\s*:/;

export interface Lines {
  readonly lineCount: number;
  lineAt(line: number): { readonly text: string };
}

/** YAML whose first key is `rolloutPlan`. */
export function startsWithPlanKey(lines: Lines): boolean {
  const end = Math.min(lines.lineCount, HEAD_LINES);
  for (let i = 0; i < end; i++) {
    const { text } = lines.lineAt(i);
    if (YAML_NOTHING.test(text) || YAML_PROLOGUE.test(text)) continue;
    return PLAN_KEY.test(text);
  }
  return false;
}

/** Markdown whose front matter has the key `rolloutPlan`. */
export function hasPlanFrontMatter(lines: Lines): boolean {
  const end = Math.min(lines.lineCount, HEAD_LINES);
  if (end === 0 || !/^\uFEFF?---\s*$/.test(lines.lineAt(0).text)) return false;
  for (let i = 1; i < end; i++) {
    const { text } = lines.lineAt(i);
    if (/^(?:---|\.\.\.)\s*$/.test(text)) return false;
    if (/^rolloutPlan\s*:/.test(text)) return true;
  }
  return false;
}
