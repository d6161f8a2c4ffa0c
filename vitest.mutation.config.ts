import { defineConfig, mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

const { MUTATION_TESTS = '' } = process.env;

/** For `npm run mutation`, which names the tests of the file that it breaks. */
export default mergeConfig(
  { ...config, test: { ...config.test, include: [] } },
  defineConfig({ test: { include: [MUTATION_TESTS] } }),
);
