/** What all rules on missing keys have in common: where a key is asked for, of which file, and what stands for it. */
import { testRule } from '../support/rule-tester.ts';

const plan = (rest: string): string => `rolloutPlan: 1\n${rest}`;
const PARTS = 'compatibility: none\nmigration: none\nvalidation: none\n';
const rollback = (rest: string): string => `# Rollback plan\n\n${rest}`;
const OWNED = '---\nowner: team-payments\n---\n\n';

testRule('missing-owner', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'a file that cannot be read is another mistake',
      yaml: plan('<<<<<<< HEAD\nname: a\n=======\nname: b\n>>>>>>> other\n'),
    },
    { name: 'misspelt', yaml: plan('ownr: team-payments\n') },
  ],
  faulty: [
    {
      name: 'the first of the artifacts is asked',
      markdown: '# [|Rollout plan|]\n',
      beside: { 'ROLLBACK_PLAN.md': '# Rollback plan\n', 'VALIDATION_CHECKLIST.md': '# Validation checklist\n' },
    },
    {
      name: 'beside a record that has no owner',
      markdown: '# [|Rollout plan|]\n',
      beside: { 'rollback-rehearsals/001.md': '# Rehearsal\n\n**Date**: 2026-10-01\n' },
    },
  ],
});

testRule('missing-owner', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    {
      name: 'another artifact is asked first',
      markdown: rollback(''),
      beside: { 'ROLLOUT_PLAN.md': '# Rollout plan\n' },
    },
    {
      name: 'a later artifact says it',
      markdown: rollback(''),
      beside: { 'VALIDATION_CHECKLIST.md': `${OWNED}# Validation checklist\n` },
    },
  ],
  faulty: [
    {
      name: 'artifacts that are asked later',
      markdown: `# [|Rollback plan|]\n`,
      beside: { 'COMPATIBILITY_CONTRACT.md': '# Compatibility contract\n' },
    },
  ],
});

testRule('missing-section', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'the artifacts beside the plan hold the parts',
      yaml: plan(`${PARTS}rollback: none\n`),
      beside: { 'ROLLOUT_PLAN.md': '# Rollout plan\n' },
    },
    { name: 'the part is misspelt', yaml: plan(`${PARTS}rollback: none\nrolout: { unit: requests }\n`) },
  ],
  faulty: [
    {
      name: 'a part with nothing in it is one mistake',
      yaml: plan(`${PARTS}[|rollout|]: {}\nrollback: none\n`),
      message: /^The plan has no rollout part\. /,
    },
    {
      name: 'another artifact holds another part',
      yaml: plan(`${PARTS}rollback: none\n`).replace('rolloutPlan', '[|rolloutPlan|]'),
      beside: { 'MIGRATION_PLAN.md': '# Migration plan\n' },
      message: /^The plan has no rollout part\. /,
    },
    {
      name: 'an artifact is asked for what its own part has not',
      markdown: '# [|Migration plan|]\n',
      message: /^The migration has no steps\. /,
    },
  ],
});

testRule('missing-communication', {
  artifact: 'ROLLOUT_PLAN',
  clean: [{ name: 'a rollout with nothing in it is another mistake', yaml: plan('rollout: {}\n') }],
  faulty: [
    {
      name: 'the fix writes it where it is missing',
      yaml: plan('[|rollout|]:\n  unit: requests\n'),
      markdown: '# [|Rollout plan|]\n\n**Unit**: requests\n',
      preferred: true,
      fixed: {
        yaml: plan(
          'rollout:\n  unit: requests\n  communication:\n    - audience: internal\n      channel: "#releases"\n      when: start and end of every stage\n',
        ),
        markdown:
          '# Rollout plan\n\n**Unit**: requests\n\n## Communication\n\n| Audience | Channel   | When                         |\n| -------- | --------- | ---------------------------- |\n| internal | #releases | start and end of every stage |\n',
      },
    },
  ],
});

