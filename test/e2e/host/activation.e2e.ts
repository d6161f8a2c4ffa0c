/** Where there are plans, the extension is ready for its commands. The first file of the suite, so that no plan was opened yet. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { extension, loadedBundles, serverProcesses } from '../support/loaded.ts';
import { startIsOver } from '../support/startup.ts';
import { until } from '../support/wait.ts';

describe('a workspace with plans', () => {
  it('loads one small bundle, and starts no process before a plan is opened', async () => {
    await startIsOver();
    await until('the extension', () => extension().isActive);
    assert.deepEqual([loadedBundles(), serverProcesses()], [['client.js'], []]);
  });
});
