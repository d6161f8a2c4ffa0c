/** What of the extension has been loaded: bundles in this extension host, and processes. */
import { readdirSync, readFileSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';

/** Names of the bundles in dist/ that this extension host has loaded. */
export function loadedBundles(): string[] {
  const dist = path.join(extension().extensionPath, 'dist');
  const { _cache: loaded } = Module as unknown as { _cache: Readonly<Record<string, unknown>> };
  return Object.keys(loaded)
    .filter((file) => path.dirname(file) === dist)
    .map((file) => path.basename(file))
    .sort();
}

export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('rollout-plan.rollout-plan');
  if (!found) throw new Error('The extension is not installed.');
  return found;
}

/** The language server's process ids: children of this extension host that run its script. Linux tells them in /proc. */
export function serverProcesses(): number[] {
  return readdirSync('/proc').filter(isServer).map(Number);
}

function isServer(pid: string): boolean {
  if (!/^\d+$/.test(pid)) return false;
  try {
    const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    const isChild = parent === process.pid;
    return isChild && /\bserver\.js\b/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false; // It ended while we looked.
  }
}
