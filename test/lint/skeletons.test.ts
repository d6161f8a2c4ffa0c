/** Bodies of snippets become values to write, with the words to look at marked. */
import { expect, test } from 'vitest';
import { skeletonOf } from '../../server/src/lint/skeletons.ts';
import { slot } from '../../server/src/model/edit.ts';

test.each([
  ['${1:30m}', slot('30m')],
  ['${1|rollback,pause|}', slot('rollback')],
  ['$1 for $2', slot(' for ')],
  ['\\$5 \\} \\\\', '$5 } \\'],
  ['first\n${1:second}', 'first\nsecond'],
  [
    { weight: 5, automatic: true, steps: ['${1:drop}'] },
    { weight: 5, automatic: true, steps: [slot('drop')] },
  ],
  [null, ''],
  [undefined, ''],
])('%j', (body, value) => expect(skeletonOf(body)).toEqual(value));
