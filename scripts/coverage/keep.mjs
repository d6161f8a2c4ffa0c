// After each test file: what ran so far in this process of vitest.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll } from 'vitest';
import { COUNTS, counted } from './instrument.mjs';

// The same made-up texts in every run: what one run counts, the next one counts too.
fc.configureGlobal({ seed: 1 });
afterAll(() => writeFileSync(path.join(COUNTS, `${process.pid}.json`), counted()));
