/** "New Plan" and "New Artifact": a few questions, files that overwrite nothing, and the first one open to be filled in. */
import * as vscode from 'vscode';
import { NEW_PLAN_REQUEST, type NewPlanParams, type NewPlanResult } from '../../../server/src/protocol.ts';
import type { Server } from '../server.ts';
import { freeFolder, openToFillIn, write } from './new-files.ts';
import { askArtifact, askFolder, askKinds, askName, askOwner, askTitle } from './questions.ts';

/** People answer for one team most of the time. */
const LAST_OWNER = 'rolloutPlan.lastOwner';

export interface NewPlanContext {
  readonly server: Server;
  readonly memory: vscode.Memento;
}

/** `folder` comes from a caller that knows it, such as a menu of the explorer. */
export async function newPlan({ server, memory }: NewPlanContext, folder?: vscode.Uri): Promise<void> {
  const name = await askName();
  if (name === undefined) return;
  const title = await askTitle(name);
  if (title === undefined) return;
  const owner = await rememberedOwner(memory);
  if (owner === undefined) return;
  const kinds = await askKinds();
  if (!kinds) return;
  await create(server, { name, title, owner, files: kinds }, folder ?? (await askFolder(name)), () => askFolder(name));
}

/** One artifact more, beside the plan that is open where there is one. */
export async function newArtifact({ server, memory }: NewPlanContext, given?: vscode.Uri): Promise<void> {
  const kind = await askArtifact();
  if (!kind) return;
  const folder = given ?? (await askFolder());
  if (!folder) return;
  const plan = vscode.Uri.joinPath(folder, 'rollout-plan.yaml');
  const known = await saidIn(plan);
  const name = known.name ?? (await askName());
  if (name === undefined) return;
  const title = known.title ?? (await askTitle(name));
  if (title === undefined) return;
  const owner = known.owner ?? (await rememberedOwner(memory));
  if (owner === undefined) return;
  await create(server, { name, title, owner, files: [kind], beside: plan.toString() }, folder, () => askFolder());
}

async function create(
  server: Server,
  params: NewPlanParams,
  first: vscode.Uri | undefined,
  another: () => Thenable<vscode.Uri | undefined>,
): Promise<void> {
  if (!first) return;
  const { files } = await server.request<NewPlanResult>(NEW_PLAN_REQUEST, params);
  const [shown] = files;
  if (!shown) throw new Error(vscode.l10n.t('the server made no file'));
  const folder = await freeFolder(files, first, another);
  if (!folder) return;
  await write(folder, files);
  await openToFillIn(folder, shown);
}

async function rememberedOwner(memory: vscode.Memento): Promise<string | undefined> {
  const owner = await askOwner(memory.get(LAST_OWNER, ''));
  if (owner !== undefined) await memory.update(LAST_OWNER, owner);
  return owner;
}

interface KnownPlan {
  readonly name?: string;
  readonly title?: string;
  readonly owner?: string;
}

/** What the folder's YAML plan says of itself need not be asked again. Only plain scalars: whatever else is asked. */
async function saidIn(plan: vscode.Uri): Promise<KnownPlan> {
  try {
    const bytes = await vscode.workspace.fs.readFile(plan);
    return plainScalars(new TextDecoder().decode(bytes));
  } catch {
    return {};
  }
}

function plainScalars(text: string): KnownPlan {
  const found: Record<string, string> = {};
  for (const [, key, value] of text.matchAll(/^(name|title|owner): +([^\s"'>|&*!{[#][^#\r\n]*?)[ \t]*(?:#.*)?\r?$/gm)) {
    if (key !== undefined && value !== undefined) found[key] ??= value;
  }
  return found;
}
