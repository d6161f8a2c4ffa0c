import { expect, it } from 'vitest';
import { failureText } from '../../server/src/util/failure.ts';

it('tells of a failure what there is to tell', () => {
  const error = new Error('the disk is full');
  expect(failureText(error)).toContain('failure.test.ts');
  expect(failureText(Object.assign(error, { stack: undefined }))).toBe('the disk is full');
  expect(failureText('no error at all')).toBe('no error at all');
});
