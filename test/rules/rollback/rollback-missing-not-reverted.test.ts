import { testRule } from '../../support/rule-tester.ts';

const STEP =
  'migration:\n  steps:\n    - { id: drop-cents, phase: contract, reversible: false, backup: before-drop }\n';
const yaml = (rest: string, key = 'rollback'): string => `${STEP}${key}:\n  timeBudget: 10m\n${rest}`;
const STEPS = '## Steps\n\n1. `kubectl rollout undo deployment/orders-api`\n';

testRule('rollback-missing-not-reverted', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    {
      name: 'None is an answer',
      yaml: yaml('  notReverted: none\n'),
      markdown: `# Rollback plan\n\n## Not reverted\n\nNone\n\n${STEPS}`,
    },
    {
      name: 'a step that stays',
      yaml: yaml('  notReverted: [{ step: drop-cents, why: the values are gone }]\n'),
      markdown: `# Rollback plan\n\n## What is not reverted\n\n- events that consumers have read\n\n${STEPS}`,
    },
    ...['What is not rolled back', 'What cannot be undone', 'Cannot be rolled back'].map((heading) => ({
      name: heading,
      markdown: `# Rollback plan\n\n## ${heading}\n\n- events that consumers have read\n\n${STEPS}`,
    })),
    ...['Not reverted', "What can't be undone", 'What stays', 'Irreversible changes'].map((heading) => ({
      name: `${heading}, in prose`,
      markdown: `# Rollback plan\n\n## ${heading}\n\nRows of version 9 stay; version 8 shows them as other.\n\n${STEPS}`,
    })),
    { name: 'there is no way back', yaml: yaml('  approach: roll-forward-only\n') },
  ],
  faulty: [
    {
      name: 'a section with nothing in it',
      markdown: `# Rollback plan\n\n## [|What stays|]\n\n<!-- to do -->\n\n${STEPS}`,
    },
    {
      name: 'a step without an id stays, and cannot be named',
      yaml: yaml('', '[|rollback|]').replace('id: drop-cents', 'title: drop cents'),
      fixed: {
        yaml: yaml(
          '  notReverted:\n    - what: events already published in the new shape\n      why: consumers have read them\n      instead: consumers keep accepting both shapes until the window ends\n',
        ).replace('id: drop-cents', 'title: drop cents'),
      },
    },
    {
      name: 'the steps that cannot be undone stay',
      yaml: yaml('', '[|rollback|]'),
      message:
        'The rollback does not say what it leaves as it is. The old version then meets what the new one has written, and nobody expects it: list what stays under `notReverted`, or write "None".',
      fixed: {
        yaml: yaml(
          '  notReverted:\n    - step: drop-cents\n      why: what it removed is gone\n      instead: restore the last backup beside production and copy back what is missing\n',
        ),
      },
    },
    { name: 'nothing behind the key', yaml: yaml('  [|notReverted|]:\n') },
    { name: 'the artifact does not say it', markdown: `# [|Rollback plan|]\n\n${STEPS}` },
  ],
});
