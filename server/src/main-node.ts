/** `dist/server.js`: the language server as a program of its own. */
import module from 'node:module';

// Newer than the oldest Node that we run on. Saves a fifth of the time to start.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

void import('./lsp/stdio.ts').then(({ startOnStdio }) => startOnStdio());
