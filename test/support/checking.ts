/** Judges texts with the real engine, and applies its quick fixes, for tests that care about the whole and not about one rule. */
import type { CodeAction, Diagnostic } from '../../server/src/features/types.ts';
import { createLanguageService, type LanguageService } from '../../server/src/service.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../server/src/workspace/host.ts';
import { applyEdits, editsOf } from './edits.ts';
import { memoryHost } from './memory-host.ts';

const FOLDER = 'file:///bundle';

export type Files = Readonly<Record<string, string>>;

/** The service over files of one folder, by name. */
export function serviceOver(files: Files, settings: Partial<Settings> = {}): LanguageService {
  const stored = Object.fromEntries(Object.entries(files).map(([name, text]) => [uriOf(name), text]));
  const service = createLanguageService(memoryHost(stored));
  service.setRoots([FOLDER]);
  service.setSettings({ ...DEFAULT_SETTINGS, ...settings });
  return service;
}

export function uriOf(name: string): string {
  return `${FOLDER}/${name}`;
}

export interface Named extends Diagnostic {
  readonly file: string;
}

/** Diagnostics of all files. */
export async function checkAll(files: Files): Promise<Named[]> {
  const service = serviceOver(files);
  const found: Named[] = [];
  for (const file of Object.keys(files))
    for (const diagnostic of await service.diagnostics(uriOf(file))) found.push({ ...diagnostic, file });
  return found;
}

/** `file:line rule` of errors and warnings, lines from 1. */
export function seriousOnes(found: readonly Named[]): string[] {
  return found
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ file, range, code }) => `${file}:${range.start.line + 1} ${code}`);
}

export async function quickFixesOf(files: Files, problem: Named): Promise<readonly CodeAction[]> {
  const actions = await serviceOver(files).codeActions(uriOf(problem.file), problem.range, ['quickfix']);
  return actions.filter(({ diagnostics }) => diagnostics.some(({ code }) => code === problem.code));
}

/** The files after an action. */
export function apply(files: Files, action: CodeAction): Files {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, applyEdits(text, editsOf(action.edit, uriOf(name)))]),
  );
}
