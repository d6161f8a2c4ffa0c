import { testRule } from '../../support/rule-tester.ts';

const yaml = (keys: string, what = 'amount_cents'): string =>
  `compatibility:\n  deprecations:\n    - what: ${what}\n      usage: { query: access log }\n${keys}`;
const markdown = (keys: string, what = 'amount_cents'): string =>
  `# Compatibility contract\n\n## Deprecations\n\n### ${what}\n\n- Usage: access log\n${keys}`;

testRule('deprecation-without-date', {
  artifact: 'COMPATIBILITY_CONTRACT',
  clean: [
    {
      name: 'both dates',
      yaml: yaml('      announced: 2026-12-01\n      removeAfter: 2027-06-01\n'),
      markdown: markdown('- Announced: 2026-12-01\n- Removal: 2027-06-01\n'),
    },
    {
      name: 'removed with a release',
      yaml: yaml('      announced: 2026-12-01\n      release: 6.0.0\n'),
      markdown: markdown('- Announced: 2026-12-01\n- Removed in: 6.0.0\n'),
    },
    { name: 'gone already', yaml: yaml('      removedOn: 2026-06-01\n') },
    {
      name: 'in words',
      yaml: yaml('', 'amount_cents, from December 2026 to June 2027'),
      markdown:
        '# Compatibility contract\n\n## Deprecations\n\n- amount_cents (announced 2026-12-01, removed 2027-06-01)\n',
    },
    {
      name: 'a sentence on what is to be done names nothing',
      markdown:
        '# Compatibility contract\n\n## Deprecations\n\n- Remove the old controllers once nobody needs them any more\n',
    },
    { name: 'not known yet', yaml: yaml('      announced: 2026-12-01\n      removeAfter: TBD\n') },
    { name: 'another notation', yaml: yaml('      announced: 1 December 2026\n      removeAfter: 2027-06-01\n') },
    { name: 'a misspelt key', yaml: yaml('      announced: 2026-12-01\n      removeAftr: 2027-06-01\n') },
    {
      name: 'an artifact says it',
      yaml: yaml(''),
      beside: { 'COMPATIBILITY_CONTRACT.md': markdown('- Announced: 2026-12-01\n- Removal: 2027-06-01\n') },
    },
  ],
  faulty: [
    {
      name: 'neither',
      yaml: yaml('', '[|amount_cents|] # for good'),
      markdown: markdown('', '[|amount_cents|]'),
      message:
        '"amount_cents" is neither announced nor removed on any day. Consumers plan by dates; without one they move when it breaks: write `announced` and `removeAfter`.',
      fixed: {
        yaml: 'compatibility:\n  deprecations:\n    - what: amount_cents # for good\n      announced: 2026-11-21\n      removeAfter: 2027-02-19\n      usage: { query: access log }\n',
      },
    },
    {
      name: 'no removal',
      yaml: yaml('      announced: 2026-12-01\n', '[|amount_cents|]'),
      markdown: markdown('- Announced: 2026-12-01\n', '[|amount_cents|]'),
      message: /^"amount_cents" is deprecated, and nothing says when it is removed\./,
      fixed: { markdown: markdown('- Announced: 2026-12-01\n- Remove after: 2027-03-01\n') },
    },
    {
      name: 'no announcement of a removal that is near',
      yaml: yaml('      removeAfter: 2027-01-31\n', '[|amount_cents|]'),
      fixed: {
        yaml: 'compatibility:\n  deprecations:\n    - what: amount_cents\n      announced: 2026-11-02\n      usage: { query: access log }\n      removeAfter: 2027-01-31\n',
      },
    },
    {
      name: 'nothing behind the key; as long as the window',
      yaml: `compatibility:\n  window: 180d\n  deprecations:\n    - what: amount_cents\n      announced: 2026-12-01\n      [|removeAfter|]:\n`,
      fixed: {
        yaml: 'compatibility:\n  window: 180d\n  deprecations:\n    - what: amount_cents\n      announced: 2026-12-01\n      removeAfter: 2027-05-30\n',
      },
    },
  ],
});
