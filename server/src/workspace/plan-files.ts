/** Which files are plans, by name and by their first key. */
import { markdownKind } from '../model/markdown/adoption.ts';
import type { DocumentKind } from '../model/plan-document.ts';
import { decoded } from '../util/decoded.ts';
import { WordWatch } from '../util/text-change.ts';

const YAML_NAME = /^(?:.+\.)?rollout-plan\.ya?ml$|^.+\.rollout\.ya?ml$/i;
const YAML_FILE = /\.ya?ml$/i;
/** Argo Rollouts and Flagger own `*.rollout.yaml` too: their manifests are not plans. */
const FOREIGN_MANIFEST = /^["']?apiVersion["']?:[ \t]*["']?(?:argoproj\.io|flagger\.app)\//m;
/** The first thing in the text that is neither a comment, a directive nor a document marker. */
const FIRST_KEY = /^\uFEFF?(?:[ \t]*(?:[#%][^\n]*|---[ \t]*(?:#[^\n]*)?)?\r?\n)*["']?rolloutPlan["']?[ \t]*:/;

export function fileNameOf(uri: string): string {
  const path = uri.replace(/[?#].*$/, '');
  return decoded(path.slice(path.lastIndexOf('/') + 1));
}

export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** Records of work done lie in folders of their own beside the plan that they belong to. */
export const RECORD_FOLDERS: readonly string[] = ['rollback-rehearsals', 'migrations'];

/** The folder that a file's bundle lies in: for a record, the one above. */
export function bundleFolder(uri: string): string {
  const folder = folderOf(uri);
  return RECORD_FOLDERS.includes(fileNameOf(folder)) ? folderOf(folder) : folder;
}

/** Whether the name alone can make it a plan. */
export function isPlanName(name: string): boolean {
  return YAML_NAME.test(name) || markdownKind(name) !== undefined;
}

/** A policy, which is read by the same readers but is no plan. */
export function isPolicyName(name: string): boolean {
  return /^rollout-plan\.config\.(?:ya?ml|json)$/.test(name);
}

export function isYamlName(name: string): boolean {
  return YAML_FILE.test(name);
}

export interface PlanFile {
  readonly syntax: 'yaml' | 'markdown';
  readonly kind: DocumentKind;
}

/** A document as it is now; the same object for all its versions. */
interface Document {
  readonly uri: string;
  getText(): string;
}

/** What a document is, or nothing. Cheap: it is asked of every YAML and Markdown file that is opened, after every edit. */
export function planFile(document: Document, languageId: string | undefined): PlanFile | undefined {
  const { uri } = document;
  const name = fileNameOf(uri);
  if (isPolicyName(name)) return { syntax: 'yaml', kind: 'policy' };
  if (languageId === 'yaml' || (languageId === undefined && YAML_FILE.test(name))) {
    const isPlan = YAML_NAME.test(name) ? !isForeign(document) : FIRST_KEY.test(document.getText());
    return isPlan ? { syntax: 'yaml', kind: 'plan' } : undefined;
  }
  if (languageId !== undefined && languageId !== 'markdown') return undefined;
  const kind = markdownKind(uri);
  return kind ? { syntax: 'markdown', kind } : undefined;
}

const namingVersion = new WordWatch('apiVersion');

function isForeign(document: Document): boolean {
  const text = document.getText();
  return namingVersion.isIn(text, document) && FOREIGN_MANIFEST.test(text);
}

/** A file that is read as `kind` whatever its name says; its syntax is still told by its name. */
export function forcedFile(uri: string, kind: DocumentKind): PlanFile {
  return YAML_FILE.test(fileNameOf(uri)) ? { syntax: 'yaml', kind: 'plan' } : { syntax: 'markdown', kind };
}

/** Plans of one folder belong together when their names begin alike: `orders.ROLLBACK_PLAN.md` and `orders.rollout-plan.yaml`. */
export function bundlePrefix(name: string): string {
  const match = /^(?:(.+)\.)?(?:rollout-plan\.ya?ml|rollout\.ya?ml|[a-z]+[_-][a-z]+\.md)$/i.exec(name);
  return (match?.[1] ?? '').toLowerCase();
}
