import { testRule } from '../../support/rule-tester.ts';

const plan = (id: string, criterion: string, weight = '100%', more = ''): string =>
  `owner: team-payments\nmetrics:\n  - { id: error-rate, query: sum(errors), onNoData: abort }\nrollout:\n${more}  stages:\n    - id: ${id}\n      environment: production\n      weight: ${weight}\n      soak: 2h\n      abortCriteria:\n        - ${criterion}\n`;
const BY_HAND = 'smoke test fails -> rollback\n        - error-rate > 0.5% for 5m -> pause\n        - ';
const AUTOMATIC = '{ when: error-rate > 1% for 5m, then: rollback, automatic: true, owner: payments }';

testRule('no-automatic-abort', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    { name: 'one acts by itself', yaml: plan('full', AUTOMATIC) },
    { name: 'half is not more than half', yaml: plan('half', 'error-rate > 1% for 5m -> rollback', '50%') },
    {
      name: 'a controller aborts',
      yaml: plan('full', 'error-rate > 1% for 5m -> rollback', '100%', '  manifest: deploy/rollout.yaml\n'),
    },
    {
      name: 'said in words',
      markdown:
        '# Rollout plan\n\n## Stage 1: full (100%, 2h)\n\n**Environment**: production\n\n**Abort criteria**:\n\n- error-rate > 1% for 5m: automatic rollback\n',
    },
    {
      name: 'a controller of the environment aborts',
      yaml: `change:\n  environment: { controller: argo-rollouts }\n${plan('full', 'error-rate > 1% for 5m -> rollback')}`,
    },
    { name: 'the second acts by itself', yaml: plan('full', `smoke test fails -> rollback\n        - ${AUTOMATIC}`) },
    { name: 'no criteria', yaml: plan('full', '') },
    { name: 'nothing is rolled out', yaml: 'owner: team-payments\n' },
  ],
  faulty: [
    {
      name: 'every abort by hand',
      yaml: plan('[|full|]', 'error-rate > 1% for 5m -> rollback'),
      markdown:
        '# Rollout plan\n\n## Stage 1: [|full|] (100%, 2h)\n\n**Environment**: production\n\n**Abort criteria**:\n\n- error-rate > 1% for 5m -> rollback\n',
      message:
        'Stage "full" reaches more than half of the traffic, and every abort waits for a person to notice, decide and type. Let one criterion act by itself.',
      fixed: {
        yaml: plan(
          'full',
          'when: error-rate > 1% for 5m\n          then: rollback\n          automatic: true\n          owner: team-payments',
        ),
      },
    },
    {
      name: 'explicitly not',
      yaml: plan('[|full|]', '{ when: error-rate > 1% for 5m, then: rollback, automatic: false }'),
      fixed: { yaml: plan('full', '{ when: error-rate > 1% for 5m, then: rollback, automatic: false }') },
    },
    {
      name: 'an environment without a controller, and nothing to measure',
      yaml: `change:\n  environment: { orchestrator: kubernetes }\n${plan('[|full|]', 'smoke test fails -> rollback')}`,
      fixed: {
        yaml: `change:\n  environment: { orchestrator: kubernetes }\n${plan('full', 'smoke test fails -> rollback')}`,
      },
    },
    {
      name: 'what is measured and rolls back is made to act by itself',
      yaml: plan('[|full|]', `${BY_HAND}error-rate > 1% for 5m -> page, rollback`),
      fixed: {
        yaml: plan(
          'full',
          `${BY_HAND}when: error-rate > 1% for 5m\n          then: rollback\n          automatic: true\n          owner: team-payments`,
        ),
      },
    },
  ],
});
