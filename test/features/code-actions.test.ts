/** Fixes applied together. */
import { expect, test } from 'vitest';
import { fixAll, type Judged } from '../../server/src/features/code-actions.ts';
import { toDiagnostic } from '../../server/src/features/diagnostics.ts';
import { finding, type Problem } from '../../server/src/lint/rule.ts';
import { span } from '../../server/src/model/source.ts';
import { editWritersFor } from '../../server/src/workspace/edit-writer.ts';
import { asking } from '../support/asking.ts';
import { applyEdits } from '../support/edits.ts';

test('of fixes that contradict each other the first is applied, and all that touch other words', async () => {
  const { context, text, uri } = await asking({ 'rollout-plan.yaml': 'rolloutPlan: 1\nname: one\nowner: two\n' });
  const { document, documentOf, plans } = context;
  const { segment } = plans[0].document.root.span;
  const judged = (words: string, newText: string): Judged => {
    const place = span(segment, text.indexOf(words), text.indexOf(words) + words.length);
    const fix = { title: newText, edits: [{ kind: 'replace', span: place, newText } as const], safe: true };
    const problem: Problem = { ...finding(place, 'Wrong.', [fix]), rule: 'a-rule', severity: 'error' };
    return { problem, diagnostic: toDiagnostic(problem, document, documentOf) };
  };
  const all = [judged('one', 'first'), judged('name: one', 'second'), judged('two', 'third')];
  // The writer of a file that is no plan: it takes every edit.
  const writerOf = editWritersFor({ ...context.bundle, plans: [] });
  const [action, ...more] = fixAll(all, { document, documentOf, writerOf });
  expect(more).toEqual([]);
  expect(action?.title).toBe('Fix all that needs no decision (2)');
  expect(action?.edit?.documents.map((one) => one.uri)).toEqual([uri]);
  expect(applyEdits(text, action?.edit?.documents[0]?.edits ?? [])).toBe('rolloutPlan: 1\nname: first\nowner: third\n');
});
