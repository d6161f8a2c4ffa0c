import { runInHost } from '../support/in-host.ts';

export const run = (): Promise<void> => runInHost(__dirname);
