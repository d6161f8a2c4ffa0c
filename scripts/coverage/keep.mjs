// After each test file: what ran so far in this process of vitest.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll } from 'vitest';
import { COUNTS, counted } from './instrument.mjs';

afterAll(() => writeFileSync(path.join(COUNTS, `${process.pid}.json`), counted()));
