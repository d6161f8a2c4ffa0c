/** The workbench as a person meets it: what can be seen, typed and clicked, and the files that are left on the disk. */
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { until } from '../support/wait.ts';
import type { UiContext } from './context.ts';
import { ProblemsPanel } from './problems-panel.ts';
import { appears } from './seeing.ts';

const LIMIT_MS = 30_000;
const FIRST_PATIENCE_MS = 2_000;

export interface OpenOptions {
  /** A folder of test/e2e/fixtures; an empty one without. */
  readonly fixture?: string;
  /** Or several such folders, by the names that their copies have, opened together. */
  readonly roots?: Readonly<Record<string, string>>;
  /** Files that are there before anything is opened, by their paths. */
  readonly files?: Readonly<Record<string, string>>;
  /** The name that the copy has, in the explorer and in screenshots. */
  readonly name?: string;
  readonly file?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}

export class Workbench {
  readonly problems = new ProblemsPanel(this);

  private constructor(
    readonly page: Page,
    readonly folder: string,
  ) {}

  static async open({
    fixture,
    roots,
    files = {},
    name = 'orders',
    file,
    settings = {},
  }: OpenOptions): Promise<Workbench> {
    const context = globalThis.rolloutPlanUi;
    await writeFile(context.settingsFile, JSON.stringify({ ...context.settings, ...settings }));
    await mkdir(context.workspaces, { recursive: true });
    const folder = path.join(await mkdtemp(`${context.workspaces}/`), name);
    if (fixture) await cp(path.join(context.fixtures, fixture), folder, { recursive: true });
    else await mkdir(folder);
    for (const [root, copied] of Object.entries(roots ?? {}))
      await cp(path.join(context.fixtures, copied), path.join(folder, root), { recursive: true });
    for (const [made, text] of Object.entries(files)) await writeFile(path.join(folder, made), text);
    const opened = roots ? await writeWorkspace(folder, Object.keys(roots)) : folder;
    const { page } = context;
    await forget(context);
    page.setDefaultTimeout(LIMIT_MS);
    const payload = file ? [context.openFile(path.join(folder, file))] : [];
    const workbench = new Workbench(page, folder);
    // Now and then the workbench opens the file of several folders before it can read it, and has none then: a person loads it again.
    await until('the folders in the explorer', async () => {
      await page.goto(context.url(opened, payload));
      await page.locator('.monaco-workbench').waitFor();
      const shown = Object.keys(roots ?? {}).map((root) => appears(workbench.inExplorer(root), 5_000));
      return (await Promise.all(shown)).every(Boolean);
    });
    // An editor takes the focus when it has loaded, from whatever we would have typed into before.
    if (file) await page.locator('.monaco-editor.focused').waitFor();
    return workbench;
  }

  /** Left as a person leaves it: a page that just vanishes is waited for, and its extension host and servers run on for hours. */
  async close(): Promise<void> {
    await this.page.goto('about:blank');
  }

  screenshot(name: string): Promise<unknown> {
    return this.page.screenshot({ path: path.join(globalThis.rolloutPlanUi.screenshots, `${name}.png`) });
  }

  squiggle(severity: 'error' | 'warning' | 'info'): Locator {
    return this.page.locator(`.monaco-editor .squiggly-${severity}`);
  }

  /** Waits for a message. */
  async notified(text: string | RegExp): Promise<void> {
    // A trial clicks nothing, but waits until the message has slid in.
    await this.page.locator('.notification-list-item', { hasText: text }).click({ trial: true });
  }

