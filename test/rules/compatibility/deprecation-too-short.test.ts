import { limitedBy, testRule } from '../../support/rule-tester.ts';

const yaml = (announced: string, removal: string): string =>
  `compatibility:\n  deprecations:\n    - { what: amount_cents, announced: ${announced}, removeAfter: ${removal} } # soon\n`;
const markdown = (announced: string, removal: string): string =>
  `# Compatibility contract\n\n## Deprecations\n\n| What | Announced | Removal |\n| --- | --- | --- |\n| amount_cents | ${announced} | ${removal} |\n`;

testRule('deprecation-too-short', {
  artifact: 'COMPATIBILITY_CONTRACT',
  clean: [
    {
      name: 'exactly 90 days',
      yaml: yaml('2026-12-01', '2027-03-01'),
      markdown: markdown('2026-12-01', '2027-03-01'),
    },
    { name: 'the wrong order is another mistake', yaml: yaml('2027-06-01', '2026-12-01') },
    { name: 'a day that has passed is another mistake', yaml: yaml('2026-09-01', '2026-10-01') },
    {
      name: 'as long as the policy gives',
      yaml: yaml('2026-12-01', '2026-12-31'),
      beside: limitedBy('deprecation-too-short', 'shortest: 30d'),
    },
    { name: 'not known yet', yaml: yaml('2026-12-01', 'TBD'), markdown: markdown('TBD', '2027-01-01') },
  ],
  faulty: [
    {
      name: 'too soon',
      yaml: yaml('2026-12-15', '[|2027-01-31|]'),
      markdown: markdown('2026-12-15', '[|2027-01-31|]'),
      message:
        '"amount_cents" goes away 47 days after its announcement. Consumers need a release cycle of their own to move, and 90 days is the least that is given: remove it on 2027-03-15 or later.',
      fixed: { yaml: yaml('2026-12-15', '2027-03-15'), markdown: markdown('2026-12-15', '2027-03-15') },
    },
    {
      name: 'sooner than the policy gives',
      yaml: yaml('2026-12-01', '[|2027-03-01|]'),
      beside: limitedBy('deprecation-too-short', 'shortest: 180d'),
      message: /180 days is the least that is given: remove it on 2027-05-30 or later/,
      fixed: { yaml: yaml('2026-12-01', '2027-05-30') },
    },
    {
      name: 'on the day itself, where the policy gives one day',
      yaml: yaml('2026-12-01', '[|2026-12-01|]'),
      beside: limitedBy('deprecation-too-short', 'shortest: 1d'),
      message: /, and 1 day is the least/,
    },
    {
      name: 'on the day itself, where the policy gives hours',
      yaml: yaml('2026-12-01', '[|2026-12-01|]'),
      beside: limitedBy('deprecation-too-short', 'shortest: 36h'),
      message: /, and 1d12h is the least/,
    },
    {
      name: 'on the next day',
      yaml: yaml('2026-12-15', '[|2026-12-16|]'),
      message: /goes away 1 day after its announcement/,
    },
    {
      name: 'on the same day',
      yaml: yaml('2026-12-15', '[|2026-12-15|]'),
      message: /goes away on the day of its announcement/,
      fixed: { yaml: yaml('2026-12-15', '2027-03-15') },
    },
  ],
});
