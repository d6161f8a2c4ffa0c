import { expect, test } from 'vitest';
import { definitions, highlights, references } from '../../server/src/features/navigation.ts';
import { asking, wordsIn } from '../support/asking.ts';

test('a declaration is the whole item; in a file that is gone it leads nowhere', async () => {
  const { context, position, service, text } = await asking({
    'ROLLOUT_PLAN.md': '# Rollout plan\n\n## Stages\n\n### canary (1%)\n\n**Abort criteria**:\n\n- error-‸rate > 1%\n',
    'rollout-plan.yaml': 'rolloutPlan: 1\nmetrics:\n  - id: error-rate\n    baseline: 0.1%\n',
  });
  const [found] = definitions(context, position);
  expect(found?.uri).toMatch(/rollout-plan\.yaml$/);
  expect(found?.whole.end.line).toBeGreaterThan(found?.whole.start.line ?? 99);
  expect(wordsIn(text, found?.origin ?? { start: position, end: position })).toBe('error-rate');
  service.fileChanged(found?.uri ?? '');
  expect(definitions(context, position)).toEqual([]);
  expect(references(context, position, true).map(({ uri }) => uri)).toEqual([context.document.uri]);
});

test('of ids that stand in each other the inner one is meant', async () => {
  const { context, position, text } = await asking({
    'ROLLOUT_PLAN.md':
      '# Rollout plan\n\n## Metrics\n\n- error-rate: 1%\n\n## Stages\n\n### error-‸rate (1%)\n\n**Abort criteria**:\n\n- error-rate > 1%\n',
  });
  expect(highlights(context, position).map(({ range }) => wordsIn(text, range))).toEqual(['error-rate']);
});

test('through an alias one place may be an id of two kinds, and the first is meant', async () => {
  const { context, position, text } = await asking({
    'rollout-plan.yaml': 'rolloutPlan: 1\nmetrics:\n  - id: &a late‸ncy\nflags:\n  - id: *a\n',
  });
  expect(definitions(context, position).map(({ range }) => wordsIn(text, range))).toEqual(['latency']);
});

test('where the words are escaped the id is found, and all of them are it', async () => {
  const { context, position, text } = await asking({
    'rollout-plan.yaml':
      'rolloutPlan: 1\nmetrics:\n  - id: error-rate\nrollout:\n  abortCriteria:\n    - "error\\x2Dra‸te > 5"\n',
  });
  expect(highlights(context, position).map(({ range }) => wordsIn(text, range))).toEqual([
    'error-rate',
    'error\\x2Drate',
  ]);
});

test('what is no text is no id', async () => {
  const { context, position } = await asking({
    'rollout-plan.yaml': 'rolloutPlan: 1\nmetrics:\n  - id: ‸7\n  - id: ""\nrollout:\n  metrics: [7, ""]\n',
  });
  expect(highlights(context, position)).toEqual([]);
});
