/** What scripts/vscode/run-ui.mjs tells the suite about the server that it started. */
import type { Page } from 'playwright-core';

export interface UiContext {
  /** The one in which every workbench is opened. */
  readonly page: Page;
  /** Of the server, whose workbench keeps things in the browser under it. */
  readonly origin: string;
  /** The quiet settings that every workbench starts from. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly settingsFile: string;
  readonly fixtures: string;
  readonly screenshots: string;
  /** An empty place for folders that tests open and write to. */
  readonly workspaces: string;
  url(folder: string, payload: readonly (readonly [string, string])[]): string;
  openFile(path: string): readonly [string, string];
}

declare global {
  /** A global because each test file is a bundle of its own, and shares no module with the index. */
  var rolloutPlanUi: UiContext;
}
