import { testRule } from '../../support/rule-tester.ts';

const OLD = '4.18 ignores `currency`';
const NEW = '5.0 reads a missing `currency` as EUR';
const NEW_OLD = 'the old version ignores fields that it does not know and keeps reading the old ones';
const NEW_NEW = 'the new version reads a missing field as its default';
const yaml = (mixed: string): string => `compatibility:\n  window: 90d\n${mixed}`;
const markdown = (mixed: string): string => `# Compatibility contract\n\n## Compatibility window\n\n90d\n${mixed}`;

testRule('mixed-versions-not-addressed', {
  artifact: 'COMPATIBILITY_CONTRACT',
  clean: [
    {
      name: 'both directions',
      yaml: yaml(`  mixedVersions:\n    oldCodeNewData: "${OLD}"\n    newCodeOldData: "${NEW}"\n`),
      markdown: markdown(
        `\n## Mixed versions\n\n- **Old code on new data**: ${OLD}\n- **New code on old data**: ${NEW}\n`,
      ),
    },
    {
      name: 'a few sentences may say it all',
      yaml: yaml('  mixedVersions:\n    notes: both versions read and write one format\n'),
      markdown: markdown('\n## Mixed versions\n\nBoth versions read and write one format.\n'),
    },
    {
      name: 'clients and servers',
      yaml: yaml('  mixedVersions:\n    oldClientNewServer: keeps working\n    newClientOldServer: falls back to v4\n'),
      markdown: markdown('\n## Mixed versions\n\n- **Old client, new server**: keeps working\n'),
    },
    { name: 'no contract', yaml: 'rolloutPlan: 1\n', markdown: '# Compatibility contract\n' },
    { name: 'not known yet', yaml: yaml('  mixedVersions: { oldCodeNewData: "x", newCodeOldData: TBD }\n') },
    { name: 'a misspelt key', yaml: yaml('  mixedVersion:\n    oldCodeNewData: x\n') },
    { name: 'a misspelt direction', yaml: yaml('  mixedVersions:\n    oldCodeNewData: x\n    newCodeOldDta: y\n') },
    {
      name: 'the other direction stands in the artifact',
      yaml: yaml(`  mixedVersions:\n    oldCodeNewData: "${OLD}"\n`),
      beside: {
        'COMPATIBILITY_CONTRACT.md': `# Compatibility contract\n\n## Mixed versions\n\n- **New code on old data**: ${NEW}\n`,
      },
    },
  ],
  faulty: [
    {
      name: 'one direction, and nothing in the contract beside the plan',
      yaml: yaml(`  [|mixedVersions|]:\n    oldCodeNewData: "${OLD}"\n`),
      message: /^Nothing says what new code does with data that old code wrote\./,
      beside: { 'COMPATIBILITY_CONTRACT.md': markdown('') },
    },
    {
      name: 'not a word',
      yaml: '[|compatibility|]:\n  window: 90d # three months\n',
      markdown: markdown('').replace('Compatibility contract', '[|Compatibility contract|]'),
      message:
        'The contract does not say what old code does with new data, or new code with old data. Both happen in every rollout and after every rollback: write one sentence for each.',
      fixed: {
        yaml: `compatibility:\n  window: 90d # three months\n  mixedVersions:\n    oldCodeNewData: ${NEW_OLD}\n    newCodeOldData: ${NEW_NEW}\n`,
        markdown: markdown(
          `\n## Mixed versions\n\n- **Old code on new data**: ${NEW_OLD}\n- **New code on old data**: ${NEW_NEW}\n`,
        ),
      },
    },
    {
      name: 'one direction',
      yaml: yaml(`  [|mixedVersions|]:\n    oldCodeNewData: "${OLD}"\n`),
      markdown: markdown(
        `\n## [|Mixed versions|]\n\nEach must cope with the other.\n\n- **Old code on new data**: ${OLD}\n`,
      ),
      message:
        'Nothing says what new code does with data that old code wrote. It meets such data from its first minute on, for as long as nothing has been backfilled: write what it then reads, ignores or refuses.',
      fixed: {
        yaml: yaml(`  mixedVersions:\n    oldCodeNewData: "${OLD}"\n    newCodeOldData: ${NEW_NEW}\n`),
        markdown: markdown(
          `\n## Mixed versions\n\nEach must cope with the other.\n\n- **Old code on new data**: ${OLD}\n- **New code on old data**: ${NEW_NEW}\n`,
        ),
      },
    },
    {
      name: 'only who goes first',
      yaml: yaml('  [|mixedVersions|]:\n    order: readers first\n'),
      message: /^Nothing says what old code .*, or what new code/,
      fixed: {
        yaml: yaml(
          `  mixedVersions:\n    oldCodeNewData: ${NEW_OLD}\n    newCodeOldData: ${NEW_NEW}\n    order: readers first\n`,
        ),
      },
    },
  ],
});
