import { expect, test } from 'vitest';
import { checkAll, quickFixesOf } from '../../support/checking.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule('placeholder-left', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    { name: 'written out', yaml: 'owner: team-payments\n', markdown: '# Rollout plan\n\n**Owner**: team-payments\n' },
    {
      name: 'a path parameter',
      yaml: 'change:\n  summary: GET /orders/<id> returns a currency\n',
      markdown: '# Rollout plan\n\n**Description**: GET /orders/<id> returns a currency\n',
    },
    { name: 'a comparison', yaml: 'change:\n  summary: where a < b and c > d\n' },
    { name: 'a ticket', yaml: 'ticket: TODO-42\n' },
    {
      name: 'code',
      yaml: 'migration:\n  steps:\n    - { id: a, up: { command: "echo <name> TODO" } }\n',
      markdown: '# Rollout plan\n\n**Description**: run `deploy <version>`\n',
    },
    {
      name: 'code that another program fills in',
      yaml: 'rollback:\n  steps:\n    - { id: a, run: "{{ command }}" }\n',
    },
    { name: 'in lower case it is a word', yaml: 'change:\n  summary: the todo list of a user\n' },
  ],
  faulty: [
    {
      name: 'TBD',
      yaml: 'owner: [|TBD|] # soon\n',
      markdown: '# Rollout plan\n\n**Sticky by**: [|TBD|]\n',
      message:
        '"TBD" is still to be filled in. Whoever carries the plan out has nothing to go by here: write it, or remove it.',
    },
    {
      name: 'a name in angle brackets',
      yaml: 'change:\n  summary: Moves [|<service name>|] to v5\n',
      markdown: '# Rollout plan\n\n**Description**: Moves [|<service name>|] to v5\n',
    },
    {
      name: 'a wrong value is not also told',
      yaml: 'rollout:\n  stages:\n    - { id: a, soak: [|TBD|], abortCriteria: ["smoke test fails -> rollback"] }\n',
    },
    { name: 'all of a command', yaml: 'rollback:\n  steps:\n    - { id: a, run: [|TBD|] }\n' },
    { name: 'all of a value, in lower case', yaml: 'owner: [|to be determined|]\n' },
    { name: 'two of them', yaml: 'title: "[|[FILL_IN]|] by [|???|]"\n' },
  ],
});

test('the fix selects the words and writes nothing', async () => {
  const files = { 'rollout-plan.yaml': 'rolloutPlan: 1\nowner: TBD\n' };
  const problem = (await checkAll(files)).find(({ code }) => code === 'placeholder-left');
  const [select] = problem ? await quickFixesOf(files, problem) : [];
  expect(select).toMatchObject({ title: 'Select it', select: problem?.range });
  expect(select?.edit).toBeUndefined();
});
