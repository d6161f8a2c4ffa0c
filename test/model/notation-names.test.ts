import { expect, it } from 'vitest';
import { asId, idFor, msOfDay } from '../../server/src/model/notation.ts';

it('words that make none stay as they are, or give way to another', () => {
  expect(['drop-email', 'Drop email', '名前'].map(asId)).toEqual(['drop-email', 'drop-email', '名前']);
  expect(['drop-email', 'Drop email', '名前'].map((name) => idFor(name, 'step'))).toEqual([
    'drop-email',
    'drop-email',
    'step',
  ]);
});

it('a day begins in UTC, and no day at the beginning of time', () => {
  expect(['2026-11-21', 'soon'].map(msOfDay)).toEqual([Date.UTC(2026, 10, 21), 0]);
});
