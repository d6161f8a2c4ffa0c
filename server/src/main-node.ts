/** `dist/server.js`: the language server as a program of its own. */
import { startOnStdio } from './lsp/stdio.ts';

startOnStdio();
