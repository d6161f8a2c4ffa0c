import { defineConfig } from 'vitest/config';

/** For `npm run soak`: as long as it takes, and not in every build. */
export default defineConfig({ test: { include: ['test/soak/**/*.soak.ts'], hookTimeout: 60_000 } });
