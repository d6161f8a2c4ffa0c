import type { Locator } from 'playwright-core';

/** Whether it is seen within `timeout` milliseconds. */
export const appears = (locator: Locator, timeout: number): Promise<boolean> => settles(locator.waitFor({ timeout }));

export const disappears = (locator: Locator, timeout: number): Promise<boolean> =>
  settles(locator.waitFor({ state: 'detached', timeout }));

const settles = (waiting: Promise<unknown>): Promise<boolean> =>
  waiting.then(
    () => true,
    () => false,
  );
