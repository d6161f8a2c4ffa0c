/** The settings as the editor has them. */
import * as vscode from 'vscode';
import { SECTION } from './names.ts';

export const ENABLE = `${SECTION}.enable`;

export function isEnabled(): boolean {
  return vscode.workspace.getConfiguration(SECTION).get('enable') !== false;
}

/** As plain data: what the editor gives has functions in it, which cannot be sent. */
export function currentSettings(): unknown {
  return JSON.parse(JSON.stringify(vscode.workspace.getConfiguration(SECTION)));
}
