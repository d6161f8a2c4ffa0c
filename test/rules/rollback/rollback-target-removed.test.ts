import { expect, test } from 'vitest';
import { checkAll, quickFixesOf } from '../../support/checking.ts';
import { testRule } from '../../support/rule-tester.ts';

const STEPS =
  'migration:\n  steps:\n    - { id: drop-cents, phase: contract, reversible: false, backup: b }\n    - { id: drop-view, phase: contract, reversible: false, backup: b }\n';
const yaml = (rest: string): string => `${STEPS}rollback:\n  reverts: { code: orders-api back to 4.18.2 }\n${rest}`;
const VIEW = / {4}- \{ id: drop-view.*\n/;
const LATER = yaml('').replace('    - { id: drop-view', '    - { id: fill }\n    - { title: Drop the view');
const stays = (step: string): string =>
  `    - step: ${step}\n      why: what it removed is gone\n      instead: restore the last backup beside production and copy back what is missing\n`;
const MIGRATION =
  '# Migration plan\n\n## Steps\n\n### 1. Contract: drop cents\n\nThis step is irreversible.\n\n**Backup**: b\n\n### 2. Contract: drop view\n\nThis step is irreversible.\n\n**Backup**: b\n';
const markdown = (rest: string): string =>
  `# Rollback plan\n\n${rest}\n\n## What is reverted\n\n- **Code**: orders-api back to 4.18.2\n`;

testRule('rollback-target-removed', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    {
      name: 'decided before the first of them',
      yaml: yaml('  viableUntil: drop-cents\n'),
      markdown: markdown('**Point of no return**: drop-cents'),
      beside: { 'MIGRATION_PLAN.md': MIGRATION },
    },
    {
      name: 'what is gone is not reverted',
      yaml: yaml('  viableUntil: drop-view\n  notReverted: [{ step: drop-cents, why: unused since 4.0 }]\n'),
    },
    { name: 'no code goes back', yaml: `${STEPS}rollback:\n  viableUntil: drop-view\n  reverts: { code: none }\n` },
    {
      name: 'there is no way back',
      yaml: yaml('  approach: roll-forward-only\n  viableUntil: drop-view\n'),
    },
    {
      name: 'nothing says that code goes back',
      yaml: `${STEPS}rollback:\n  viableUntil: drop-view\n`,
    },
    {
      name: 'only a flag is turned',
      yaml: `${STEPS}rollback:\n  viableUntil: drop-view\n  steps:\n    - { id: flag-off, run: flagctl set orders-write --off }\n`,
    },
    {
      name: 'what cannot be undone removes nothing: no contract step',
      yaml: yaml('  viableUntil: drop-view\n').replace(
        'id: drop-cents, phase: contract',
        'id: mail-customers, phase: migrate',
      ),
    },
    {
      name: 'the plan beside it is asked',
      markdown: markdown('**Point of no return**: drop-view'),
      beside: {
        'MIGRATION_PLAN.md': MIGRATION,
        'rollout-plan.yaml': 'rollback:\n  reverts: { code: orders-api back to 4.18.2 }\n  viableUntil: drop-cents\n',
      },
    },
    {
      name: 'the old version after a step that takes nothing away',
      yaml: yaml(
        '  decisions: [{ failed: the filling stops, step: fill, method: deploy the previous version }]\n',
      ).replace('steps:\n', 'steps:\n    - { id: fill, reversible: true }\n'),
    },
    {
      name: 'something else than going back',
      yaml: yaml('  decisions: [{ failed: wrong amounts, step: drop-cents, method: page the data team }]\n'),
    },
    {
      name: 'the old version with its data',
      yaml: yaml(
        '  decisions: [{ failed: wrong amounts, step: drop-cents, method: restore the column and deploy the previous version }]\n',
      ),
    },
    {
      name: 'a restore after it',
      yaml: yaml('  decisions: [{ failed: wrong amounts, step: drop-cents, method: restore from backup }]\n'),
    },
  ],
  faulty: [
    {
      name: 'going back after it',
      yaml: yaml('  viableUntil: [|drop-view|]\n'),
      message:
        'Going back to the old code is said to work until "drop-view", after "drop-cents" has run. That code needs what the step removes, and would not start or would lose data: say what is done instead.',
      related: ['drop-cents'],
      fixed: { yaml: yaml('  viableUntil: drop-cents\n') },
    },
    {
      name: 'mark what stays',
      yaml: yaml('  viableUntil: [|drop-view|]\n'),
      fix: 'Say that "drop-cents" and "drop-view" are not reverted',
      fixed: {
        yaml: yaml(
          '  viableUntil: drop-view\n  notReverted:\n    - step: drop-cents\n      why: what it removed is gone\n      instead: restore the last backup beside production and copy back what is missing\n    - step: drop-view\n      why: what it removed is gone\n      instead: restore the last backup beside production and copy back what is missing\n',
        ),
      },
    },
    {
      name: 'a list with nothing in it: name all that stay',
      yaml: yaml('  viableUntil: [|drop-view|]\n  notReverted: []\n'),
      fix: 'Say that "drop-cents" and "drop-view" are not reverted',
      fixed: { yaml: yaml(`  viableUntil: drop-view\n  notReverted:\n${stays('drop-cents')}${stays('drop-view')}`) },
    },
    {
      name: 'a later step without an id cannot be named',
      yaml: LATER.replace('rollback:', 'rollback:\n  viableUntil: [|fill|]'),
      fix: 'Say that "drop-cents" is not reverted',
      fixed: {
        yaml: `${LATER.replace('rollback:', 'rollback:\n  viableUntil: fill')}  notReverted:\n${stays('drop-cents')}`,
      },
    },
    {
      name: 'another stays as it is already: add to the list',
      reveals: ['irreversible-step-not-in-rollback'],
      yaml: yaml('  viableUntil: [|drop-view|]\n  notReverted:\n    - { step: add-view, why: harmless }\n'),
      fix: /not reverted/,
      fixed: {
        yaml: yaml(
          '  viableUntil: drop-view\n  notReverted:\n    - { step: add-view, why: harmless }\n    - step: drop-cents\n      why: what it removed is gone\n      instead: restore the last backup beside production and copy back what is missing\n',
        ),
      },
    },
    {
      name: 'what stays is said in one word, and there is one step',
      reveals: ['irreversible-step-not-in-rollback'],
      yaml: yaml('  viableUntil: [|fill|]\n  notReverted: none\n').replace(VIEW, '    - { id: fill }\n'),
      fix: 'Say that "drop-cents" is not reverted',
      fixed: {
        yaml: yaml(`  viableUntil: fill\n  notReverted:\n${stays('drop-cents')}`).replace(VIEW, '    - { id: fill }\n'),
      },
    },
    {
      name: 'what stays is said in a sentence, to which nothing can be added',
      reveals: ['irreversible-step-not-in-rollback'],
      yaml: yaml('  viableUntil: [|drop-view|]\n  notReverted: whatever was sent\n'),
    },
    {
      name: 'a step without an id cannot be named',
      yaml: yaml('  viableUntil: [|drop-view|]\n').replace('id: drop-cents', 'title: Drop cents'),
      fixed: { yaml: yaml('  viableUntil: drop-view\n').replace('id: drop-cents', 'title: Drop cents') },
    },
    {
      name: 'code goes back by a command',
      yaml: `${STEPS}rollback:\n  viableUntil: [|drop-view|]\n  steps:\n    - { id: flag-off, run: flagctl set orders-write --off }\n    - { id: code, run: kubectl rollout undo deployment/orders-api }\n`,
    },
    {
      name: 'code goes back by the title of a step, or by hand',
      yaml: `${STEPS}rollback:\n  viableUntil: [|drop-view|]\n  steps:\n    - { id: code, title: Roll back to 4.18.2 }\n`,
      markdown:
        '# Rollback plan\n\n**Point of no return**: [|drop-view|]\n\n## Steps\n\n1. Tell support\n   - **Manual**: choose the previous release in the console\n',
      beside: { 'MIGRATION_PLAN.md': MIGRATION },
    },
    {
      name: 'the artifact beside it says nothing of code',
      yaml: yaml('  viableUntil: [|drop-view|]\n'),
      beside: { 'ROLLBACK_PLAN.md': '# Rollback plan\n\n**Time budget**: 10m\n' },
    },
    {
      name: 'in the artifacts',
      markdown: markdown('**Point of no return**: [|drop-view|]'),
      beside: { 'MIGRATION_PLAN.md': MIGRATION },
      fixed: { markdown: markdown('**Point of no return**: drop-cents') },
    },
    {
      name: 'the way back of the contract step',
      yaml: yaml(
        '  decisions: [{ failed: wrong amounts, step: drop-cents, method: [|deploy the previous version|] }]\n',
      ),
      message: /^Going back to the old code is what is done once "drop-cents" has failed\./,
      fix: 'Restore from a backup instead',
      preferred: true,
      fixed: {
        yaml: yaml(
          '  decisions: [{ failed: wrong amounts, step: drop-cents, method: restore the last backup beside production and copy back what is missing }]\n',
        ),
      },
    },
  ],
});

const UNNAMED = `    - { title: Drop the index, phase: contract, reversible: false, backup: b }\n`;

test.each([
  [
    'a sentence on what stays is written over by none',
    yaml('  viableUntil: drop-view\n  notReverted: whatever was sent\n'),
  ],
  [
    'a step that has no id and comes too early as well would be told next',
    yaml('  viableUntil: drop-view\n').replace(VIEW, (view) => `${UNNAMED}${view}`),
  ],
])('fixes: %s', async (_, text) => {
  const files = { 'rollout-plan.yaml': `rolloutPlan: 1\n${text}` };
  const problem = (await checkAll(files)).find(({ code }) => code === 'rollback-target-removed');
  const titles = problem && (await quickFixesOf(files, problem)).map(({ title }) => title);
  expect(titles?.filter((title) => !title.startsWith('Suppress'))).toEqual(['Roll back only until "drop-cents"']);
});
