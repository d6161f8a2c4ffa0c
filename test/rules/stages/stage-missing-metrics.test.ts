import { testRule } from '../../support/rule-tester.ts';
import { markdownRollout, markdownStage, yamlRollout, yamlStage } from '../../support/stage-plans.ts';

const without = { metrics: undefined };
const full = '    - { id: full, extends: canary, weight: 100% }';

testRule('stage-missing-metrics', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'its own',
      yaml: yamlRollout([yamlStage('canary')]),
      markdown: markdownRollout([markdownStage('Stage 1: canary (1%, 2h)')]),
    },
    { name: 'inherited', yaml: yamlRollout([yamlStage('canary'), full]) },
    { name: 'none, on purpose', yaml: yamlRollout([yamlStage('canary', { metrics: 'none' })]) },
    { name: 'a wrong value is another mistake', yaml: yamlRollout([yamlStage('canary', { metrics: '5' })]) },
    { name: 'misspelt', yaml: yamlRollout([yamlStage('canary', { ...without, metric: '[error-rate]' })]) },
  ],
  faulty: [
    {
      name: 'none',
      yaml: yamlRollout([yamlStage('staging'), yamlStage('[|canary|]', without), full]),
      markdown: markdownRollout([
        markdownStage('Stage 1: staging (100%, 2h)'),
        markdownStage('Stage 2: [|canary|] (1%, 2h)', without),
      ]),
      message: /^Stage "canary" names no metrics to watch\. /,
      fixed: {
        yaml: yamlRollout([yamlStage('staging'), yamlStage('canary'), full]),
      },
    },
    {
      name: 'no stage has any',
      yaml: yamlRollout([yamlStage('[|canary|]', without), yamlStage('full', without)]),
      markdown: markdownRollout([
        markdownStage('Stage 1: [|canary|] (1%, 2h)', without),
        markdownStage('Stage 2: full (100%, 2h)', without),
      ]),
      message: /^No stage names metrics to watch\. /,
      fixed: {
        yaml: yamlRollout(
          [yamlStage('canary', without), yamlStage('full', without)],
          '  unit: requests\n  metrics: [error-rate, p99-latency]\n',
        ),
      },
    },
  ],
});
