/** A workbench for each test, and a picture of it when the test fails. */
import { afterEach } from 'mocha';
import { type OpenOptions, Workbench } from './workbench.ts';

export const DARK = { 'workbench.colorTheme': 'Default Dark Modern' };
export const LIGHT = { 'workbench.colorTheme': 'Default Light Modern' };
export const HIGH_CONTRAST = { 'workbench.colorTheme': 'Default High Contrast' };

/** To be called in a `describe`: returns the way to open the workbench of the current test. */
export function workbenchOfEachTest(): (options: OpenOptions) => Promise<Workbench> {
  let current: Workbench | undefined;
  afterEach(async function () {
    const failed = this.currentTest?.state === 'failed';
    const name = this.currentTest?.title.replace(/\W+/g, '-') ?? 'test';
    if (failed) await current?.screenshot(`failed-${name}`);
    await current?.close();
    current = undefined;
  });
  return async (options) => {
    current = await Workbench.open(options);
    return current;
  };
}
