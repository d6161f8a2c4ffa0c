import { defineConfig, mergeConfig } from 'vitest/config';
import { forVite } from './scripts/coverage/instrument.mjs';
import config from './vitest.config.ts';

/** For `npm run coverage`: what looks at the repository, or measures time and memory, says nothing of what ran. */
export default mergeConfig(
  config,
  defineConfig({
    plugins: [forVite],
    test: {
      setupFiles: ['scripts/coverage/keep.mjs'],
      exclude: ['test/repo/**', 'test/lsp/hostile.test.ts', 'test/lsp/memory.test.ts', 'test/client/package.test.ts'],
      testTimeout: 240_000,
    },
  }),
);
