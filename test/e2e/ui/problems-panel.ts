import type { Locator } from 'playwright-core';
import { until } from '../support/wait.ts';
import { appears, disappears } from './seeing.ts';
import type { Workbench } from './workbench.ts';

const PATIENCE_MS = 3_000;

/** The Problems panel of the workbench. */
export class ProblemsPanel {
  constructor(private readonly workbench: Workbench) {}

  /** Opens the panel and waits for a row. */
  async problem(text: string | RegExp): Promise<Locator> {
    await this.workbench.command('Problems: Focus on Problems View');
    const row = this.row(text);
    await row.waitFor();
    return row;
  }

  /**
   * Opens the menu of a problem's fixes, in which `fix` is one. The panel asks for them once, when the problem is chosen: if the server had
   * not read the plan by then, or has told its problems again since, there are none until the panel is closed and opened again.
   */
  async openFixes(text: string | RegExp, fix: string): Promise<Locator> {
    const row = this.row(text);
    const lamp = row.locator('.markers-panel-action-quickfix:not(.disabled)');
    const menu = this.workbench.page.locator('.monaco-menu .action-item', { hasText: fix });
    await until(`the fixes of ${text}`, async () => {
      await this.problem(text);
      await row.click();
      if (await appears(lamp, PATIENCE_MS)) {
        await this.workbench.pressOnce('Control+.');
        if (await appears(menu, PATIENCE_MS)) return true;
      }
      await this.workbench.command('View: Hide Panel');
      return false;
    });
    return row;
  }

  /** Fixes all until the panel, which is open, has no such row. */
  async fixAll(problem: string | RegExp): Promise<void> {
    // VS Code answers "No fix all action available" when an extension joins in while it asks; a person asks again.
    await until(`the end of ${problem}`, async () => {
      await this.workbench.command('Fix All');
      return disappears(this.row(problem), PATIENCE_MS);
    });
  }

  private row(text: string | RegExp): Locator {
    return this.workbench.page.locator('.markers-panel .monaco-list-row', { hasText: text }).first();
  }
}
