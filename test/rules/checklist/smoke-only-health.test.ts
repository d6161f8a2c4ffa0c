import { markdownChecklist, yamlChecklist } from '../../support/checklists.ts';
import { testRule } from '../../support/rule-tester.ts';

const HEALTH = [
  'GET /healthz returns 200',
  'the health check is green',
  'https://orders.example.com/ready answers 200',
];
const UP = [
  '{ check: the service is up, run: curl -fsS https://ledger.example.com/healthz }',
  '{ check: the database answers, run: curl -fsS https://ledger.example.com/api/ready }',
];

testRule('smoke-only-health', {
  artifact: 'VALIDATION_CHECKLIST',
  clean: [
    { name: 'what users do', yaml: yamlChecklist(), markdown: markdownChecklist() },
    {
      name: 'a statement, and a page to look at',
      yaml: yamlChecklist({
        smoke: [
          ...UP,
          '{ check: the database is up, sql: SELECT 1 }',
          '{ check: it is up, link: "https://d.example.com" }',
        ],
      }),
    },
    {
      name: 'one of them',
      yaml: yamlChecklist({ smoke: [...HEALTH, 'place an order'] }),
      markdown: markdownChecklist({ smoke: [...HEALTH, 'place an order'] }),
    },
    {
      name: 'a 200 of something that is used',
      yaml: yamlChecklist({
        smoke: ['GET /v5/orders/42 returns 200', 'POST /v5/orders returns 201', 'GET /orders/status/3'],
      }),
    },
    { name: 'still open', yaml: yamlChecklist({ smoke: ['TBD'] }) },
    { name: 'a healthy amount of prose', yaml: yamlChecklist({ smoke: ['a patient with a health record sees it'] }) },
  ],
  faulty: [
    {
      name: 'health in three ways',
      yaml: yamlChecklist({ smoke: HEALTH }).replace('smoke:', '[|smoke|]:'),
      markdown: markdownChecklist({ smoke: HEALTH }).replace('Smoke', '[|Smoke|]'),
      message:
        'Every smoke check asks whether the service is up, and none whether it does its work. A service that charges the wrong amount is healthy: write checks that do what users do.',
    },
    {
      name: 'commands',
      yaml: yamlChecklist({ smoke: UP }).replace('smoke:', '[|smoke|]:'),
      fixed: {
        yaml: yamlChecklist({
          smoke: [
            ...UP,
            '{ check: "create one as a user would, and read it again", run: scripts/smoke.sh create }',
            '{ check: read one that is a year old, run: scripts/smoke.sh history }',
          ],
        })
          .replace(
            '    - { check: "create one as a user would, and read it again", run: scripts/smoke.sh create }',
            '    - check: create one as a user would, and read it again\n      run: scripts/smoke.sh create',
          )
          .replace(
            '    - { check: read one that is a year old, run: scripts/smoke.sh history }',
            '    - check: read one that is a year old\n      run: scripts/smoke.sh history',
          ),
      },
    },
    { name: 'a bare 200', yaml: yamlChecklist({ smoke: ['the API returns 200'] }).replace('smoke:', '[|smoke|]:') },
  ],
});
