import { limitedBy, testRule } from '../../support/rule-tester.ts';
import { markdownRollout, markdownStage, yamlRollout, yamlStage } from '../../support/stage-plans.ts';

const success = (window: string) => ({ successCriteria: `**Success criteria**:\n\n- error-rate < 0.5% for ${window}` });

testRule('soak-shorter-than-window', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'long enough',
      yaml: yamlRollout([yamlStage('canary', { soak: '1h' })]),
      markdown: markdownRollout([markdownStage('Stage 1: canary (1%, 1h)')]),
    },
    {
      name: 'what lets it in was seen before',
      yaml: yamlRollout([yamlStage('canary', { entryCriteria: '[error-rate < 1% for 24h]' })]),
    },
    { name: 'a soak in words is another mistake', yaml: yamlRollout([yamlStage('canary', { soak: '5 minutes' })]) },
    { name: 'still open', yaml: yamlRollout([yamlStage('canary', { soak: 'TBD' })]) },
    { name: 'no soak is another mistake', yaml: yamlRollout([yamlStage('canary', { soak: undefined })]) },
    {
      name: 'as long as the policy asks for',
      yaml: yamlRollout([yamlStage('canary', { soak: '4h' })]),
      beside: limitedBy('soak-shorter-than-window', 'shortest: 4h'),
    },
    {
      name: 'the policy speaks of production',
      yaml: yamlRollout([yamlStage('staging', { environment: 'staging' })]),
      beside: limitedBy('soak-shorter-than-window', 'shortest: 4h'),
    },
  ],
  faulty: [
    {
      name: 'over before it can be judged',
      yaml: yamlRollout([yamlStage('canary', { soak: '[|30m|]   # short' })]),
      markdown: markdownRollout([markdownStage('Stage 1: canary (1%, [|30m|])')]),
      message:
        'Stage "canary" soaks for 30m, and "error-rate < 0.5% for 1h" takes 1h to tell. The stage is over before it can be judged: let it soak for at least 1h.',
      fixed: {
        yaml: yamlRollout([yamlStage('canary', { soak: '1h   # short' })]),
        markdown: markdownRollout([markdownStage('Stage 1: canary (1%, 1h)')]),
      },
    },
    {
      name: 'a soak for all stages',
      yaml: yamlRollout(
        [
          yamlStage('canary', { soak: undefined }),
          yamlStage('full', { soak: undefined, successCriteria: '[error-rate < 0.5% for 3h]' }),
        ],
        '  soak: [|10m|]\n',
      ),
      fixed: {
        yaml: yamlRollout(
          [
            yamlStage('canary', { soak: undefined }),
            yamlStage('full', { soak: undefined, successCriteria: '[error-rate < 0.5% for 3h]' }),
          ],
          '  soak: 3h\n',
        ),
      },
    },
    {
      name: 'a soak for all stages is told for the slowest, the first of two',
      yaml: yamlRollout(
        [
          yamlStage('canary', { soak: undefined, successCriteria: '[error-rate < 0.5% for 3h]' }),
          yamlStage('half', { soak: undefined, successCriteria: '[error-rate < 0.5% for 3h]' }),
          yamlStage('full', { soak: undefined }),
        ],
        '  soak: [|10m|]\n',
      ),
      message: /^Stage "canary" soaks for 10m, and "error-rate < 0.5% for 3h"/,
    },
    {
      name: 'a criterion that takes as long as the policy asks for',
      yaml: yamlRollout([yamlStage('canary', { soak: '[|30m|]' })]),
      beside: limitedBy('soak-shorter-than-window', 'shortest: 1h'),
      message: /takes 1h to tell/,
    },
    {
      name: 'shorter than the policy asks for',
      yaml: yamlRollout([yamlStage('canary', { soak: '[|2h|]' })]),
      markdown: markdownRollout([markdownStage('Stage 1: canary (1%, [|2h|])')]),
      beside: limitedBy('soak-shorter-than-window', 'shortest: 4h'),
      message:
        'Stage "canary" soaks for 2h, and the policy asks for 4h in production. What comes slowly, such as leaks and queues, is not seen before: let it soak for at least 4h.',
      fixed: {
        yaml: yamlRollout([yamlStage('canary', { soak: '4h' })]),
        markdown: markdownRollout([markdownStage('Stage 1: canary (1%, 4h)')]),
      },
    },
    {
      name: 'a criterion that takes longer than the policy asks for',
      yaml: yamlRollout([yamlStage('canary', { soak: '[|30m|]' })]),
      beside: limitedBy('soak-shorter-than-window', 'shortest: 45m'),
      message: /takes 1h to tell/,
    },
    {
      name: 'an abort criterion that can never hold',
      yaml: yamlRollout([yamlStage('canary', { soak: '[|2m|]', successCriteria: '[all smoke checks pass]' })]),
      markdown: markdownRollout([markdownStage('Stage 1: canary (1%, [|2m|])', success('1m'))]),
    },
  ],
});
