/** `dist/server.js`: the language server as a program of its own. */
import { startNodeServer } from './start-node.ts';

startNodeServer();
