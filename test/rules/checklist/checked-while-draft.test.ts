import { markdownChecklist } from '../../support/checklists.ts';
import { testRule } from '../../support/rule-tester.ts';

const plan = (status: string, ...done: readonly string[]) =>
  `status: ${status}\nvalidation:\n  smoke:\n${done.map((tick, at) => `    - { check: order ${at} is there, done: ${tick} }\n`).join('')}`;
const front = (status: string) => `---\nrolloutPlan: 1\nstatus: ${status}\n---\n\n`;
const group = {
  smoke: ['order 1 is there'],
  functional: undefined,
  performance: undefined,
  compatibility: undefined,
  security: undefined,
  operations: undefined,
};

testRule('checked-while-draft', {
  artifact: 'VALIDATION_CHECKLIST',
  clean: [
    {
      name: 'nothing is ticked',
      yaml: plan('draft', 'false', 'false'),
      markdown: markdownChecklist({}, '[ ]', front('draft')),
    },
    { name: 'some are ticked', yaml: plan('draft', 'true', 'false') },
    {
      name: 'it is under way',
      yaml: plan('executing', 'true', 'true'),
      markdown: markdownChecklist({}, '[x]', front('done')),
    },
    { name: 'no status', yaml: plan('TBD', 'true') },
    { name: 'no boxes', yaml: 'status: draft\nvalidation:\n  smoke:\n    - { check: check 1 }\n' },
  ],
  faulty: [
    {
      name: 'every box',
      yaml: plan('draft', '[|true|]', 'true'),
      markdown: markdownChecklist(group, '[|[x]|]', front('draft')),
      message:
        'Every box is ticked, and the plan is a draft: nothing has run yet that could have been seen. Ticks that came with a copy hide what was never checked. Untick them, or say how far the plan is.',
      fixed: {
        yaml: plan('draft', 'false', 'false'),
        markdown: markdownChecklist(group, '[ ]', front('draft')),
      },
    },
    { name: 'one is every box', yaml: plan('draft', '[|true|]') },
  ],
});
