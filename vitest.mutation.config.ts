import { defineConfig, mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

const { MUTATION_TESTS = '' } = process.env;

/**
 * For `npm run mutation`, which names the tests of the file that it breaks. Laws read thousands of texts, too many to do so for each mutant.
 * Sentences that were read are not remembered: else only the first test that reads one would seem to come to a place.
 */
export default mergeConfig(
  { ...config, test: { ...config.test, include: [] } },
  defineConfig({
    resolve: { alias: { 'quick-lru': new URL('test/support/forgetful.ts', import.meta.url).pathname } },
    test: { include: [MUTATION_TESTS], exclude: ['**/laws.test.ts'] },
  }),
);
