import { testRule } from '../../support/rule-tester.ts';
import { markdownRollout, markdownStage, yamlRollout, yamlStage } from '../../support/stage-plans.ts';

const entry = (words: string) => ({ entryCriteria: `[${words}]` });
const elsewhere = { entryCriteria: '**Entry criteria**:\n\n- all tests are green' };

testRule('no-staging-stage', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'staging first',
      yaml: yamlRollout([yamlStage('first', { environment: 'staging', weight: '100%' }), yamlStage('canary')]),
      markdown: markdownRollout(['### Stage 1: staging (100%, 24h)', '### Stage 2: canary (1%, 2h)']),
    },
    { name: 'shadow traffic first', yaml: yamlRollout([yamlStage('first', { environment: 'shadow' })]) },
    {
      name: 'it was in staging before',
      yaml: yamlRollout([yamlStage('canary', entry('24h in staging without a page'))]),
    },
    {
      name: 'who knows where that is',
      markdown: markdownRollout(['### Phase 1: foundation', '### Phase 2: canary (1%)']),
    },
    {
      name: 'an environment that is still open',
      yaml: yamlRollout([yamlStage('canary', { environment: 'TBD', ...entry('x') })]),
    },
  ],
  faulty: [
    {
      name: 'production first',
      yaml: yamlRollout([yamlStage('[|canary|]', entry('all tests are green'))]),
      markdown: markdownRollout([
        markdownStage('Stage 1: [|canary|] (1%, 2h)', elsewhere),
        markdownStage('Stage 2: full (100%, 2h)'),
      ]),
      message:
        'The first stage, "canary", is in production already. A mistake in the procedure itself then costs users: begin with a stage in staging, with criteria of its own.',
      fixed: {
        yaml: yamlRollout([
          '    - id: staging\n      environment: staging\n      weight: 100%\n      soak: 24h\n      entryCriteria:\n        - the tests of both versions are green\n      metrics: [error-rate, p99-latency]\n      successCriteria:\n        - error-rate < 0.5% for 1h\n        - p99-latency <= 360ms for 1h\n      abortCriteria:\n        - error-rate > 1% for 5m -> rollback\n        - p99-latency > 360ms for 5m -> pause',
          yamlStage('canary', entry('all tests are green')),
        ]),
      },
    },
    {
      name: 'staging comes second: no fix',
      yaml: yamlRollout([
        yamlStage('[|canary|]', entry('all tests are green')),
        yamlStage('staging', { environment: 'staging', weight: '100%' }),
      ]),
    },
    {
      name: 'what serves every stage serves staging too',
      yaml: yamlRollout(
        ['    - { id: [|canary|], weight: 1%, soak: 1h }'],
        '  unit: requests\n  metrics: [p99-latency]\n  entryCriteria: [on-call acknowledged]\n  successCriteria: [p99-latency < 300ms for 10m]\n  abortCriteria: [p99-latency > 400ms for 10m -> rollback]\n',
      ),
      fixed: {
        yaml: yamlRollout(
          [
            '    - id: staging\n      environment: staging\n      weight: 100%\n      soak: 24h',
            '    - { id: canary, weight: 1%, soak: 1h }',
          ],
          '  unit: requests\n  metrics: [p99-latency]\n  entryCriteria: [on-call acknowledged]\n  successCriteria: [p99-latency < 300ms for 10m]\n  abortCriteria: [p99-latency > 400ms for 10m -> rollback]\n',
        ),
      },
    },
  ],
});