testRule('rollback-missing-owner', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    { name: 'the part with nothing in it is another mistake', yaml: plan('rollback: {}\n') },
    {
      name: 'the artifact beside the plan says it',
      yaml: plan('rollback: { timeBudget: 10m }\n'),
      beside: { 'ROLLBACK_PLAN.md': rollback('**Decision maker**: payments-oncall\n') },
    },
    {
      name: 'the plan beside the artifact says it',
      markdown: rollback('**Time budget**: 10m\n'),
      beside: { 'rollout-plan.yaml': plan('rollback: { owner: team-payments }\n') },
    },
    {
      name: 'the plan beside the artifact is asked',
      markdown: rollback('**Time budget**: 10m\n'),
      beside: { 'rollout-plan.yaml': plan('rollback: { timeBudget: 10m }\n') },
    },
  ],
  faulty: [
    {
      name: 'neither says it: the plan is asked',
      yaml: plan('[|rollback|]: { timeBudget: 10m }\n'),
      beside: { 'ROLLBACK_PLAN.md': rollback('**Time budget**: 10m\n') },
      fixed: { yaml: plan('rollback: { timeBudget: 10m, owner: on-call }\n') },
    },
    {
      name: 'the plan beside the artifact has no such part',
      markdown: '# [|Rollback plan|]\n\n**Time budget**: 10m\n',
      beside: { 'rollout-plan.yaml': plan('owner: team-payments\nrollback: none\n') },
    },
  ],
});

const FRONT = '---\nplan: orders\n---\n\n';
testRule('missing-rollback', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    { name: 'words that no section holds', markdown: rollback('We will be careful.\n') },
    { name: 'words behind a comment', markdown: rollback('<!-- to do -->\nWe will be careful.\n') },
    { name: 'words behind a comment of several lines', markdown: rollback('<!--\nto do\n-->\nWe will be careful.\n') },
    { name: 'words above a rule', markdown: 'We will be careful.\n\n---\n' },
    { name: 'a heading that is none', markdown: rollback('Issue #12\n') },
    {
      name: 'the plan beside it holds the part',
      markdown: rollback(''),
      beside: { 'rollout-plan.yaml': plan('rollback: none\n') },
    },
  ],
  faulty: [
    { name: 'nothing but a title', markdown: '# [|Rollback plan|]\n' },
    { name: 'front matter', markdown: `${FRONT}# [|Rollback plan|]\n` },
    { name: 'headings', markdown: '# [|Rollback plan|]\n\n## Steps\n\n  ### First\n' },
    { name: 'a comment', markdown: '# [|Rollback plan|]\n\n  <!-- to do -->\n' },
    { name: 'comments of several lines', markdown: '# [|Rollback plan|]\n\n<!-- to\ndo\n-->\n<!-- a -->\n' },
    {
      name: 'the plan beside it has no such part either',
      markdown: '# [|Rollback plan|]\n',
      beside: { 'rollout-plan.yaml': plan('rollback: {}\n') },
    },
    {
      name: 'front matter with a space behind its first line',
      markdown: `--- \nplan: a\n---\n\n# [|Rollback plan|]\n`,
    },
    { name: 'lines that end as they did long ago', markdown: '# [|Rollback plan|]\r\r## First\r' },
  ],
});

const backup = (own: string): string => plan(`backups:\n  - ${own}\n`);
testRule('backup-without-ttl', {
  artifact: 'MIGRATION_PLAN',
  clean: [],
  faulty: [
    {
      name: 'by its id',
      yaml: backup('{ title: Of the night, id: [|nightly|], ref: s3 }'),
      message: /^The backup "nightly" /,
    },
    {
      name: 'by its title',
      yaml: backup('{ [|title|]: Of the night, ref: s3 }'),
      message: /^The backup "Of the night" /,
    },
    {
      name: 'by its name',
      yaml: backup('{ [|name|]: Of the night, ref: s3 }'),
      message: /^The backup "Of the night" /,
    },
    { name: 'an empty id', yaml: backup('{ id: [|""|], title: Of the night, ref: s3 }'), message: /^The backup "Of/ },
    { name: 'by its first words', yaml: backup('{ [|ref|]: s3 }'), message: /^The backup "ref" / },
    {
      name: 'beside an artifact that is asked first for what belongs to the whole plan',
      markdown: '# Migration plan\n\n## Backups\n\n### [|Nightly|]\n\n**Ref**: s3://a/b\n',
      beside: { 'ROLLOUT_PLAN.md': '# Rollout plan\n' },
    },
    {
      name: 'by its heading, without a comment',
      markdown: '# Migration plan\n\n## Backups\n\n### [|Nightly|] <!-- of orders -->\n\n**Ref**: s3://a/b\n',
      message: /^The backup "Nightly" /,
    },
  ],
});