  inExplorer(file: string): Locator {
    return this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: file });
  }

  /** Presses keys, one after the other, until something is seen: before the server has read the plan the editor has no answer. */
  async press(keys: string, seen: Locator): Promise<void> {
    await until(`what ${keys} brings`, async () => {
      await this.pressOnce(keys);
      return appears(seen, 3_000);
    });
  }

  async pressOnce(keys: string): Promise<void> {
    for (const key of keys.split(' ')) await this.page.keyboard.press(key);
  }

  /** Runs a command from the palette. */
  async command(title: string): Promise<void> {
    await this.pick(`>${title}`, title);
  }

  async openFile(name: string): Promise<void> {
    await this.pick(name, path.basename(name));
    await this.page.locator('.tab.active', { hasText: path.basename(name) }).waitFor();
  }

  async goTo(line: number, column = 1): Promise<void> {
    await this.pick(`:${line}:${column}`, new RegExp(`line ${line}\\b`, 'i'));
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Puts the cursor before the first occurrence of a text in a file of the folder, as it is on the disk. */
  async goToText(file: string, text: string): Promise<void> {
    const before = (await this.read(file)).split(text)[0] ?? '';
    const lines = before.split('\n');
    await this.goTo(lines.length, (lines.at(-1)?.length ?? 0) + 1);
  }

  /** Chooses from the list under Ctrl+. at the cursor. A click would be refused: the list is covered for a moment. */
  async quickFix(title: string | RegExp, beforeChoosing?: () => Promise<unknown>): Promise<void> {
    const list = this.page.locator('.action-widget').first();
    // The problems may be newer than the answer that the list was asked for: then there is none, and we ask again.
    await until(`the quick fix ${title}`, async () => {
      await this.page.keyboard.press('Control+.');
      return appears(list.locator('.monaco-list-row', { hasText: title }).first(), 3_000);
    });
    await beforeChoosing?.();
    await this.focusRow(list, title);
    await this.page.keyboard.press('Enter');
    await list.waitFor({ state: 'hidden' });
  }

  /** Saves the active editor; resolves when it is on the disk. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+s');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'hidden' });
  }

  anySquiggle(): Locator {
    return this.page.locator('.monaco-editor [class*="squiggly-"]');
  }

  focusEditor(): Promise<void> {
    return this.command('View: Focus Active Editor Group');
  }

  /** Leaves the placeholders of a snippet or of a fix as they are. */
  endSnippet(): Promise<void> {
    return this.page.keyboard.press('Escape');
  }

  /** Types a prefix and takes a suggestion. */
  async suggestion(prefix: string, label: string | RegExp, beforeChoosing?: () => Promise<unknown>): Promise<void> {
    await this.page.keyboard.type(prefix);
    const list = this.page.locator('.suggest-widget');
    await until(`the suggestion ${label}`, async () => {
      await this.page.keyboard.press('Control+Space');
      return appears(list.locator('.monaco-list-row', { hasText: label }).first(), 3_000);
    });
    await this.focusRow(list, label);
    await beforeChoosing?.();
    // Filled anew meanwhile, the list begins at its first row.
    await this.focusRow(list, label);
    await this.page.keyboard.press('Enter');
    await list.waitFor({ state: 'hidden' });
  }

  /** Answers the question with that title: with a text, or with what is proposed. */
  async answer(title: string, text?: string, beforeAnswering?: () => Promise<unknown>): Promise<void> {
    const question = await this.question(title);
    if (text !== undefined) await question.locator('.quick-input-box input').fill(text);
    await beforeAnswering?.();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-title', { hasText: title }).waitFor({ state: 'hidden' });
  }

  /** Answers a question that takes several with all of them. */
  async answerAll(title: string, beforeAnswering?: () => Promise<unknown>): Promise<void> {
    const question = await this.question(title);
    await question.getByLabel('Toggle all checkboxes').check();
    await this.answer(title, undefined, beforeAnswering);
  }

  private async question(title: string): Promise<Locator> {
    const widget = this.page.locator('.quick-input-widget');
    await widget.locator('.quick-input-title', { hasText: title }).waitFor();
    return widget;
  }

  has(file: string): boolean {
    return existsSync(path.join(this.folder, file));
  }

  read(file: string): Promise<string> {
    return readFile(path.join(this.folder, file), 'utf8');
  }

  async write(file: string, text: string): Promise<void> {
    const target = path.join(this.folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }

  /** Types into the palette, and takes a row. */
  private async pick(text: string, row: string | RegExp): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    const input = widget.locator('.quick-input-box input');
    const rows = widget.locator('.monaco-list-row');
    const seen: string[] = [];
    let patienceMs = FIRST_PATIENCE_MS;
    // A workbench that is still starting does not know the key or the command yet, or closes the list: we ask again, and wait longer
    // each time, because a search through the files is begun anew.
    await until(
      `"${row}" in the palette`,
      async () => {
        await this.page.keyboard.press('F1');
        if (!(await appears(input.and(this.page.locator(':focus')), patienceMs))) return void seen.push('no focus');
        await input.fill(text);
        if (await appears(rows.filter({ hasText: row }).first(), patienceMs)) return true;
        seen.push((await rows.allTextContents()).join(', ') || 'no rows');
        // The list that is open does not learn of commands that came after it.
        await this.page.keyboard.press('Escape');
        patienceMs *= 2;
        return false;
      },
      () => seen,
      2 * LIMIT_MS,
    );
    await this.focusRow(widget, row);
    await this.page.keyboard.press('Enter');
  }

  private async focusRow(list: Locator, text: string | RegExp): Promise<void> {
    const focused = list.locator('.monaco-list-row.focused');
    await until(`the focus on ${text}`, async () => {
      const label = await focused
        .first()
        .textContent()
        .catch(() => '');
      if (typeof text === 'string' ? label?.includes(text) : text.test(label ?? '')) return true;
      await this.page.keyboard.press('ArrowDown');
      return false;
    });
  }
}

/** The page still has the program of the workbench before, which spares most of a start, and forgets what that one kept. */
async function forget({ page, origin }: UiContext): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'cookies,indexeddb,local_storage' });
  await session.detach();
}

/** The file that opens several folders together. */
async function writeWorkspace(folder: string, roots: readonly string[]): Promise<string> {
  const file = path.join(folder, `${path.basename(folder)}.code-workspace`);
  await writeFile(file, JSON.stringify({ folders: roots.map((root) => ({ path: root })) }));
  return file;
}
