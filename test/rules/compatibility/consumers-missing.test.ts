import { testRule } from '../../support/rule-tester.ts';

testRule('consumers-missing', {
  artifact: 'COMPATIBILITY_CONTRACT',
  clean: [
    {
      name: 'consumers are listed',
      yaml: 'change:\n  surfaces: [database, http-api]\n  consumers:\n    - { name: mobile-app }\n',
      markdown:
        '# Compatibility contract\n\n## Change\n\n**Surfaces**: database, http-api\n\n### Consumers\n\n- mobile-app\n',
    },
    {
      name: 'there are none',
      yaml: 'change:\n  surfaces: [http-api]\n  consumers: none\n',
      markdown: '# Compatibility contract\n\n## Change\n\n**Surfaces**: http-api\n\n### Consumers\n\nNone\n',
    },
    {
      name: 'nothing that is shared for sure',
      yaml: 'change:\n  surfaces: [database, cache]\n',
      markdown: '# Compatibility contract\n\n## Change\n\n**Surfaces**: database, cache\n',
    },
    { name: 'a misspelt key', yaml: 'change:\n  surfaces: [http-api]\n  consumer:\n    - { name: mobile-app }\n' },
    {
      name: 'an artifact lists them',
      yaml: 'change:\n  surfaces: [http-api]\n',
      beside: {
        'COMPATIBILITY_CONTRACT.md':
          '# Compatibility contract\n\n## Change\n\n### Consumers\n\n- mobile-app\n\n## Compatibility window\n\n90d\n',
      },
    },
  ],
  faulty: [
    {
      name: 'an API without consumers',
      yaml: 'change:\n  surfaces: [database, [|http-api|]] # both\n',
      markdown: '# Compatibility contract\n\n## Change\n\n**Surfaces**: database, [|http-api|]\n',
      message:
        'The change touches an HTTP API, and nobody is listed who uses it. Whoever is forgotten learns of the change from an outage of their own: list each consumer with its owner and what it uses, or write "none".',
      fixed: {
        yaml: 'change:\n  surfaces: [database, http-api] # both\n  consumers:\n    - name: mobile-app\n      owner: team-mobile\n      uses: GET /orders/42\n',
        markdown:
          '# Compatibility contract\n\n## Change\n\n**Surfaces**: database, http-api\n\n**Consumers**:\n\n- mobile-app\n  - **Owner**: team-mobile\n  - **Uses**: GET /orders/42\n',
      },
    },
    {
      name: 'an empty list',
      yaml: 'change:\n  surfaces: [events]\n  [|consumers|]: []\n',
      fixed: {
        yaml: 'change:\n  surfaces: [events]\n  consumers:\n    - name: mobile-app\n      owner: team-mobile\n      uses: GET /orders/42\n',
      },
    },
  ],
});
