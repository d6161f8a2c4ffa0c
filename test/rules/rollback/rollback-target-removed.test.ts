import { testRule } from '../../support/rule-tester.ts';

const STEPS =
  'migration:\n  steps:\n    - { id: drop-cents, phase: contract, reversible: false, backup: b }\n    - { id: drop-view, phase: contract, reversible: false, backup: b }\n';
const yaml = (rest: string): string => `${STEPS}rollback:\n  reverts: { code: orders-api back to 4.18.2 }\n${rest}`;
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
      fixed: { yaml: yaml('  viableUntil: drop-cents\n') },
    },
    {
      name: 'mark what stays',
      yaml: yaml('  viableUntil: [|drop-view|]\n'),
      fix: /not reverted/,
      fixed: {
        yaml: yaml(
          '  viableUntil: drop-view\n  notReverted:\n    - step: drop-cents\n      why: what it removed is gone\n      instead: restore the last backup beside production and copy back what is missing\n    - step: drop-view\n      why: what it removed is gone\n      instead: restore the last backup beside production and copy back what is missing\n',
        ),
      },
    },
    {
      name: 'another stays as it is already: add to the list',
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
      yaml: yaml('  viableUntil: [|fill|]\n  notReverted: none\n').replace(
        / {4}- \{ id: drop-view.*\n/,
        '    - { id: fill }\n',
      ),
      fix: 'Say that "drop-cents" is not reverted',
    },
    {
      name: 'what stays is said in a sentence, to which nothing can be added',
      yaml: yaml('  viableUntil: [|drop-view|]\n  notReverted: whatever was sent\n'),
    },
    {
      name: 'a step without an id cannot be named',
      yaml: yaml('  viableUntil: [|drop-view|]\n').replace('id: drop-cents', 'title: Drop cents'),
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
    },
  ],
});
