import { testRule } from '../../support/rule-tester.ts';

const yaml = (keys: string, status = 'executing'): string =>
  `status: ${status}\ncompatibility:\n  deprecations:\n    - what: amount_cents\n      announced: 2026-03-01\n${keys}`;
const markdown = (keys: string, status = 'executing'): string =>
  `---\nstatus: ${status}\n---\n\n# Compatibility contract\n\n## Deprecations\n\n### amount_cents\n\n- Announced: 2026-03-01\n${keys}`;

testRule('deprecation-date-past', {
  artifact: 'COMPATIBILITY_CONTRACT',
  clean: [
    {
      name: 'still to come, or today',
      yaml: yaml('      removeAfter: 2026-11-21\n'),
      markdown: markdown('- Removal: 2027-06-01\n'),
    },
    {
      name: 'the plan is over',
      yaml: yaml('      removeAfter: 2026-10-01\n', 'done'),
      markdown: markdown('- Removal: 2026-10-01\n', 'abandoned'),
    },
    {
      name: 'it is gone',
      yaml: yaml('      removeAfter: 2026-10-01\n      removedOn: 2026-10-04\n'),
      markdown: markdown('- Removal: 2026-10-01\n- Actual removal: 2026-10-04\n'),
    },
    { name: 'no date', yaml: yaml('      removeAfter: 1 October 2026\n') },
    {
      name: 'the plan beside it is done',
      markdown: '# Compatibility contract\n\n## Deprecations\n\n### amount_cents\n\n- Removal: 2026-10-01\n',
      beside: { 'rollout-plan.yaml': 'status: done\n' },
    },
  ],
  faulty: [
    {
      name: 'has passed, and nobody announced it',
      yaml: yaml('      removeAfter: [|2026-10-01|]\n').replace(/ *announced: .*\n/, ''),
      fixed: { yaml: yaml('      removeAfter: 2027-02-19\n').replace(/ *announced: .*\n/, '') },
    },
    {
      name: 'has passed',
      yaml: yaml('      removeAfter: [|2026-10-01|] # soon\n'),
      markdown: markdown('- Removal: [|2026-10-01|]\n'),
      message:
        '"amount_cents" was to be removed after 2026-10-01, which has passed, and the plan is not done. Consumers who moved in time no longer know what holds: move the date, or write `removedOn` if it is gone.',
      fixed: {
        yaml: yaml('      removeAfter: 2027-02-19 # soon\n'),
        markdown: markdown('- Removal: 2027-02-19\n'),
      },
    },
    {
      name: 'it is gone, and nobody has written so',
      fix: 'Say that it is removed',
      yaml: yaml('      removeAfter: [|2026-10-01|]\n'),
      fixed: { yaml: yaml('      removeAfter: 2026-10-01\n      removedOn: 2026-11-21\n') },
    },
  ],
});
