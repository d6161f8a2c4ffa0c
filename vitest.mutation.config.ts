import { defineConfig, mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

const { MUTATION_TESTS = '' } = process.env;

/** For `npm run mutation`, which names the tests of the file that it breaks. Laws read thousands of texts, too many to do so for each mutant. */
export default mergeConfig(
  { ...config, test: { ...config.test, include: [] } },
  defineConfig({ test: { include: [MUTATION_TESTS], exclude: ['**/laws.test.ts'] } }),
);
