import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    testTimeout: 30_000,
    // The engine keeps nothing between two services, so test files may share what they load: that is most of their time.
    isolate: false,
    // One for each core, also where there are only two: most tests wait for nobody.
    maxWorkers: '100%',
  },
});
