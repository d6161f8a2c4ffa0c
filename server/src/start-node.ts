/** The language server in Node: `dist/server.js` and `rollout-plan lsp` both start it here. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from './lsp/server.ts';
import { createNodeHost } from './workspace/node-host.ts';

const TRANSPORT = /^--(stdio|node-ipc|socket|pipe)(=|$)/;

/** Speaks over whatever transport the arguments name; over standard input and output where they name none. */
export function startNodeServer(): void {
  if (!process.argv.some((argument) => TRANSPORT.test(argument))) process.argv.push('--stdio');
  startServer(createConnection(), {
    createHost: (log) => createNodeHost({ log }),
    // Both bundles lie in `dist/`, beside `docs/` in the package.
    rulePages: pathToFileURL(join(__dirname, '..', 'docs', 'rules')).href,
  });
}
