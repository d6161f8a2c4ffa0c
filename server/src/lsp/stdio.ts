/** The language server as a process: `dist/server.js` and `rollout-plan lsp` both start it here. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { createNodeHost } from '../workspace/node-host.ts';
import { startServer } from './server.ts';

const TRANSPORT = /^--(stdio|node-ipc|socket|pipe)(=|$)/;

/** Over standard input and output, or over another transport where the process's arguments name one. */
export function startOnStdio(): void {
  if (!process.argv.some((argument) => TRANSPORT.test(argument))) process.argv.push('--stdio');
  startServer(createConnection(), {
    createHost: (log) => createNodeHost({ log }),
    // Both bundles lie in `dist/`, beside `docs/` in the package.
    rulePages: pathToFileURL(join(__dirname, '..', 'docs', 'rules')).href,
  });
}
