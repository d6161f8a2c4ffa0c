import { testRule } from '../../support/rule-tester.ts';
import { markdownRollout, markdownStage, yamlRollout, yamlStage } from '../../support/stage-plans.ts';

const without = { successCriteria: undefined };
const full = '    - { id: full, extends: canary, weight: 100% }';

testRule('stage-missing-success-criteria', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'its own',
      yaml: yamlRollout([yamlStage('canary')]),
      markdown: markdownRollout([markdownStage('Stage 1: canary (1%, 2h)')]),
    },
    { name: 'inherited', yaml: yamlRollout([yamlStage('canary'), full]) },
    { name: 'none, on purpose', yaml: yamlRollout([yamlStage('canary', { successCriteria: 'none' })]) },
    { name: 'a wrong value is another mistake', yaml: yamlRollout([yamlStage('canary', { successCriteria: '5' })]) },
    {
      name: 'misspelt',
      yaml: yamlRollout([yamlStage('canary', { ...without, succesCriteria: '[error-rate < 0.5% for 1h]' })]),
    },
  ],
  faulty: [
    {
      name: 'none',
      yaml: yamlRollout([yamlStage('staging'), yamlStage('[|canary|]', without), full]),
      markdown: markdownRollout([
        markdownStage('Stage 1: staging (100%, 2h)'),
        markdownStage('Stage 2: [|canary|] (1%, 2h)', without),
      ]),
      message: /^Stage "canary" has no success criteria\. /,
      fixed: {
        yaml: yamlRollout([
          yamlStage('staging'),
          yamlStage('canary', {
            abortCriteria: undefined,
            successCriteria: '\n        - error-rate < 0.5% for 1h\n        - p99-latency <= 360ms for 1h',
            'abortCriteria ': '[error-rate > 1% for 5m -> rollback]',
          })
            .replace(': \n', ':\n')
            .replace('abortCriteria :', 'abortCriteria:'),
          full,
        ]),
      },
    },
    {
      name: 'the other side of a limit that aborts when it is reached, without its backticks',
      yaml: yamlRollout([
        yamlStage('staging'),
        yamlStage('[|canary|]', { ...without, abortCriteria: '["`error-rate` >= 1% for 5m -> rollback"]' }),
      ]),
      fixed: {
        yaml: yamlRollout([
          yamlStage('staging'),
          yamlStage('canary', {
            successCriteria: '\n        - error-rate < 0.5% for 1h\n        - p99-latency <= 360ms for 1h',
            abortCriteria: '["`error-rate` >= 1% for 5m -> rollback"]',
          }).replace(': \n', ':\n'),
        ]),
      },
    },
    {
      name: 'no stage has any',
      yaml: yamlRollout([yamlStage('[|canary|]', without), yamlStage('full', without)]),
      markdown: markdownRollout([
        markdownStage('Stage 1: [|canary|] (1%, 2h)', without),
        markdownStage('Stage 2: full (100%, 2h)', without),
      ]),
      message: /^No stage has success criteria\. /,
      fixed: {
        yaml: yamlRollout(
          [yamlStage('canary', without), yamlStage('full', without)],
          '  unit: requests\n  successCriteria:\n    - error-rate < 0.5% for 1h\n    - p99-latency <= 360ms for 1h\n',
        ),
      },
    },
  ],
});
