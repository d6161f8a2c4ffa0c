import { testRule } from '../../support/rule-tester.ts';
import { markdownRollout, markdownStage, yamlRollout, yamlStage } from '../../support/stage-plans.ts';

const at = (id: string, weight: string | undefined, own = {}) => yamlStage(id, { weight, ...own });

testRule('last-stage-not-full', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'everybody',
      yaml: yamlRollout([at('a', '50%'), at('b', '100%')]),
      markdown: markdownRollout(['### Stage 1: a (50%)', '### Stage 2: b (100%)']),
    },
    {
      name: 'it says why',
      yaml: yamlRollout([at('a', '95%')], '  unit: requests\n  partial: a holdback of 5% until March\n'),
      markdown: markdownRollout(['### Stage 1: a (95%)'], '**Holdback**: 5% until March'),
    },
    { name: 'a name that says why', yaml: yamlRollout([at('holdback', '95%')]) },
    { name: 'the last share is not said', yaml: yamlRollout([at('a', '50%'), at('b', undefined)]) },
    { name: 'misspelt', yaml: yamlRollout([at('a', '95%')], '  unit: requests\n  partail: a holdback\n') },
  ],
  faulty: [
    {
      name: 'half, and then',
      yaml: yamlRollout([at('a', '5%'), at('b', '[|50%|]')]),
      markdown: markdownRollout([markdownStage('Stage 1: a (5%, 2h)'), markdownStage('Stage 2: b ([|50%|], 2h)')]),
      message:
        'The rollout ends at 50% with "b". Both versions then run for good, and nobody knows whether that is meant: go on to 100%, or say under `partial` why it stays.',
      fixed: {
        yaml: yamlRollout([
          at('a', '5%'),
          at('b', '50%'),
          '    - id: full\n      extends: b\n      weight: 100%\n      abortCriteria:\n        - { when: error-rate > 1% for 5m, then: rollback, automatic: true, owner: team-payments }',
        ]),
      },
    },
    {
      name: 'meant so',
      yaml: yamlRollout([at('a', '5%'), at('b', '[|50%|]')]),
      fix: 'Say why it ends at 50%',
      fixed: {
        yaml: yamlRollout([at('a', '5%'), at('b', '50%')])
          .trimEnd()
          .concat('\n  partial: the others keep the old version\n'),
      },
    },
    { name: 'a canary alone', yaml: yamlRollout([at('canary', '[|1%|]')]) },
  ],
});
