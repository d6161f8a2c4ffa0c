import { testRule } from '../../support/rule-tester.ts';
import { markdownRollout, markdownStage, yamlRollout, yamlStage } from '../../support/stage-plans.ts';

const without = { entryCriteria: undefined };
const full = '    - { id: full, extends: canary, weight: 100% }';

testRule('stage-missing-entry-criteria', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'its own',
      yaml: yamlRollout([yamlStage('canary')]),
      markdown: markdownRollout([markdownStage('Stage 1: canary (1%, 2h)')]),
    },
    { name: 'inherited', yaml: yamlRollout([yamlStage('canary'), full]) },
    { name: 'none, on purpose', yaml: yamlRollout([yamlStage('canary', { entryCriteria: 'none' })]) },
    { name: 'a wrong value is another mistake', yaml: yamlRollout([yamlStage('canary', { entryCriteria: '5' })]) },
    { name: 'misspelt', yaml: yamlRollout([yamlStage('canary', { ...without, entryCriterias: '[x is done]' })]) },
  ],
  faulty: [
    {
      name: 'none',
      yaml: yamlRollout([yamlStage('staging'), yamlStage('[|canary|]', without), full]),
      markdown: markdownRollout([
        markdownStage('Stage 1: staging (100%, 2h)'),
        markdownStage('Stage 2: [|canary|] (1%, 2h)', without),
      ]),
      message: /^Stage "canary" has no entry criteria\. /,
      fixed: {
        yaml: yamlRollout([
          yamlStage('staging'),
          yamlStage('canary', {
            entryCriteria: '\n        - staging succeeded\n        - on-call acknowledged',
          }).replace(': \n', ':\n'),
          full,
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
      message: /^No stage has entry criteria\. /,
      fixed: {
        yaml: yamlRollout(
          [yamlStage('canary', without), yamlStage('full', without)],
          '  unit: requests\n  entryCriteria:\n    - the tests of both versions are green\n',
        ),
      },
    },
  ],
});
