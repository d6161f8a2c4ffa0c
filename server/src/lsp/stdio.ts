/** The language server as a process: `dist/server.js` and `rollout-plan lsp` both start it here. */
// First, so that whatever is loaded speaks the editor's language.
import './l10n.ts';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { createConnection } from 'vscode-languageserver/node';
import { createNodeHost } from '../workspace/node-host.ts';
import { startServer } from './server.ts';
import { writeWholeMessages } from './whole-messages.ts';

const TRANSPORT = /^--(stdio|node-ipc|socket|pipe)(=|$)/;

/** Over standard input and output, or over another transport where the process's arguments name one. */
export function startOnStdio(): void {
  // Reading a long plan throws much away: that is collected before the heap has grown by more than a fifth.
  setFlagsFromString('--heap-growing-percent=20');
  if (!process.argv.some((argument) => TRANSPORT.test(argument))) process.argv.push('--stdio');
  if (process.argv.includes('--stdio')) writeWholeMessages(process.stdout);
  const connection = createConnection();
  // Something that nobody waits for failed, such as a request to a client that is gone: no reason to leave the others alone.
  process.on('unhandledRejection', (reason) => connection.console.error(`Unhandled: ${inspect(reason)}`));
  startServer(connection, {
    createHost: (log) => createNodeHost({ log }),
    // Both bundles lie in `dist/`, beside `docs/` in the package.
    rulePages: pathToFileURL(join(__dirname, '..', 'docs', 'rules')).href,
  });
}
