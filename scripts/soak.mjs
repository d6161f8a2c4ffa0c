// `npm run soak -- --minutes 30 --seed 1`: edits at random through the built server, for so long. Prints the seed and what was done; a
// finding is shrunk to its fewest edits, and found again with its seed.
import { parseArgs } from 'node:util';
import { bin, build, ensurePackages, inRoot } from './setup.mjs';

const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' } } });
if (values.minutes) process.env.SOAK_MINUTES = values.minutes;
if (values.seed) process.env.SOAK_SEED = values.seed;

await ensurePackages();
await build();
// The end of a scene, and the fewest edits of a finding, take their time.
const timeoutMs = (Number(values.minutes ?? 1) + 15) * 60_000;
const vitest = [bin('vitest'), 'run', '--config', 'vitest.soak.config.ts'];
const { code } = await inRoot(process.execPath, vitest, { timeoutMs });
process.exit(code ?? 1);
