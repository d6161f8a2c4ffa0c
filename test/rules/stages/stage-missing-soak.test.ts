import { testRule } from '../../support/rule-tester.ts';
import { markdownRollout, markdownStage, yamlRollout, yamlStage } from '../../support/stage-plans.ts';

const full = '    - { id: full, extends: canary, weight: 100% }';

testRule('stage-missing-soak', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'a soak',
      yaml: yamlRollout([yamlStage('canary')]),
      markdown: markdownRollout([markdownStage('Stage 1: canary (1%, 2h)')]),
    },
    { name: 'inherited', yaml: yamlRollout([yamlStage('canary'), full]) },
    { name: 'once for all', yaml: yamlRollout([yamlStage('canary', { soak: undefined })], '  soak: 1h\n') },
    { name: 'still open', yaml: yamlRollout([yamlStage('canary', { soak: 'TBD' })]) },
    { name: 'misspelt', yaml: yamlRollout([yamlStage('canary', { soak: undefined, soack: '2h' })]) },
    {
      name: 'a first and a last day',
      yaml: yamlRollout([yamlStage('canary', { soak: undefined, starts: '2026-12-01', ends: '2026-12-03' })]),
    },
    ...['Week 1', 'Weeks 1 to 2', 'Day 3', 'Days 3-5', 'Month-1', 'Months 1 and 2', 'week1'].map((when) => ({
      name: when,
      markdown: markdownRollout([markdownStage(`${when}: canary (1%)`)]),
    })),
  ],
  faulty: [
    {
      name: 'a first day alone',
      yaml: yamlRollout([yamlStage('staging'), yamlStage('[|canary|]', { soak: undefined, starts: '2026-12-01' })]),
    },
    {
      name: 'a last day alone',
      yaml: yamlRollout([yamlStage('staging'), yamlStage('[|canary|]', { soak: undefined, ends: '2026-12-03' })]),
    },
    {
      name: 'no figure behind the day',
      markdown: markdownRollout([
        markdownStage('Stage 1: staging (100%, 2h)'),
        markdownStage('Stage 2: [|first day of canary|] (1%)'),
      ]),
    },
    {
      name: 'none',
      yaml: yamlRollout([yamlStage('staging'), yamlStage('[|canary|]', { soak: undefined })]),
      markdown: markdownRollout([
        markdownStage('Stage 1: staging (100%, 2h)'),
        markdownStage('Stage 2: [|canary|] (1%)', {
          successCriteria: '**Success criteria**:\n\n- error-rate < 0.5% for 20m',
        }),
      ]),
      message:
        'Stage "canary" does not say how long it soaks. It then ends when somebody is impatient, before leaks, caches and daily jobs have had their time. Write `soak`, at least as long as the slowest criterion takes.',
      fixed: {
        yaml: yamlRollout([yamlStage('staging'), yamlStage('canary', { soak: '1h' })]),
      },
    },
    {
      name: 'the only stage',
      yaml: yamlRollout([yamlStage('[|canary|]', { soak: undefined })]),
      message: /^Stage "canary" does not say how long it soaks\./,
    },
    {
      name: 'two of three stages',
      yaml: yamlRollout([
        yamlStage('staging'),
        yamlStage('[|canary|]', { soak: undefined }),
        yamlStage('[|full|]', { soak: undefined }),
      ]),
      message: /^Stage "canary" does not say how long it soaks\./,
    },
    {
      name: 'told where it would be inherited from',
      yaml: yamlRollout([yamlStage('staging'), yamlStage('[|canary|]', { soak: undefined }), full]),
    },
    {
      name: 'nowhere at all',
      yaml: yamlRollout([yamlStage('[|canary|]', { soak: undefined }), yamlStage('full', { soak: undefined })]),
      markdown: markdownRollout([markdownStage('Stage 1: [|canary|] (1%)'), markdownStage('Stage 2: full (100%)')]),
      message: /^No stage says how long it soaks\./,
      fixed: {
        yaml: yamlRollout(
          [yamlStage('canary', { soak: undefined }), yamlStage('full', { soak: undefined })],
          '  unit: requests\n  soak: 1h\n',
        ),
      },
    },
  ],
});
