/** The few things that a new plan is asked for. Each answers nothing when the person gives up. */
import * as vscode from 'vscode';
import type { NewFileKind } from '../../../server/src/protocol.ts';

/** Ids in a plan, and so its name: lower-case letters, digits and hyphens. */
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function askName(value = ''): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('New Plan: Name'),
    prompt: vscode.l10n.t('A short name for the change: lower-case letters, digits and hyphens'),
    placeHolder: vscode.l10n.t('orders-currency'),
    value,
    ignoreFocusOut: true,
    validateInput: (name) =>
      NAME.test(name)
        ? undefined
        : vscode.l10n.t('Use lower-case letters, digits and hyphens, such as orders-currency'),
  });
}

export function askTitle(name: string): Thenable<string | undefined> {
  const words = name.replaceAll('-', ' ');
  return vscode.window.showInputBox({
    title: vscode.l10n.t('New Plan: Title'),
    prompt: vscode.l10n.t('What changes, in one line'),
    value: words.charAt(0).toUpperCase() + words.slice(1),
    ignoreFocusOut: true,
    validateInput: notEmpty,
  });
}

export function askOwner(value: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('New Plan: Owner'),
    prompt: vscode.l10n.t('The team or person who answers for the change'),
    placeHolder: vscode.l10n.t('team-payments'),
    value,
    ignoreFocusOut: true,
    validateInput: notEmpty,
  });
}

function notEmpty(text: string): string | undefined {
  return text.trim() === '' ? vscode.l10n.t('Write at least a word') : undefined;
}

interface KindItem extends vscode.QuickPickItem {
  readonly file: NewFileKind;
}

function artifactItems(): KindItem[] {
  return [
    { file: 'compatibility', label: 'COMPATIBILITY_CONTRACT.md', description: vscode.l10n.t('Compatibility contract') },
    { file: 'migration', label: 'MIGRATION_PLAN.md', description: vscode.l10n.t('Migration strategy') },
    { file: 'rollout', label: 'ROLLOUT_PLAN.md', description: vscode.l10n.t('Canary to ramp') },
    { file: 'rollback', label: 'ROLLBACK_PLAN.md', description: vscode.l10n.t('Rollback') },
    { file: 'validation', label: 'VALIDATION_CHECKLIST.md', description: vscode.l10n.t('Final checklist') },
  ];
}

export async function askKinds(): Promise<readonly NewFileKind[] | undefined> {
  const plan: KindItem = {
    file: 'plan',
    label: 'rollout-plan.yaml',
    description: vscode.l10n.t('The whole plan in one file'),
    picked: true,
  };
  const picked = await vscode.window.showQuickPick([plan, ...artifactItems()], {
    title: vscode.l10n.t('New Plan: Files'),
    placeHolder: vscode.l10n.t('Which files to write'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return picked && picked.length > 0 ? picked.map((item) => item.file) : undefined;
}

export async function askArtifact(): Promise<NewFileKind | undefined> {
  const picked = await vscode.window.showQuickPick(artifactItems(), {
    title: vscode.l10n.t('New Artifact'),
    placeHolder: vscode.l10n.t('Which artifact to write'),
    ignoreFocusOut: true,
  });
  return picked?.file;
}

interface FolderItem extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri;
}

/** Where to write: in the workspace, in `below` of it, which is a folder of its own, near what is open, or anywhere. */
export async function askFolder(below?: string): Promise<vscode.Uri | undefined> {
  const items = folderItems(below);
  if (items.length === 0) return browse();
  const picked = await vscode.window.showQuickPick<FolderItem>(
    [...items, { label: vscode.l10n.t('$(folder-opened) Another folder…'), alwaysShow: true }],
    { title: vscode.l10n.t('Folder'), placeHolder: vscode.l10n.t('Where to write the files'), ignoreFocusOut: true },
  );
  if (!picked) return undefined;
  return picked.uri ?? browse();
}

function folderItems(below: string | undefined): FolderItem[] {
  const folders = new Map<string, FolderItem>();
  const add = (uri: vscode.Uri): void => {
    if (!folders.has(uri.toString())) folders.set(uri.toString(), { label: `$(folder) ${placeOf(uri)}`, uri });
  };
  const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const active = vscode.window.activeTextEditor?.document.uri;
  const near = active && vscode.workspace.getWorkspaceFolder(active) ? [vscode.Uri.joinPath(active, '..')] : [];
  // A plan begins a bundle, and what is open belongs to another one; an artifact is added to it.
  if (below === undefined) near.forEach(add);
  for (const root of roots) {
    add(root);
    if (below !== undefined) add(vscode.Uri.joinPath(root, 'rollouts', below));
  }
  near.forEach(add);
  return [...folders.values()];
}

/** From the name of the workspace's folder on. */
export function placeOf(folder: vscode.Uri): string {
  const root = vscode.workspace.getWorkspaceFolder(folder);
  if (root?.uri.toString() === folder.toString()) return root.name;
  return vscode.workspace.asRelativePath(folder, true);
}

async function browse(): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Folder for the plan'),
    openLabel: vscode.l10n.t('Write Here'),
    canSelectFolders: true,
    canSelectFiles: false,
  });
  return picked?.[0];
}

interface ResultItem extends vscode.QuickPickItem {
  readonly result: 'passed' | 'partial' | 'failed' | 'discard';
}

/** How a rehearsal ended; nothing where it has not. */
export async function askResult(time: string): Promise<ResultItem['result'] | undefined> {
  const items: ResultItem[] = [
    { result: 'passed', label: vscode.l10n.t('Passed'), description: vscode.l10n.t('The service is restored') },
    { result: 'partial', label: vscode.l10n.t('Partial'), description: vscode.l10n.t('Restored, but not as planned') },
    { result: 'failed', label: vscode.l10n.t('Failed'), description: vscode.l10n.t('Not restored by the rollback') },
    { result: 'discard', label: vscode.l10n.t('Discard'), description: vscode.l10n.t('Stop without a record') },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Rehearsal: Result after {0}', time),
    placeHolder: vscode.l10n.t('How did it end? Escape lets the timer run on'),
    ignoreFocusOut: true,
  });
  return picked?.result;
}

export function askEnvironment(): Thenable<string | undefined> {
  return vscode.window.showQuickPick(['staging', 'pre-production', 'test', 'production'], {
    title: vscode.l10n.t('Rehearsal: Environment'),
    placeHolder: vscode.l10n.t('Where was it tried?'),
    ignoreFocusOut: true,
  });
}
