import { markdownChecklist, yamlChecklist } from '../../support/checklists.ts';
import { testRule } from '../../support/rule-tester.ts';

const two = ['place an order: `smoke.sh 1`', 'read an order: `smoke.sh 2`'];

testRule('missing-smoke-checks', {
  artifact: 'VALIDATION_CHECKLIST',
  clean: [
    { name: 'three', yaml: yamlChecklist(), markdown: markdownChecklist() },
    { name: 'none, on purpose', yaml: yamlChecklist({ smoke: undefined }).concat('  smoke: none\n') },
    { name: 'misspelt', yaml: yamlChecklist({ smoke: undefined, smok: two }) },
    { name: 'a wrong value is another mistake', yaml: yamlChecklist({ smoke: undefined }).concat('  smoke: 3\n') },
    { name: 'nothing but health is another mistake', yaml: yamlChecklist({ smoke: ['GET /healthz returns 200'] }) },
    {
      name: 'they are in the artifact beside the plan',
      yaml: yamlChecklist({ smoke: undefined }),
      beside: { 'VALIDATION_CHECKLIST.md': markdownChecklist() },
    },
  ],
  faulty: [
    {
      name: 'two',
      yaml: yamlChecklist({ smoke: two }).replace('smoke:', '[|smoke|]:'),
      markdown: markdownChecklist({ smoke: two }).replace('Smoke', '[|Smoke|]'),
      message:
        'The plan has two smoke checks. They are run after every stage and are the first to see that it went wrong: write at least three, each of something that users do.',
      fixed: {
        yaml: yamlChecklist({
          smoke: [...two, '{ check: "create one as a user would, and read it again", run: scripts/smoke.sh create }'],
        }).replace(
          '    - { check: "create one as a user would, and read it again", run: scripts/smoke.sh create }',
          '    - check: create one as a user would, and read it again\n      run: scripts/smoke.sh create',
        ),
      },
    },
    {
      name: 'none',
      yaml: yamlChecklist({ smoke: undefined }).replace('validation:', '[|validation|]:'),
      markdown: markdownChecklist({ smoke: undefined }).replace('Validation checklist', '[|Validation checklist|]'),
      message: /^The plan has no smoke checks\./,
      fixed: {
        yaml: yamlChecklist({ smoke: undefined }).replace(
          'validation:\n',
          'validation:\n  smoke:\n    - check: create one as a user would, and read it again\n      run: scripts/smoke.sh create\n    - check: read one that is a year old\n      run: scripts/smoke.sh history\n    - check: a consumer receives one new event\n      run: scripts/smoke.sh events\n',
        ),
      },
    },
  ],
});
