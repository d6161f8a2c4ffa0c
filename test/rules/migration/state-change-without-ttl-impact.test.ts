import { testRule } from '../../support/rule-tester.ts';

const yaml = (keys: string): string => `migration:\n  steps:\n    - id: sessions-v2\n${keys}`;
const markdown = (title: string, keys = ''): string =>
  `# Migration plan\n\n## Steps\n\n### 1. Migrate: ${title}\n\n- Release: 5.0.0\n${keys}`;

testRule('state-change-without-ttl-impact', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'says what expires',
      yaml: yaml('      kind: cache\n      ttlImpact: v1 sessions expire after 24h\n'),
      markdown: markdown('sessions under v2 keys', '- Kind: cache\n- TTL impact: v1 sessions expire after 24h\n'),
    },
    {
      name: 'says so in a sentence',
      yaml: yaml('      kind: topic\n      description: Retention is 7d, so both schemas are in it for a week.\n'),
      markdown: markdown('new keys', '- Kind: key-value\n\nOld keys expire within a day.\n'),
    },
    { name: 'a key that is misspelt', yaml: yaml('      kind: cache\n      ttlImpct: v1 sessions expire after 24h\n') },
    { name: 'a table', yaml: yaml('      kind: schema\n'), markdown: markdown('move the orders') },
    { name: 'nothing expires, and that is said', yaml: yaml('      kind: cache\n      ttlImpact: none\n') },
    { name: 'a cache that is only read', markdown: markdown('serve prices from the cache') },
  ],
  faulty: [
    {
      name: 'a cache',
      yaml: yaml('      kind: cache\n').replace('sessions-v2', '[|sessions-v2|]'),
      markdown: markdown('[|sessions under v2 keys|]', '- Kind: cache\n'),
      message:
        /^The step "sessions-(?:v2|under-v2-keys)" changes a cache and does not say what happens to what is in there\. Old entries are met until they expire, and an empty cache sends every read to the database: write it under `ttlImpact`\.$/,
      fixed: {
        yaml: `migration:
  steps:
    - id: sessions-v2
      kind: cache
      ttlImpact: old entries expire after 24h; until then both shapes are read
`,
        markdown: `# Migration plan

## Steps

### 1. Migrate: sessions under v2 keys

- Release: 5.0.0
- Kind: cache
- TTL impact: old entries expire after 24h; until then both shapes are read
`,
      },
    },
    {
      name: 'a topic',
      yaml: yaml('      kind: topic\n      phase: migrate\n').replace('sessions-v2', '[|sessions-v2|]'),
      markdown: markdown('[|repartition the orders topic|]'),
      fixed: {
        yaml: `migration:
  steps:
    - id: sessions-v2
      kind: topic
      phase: migrate
      ttlImpact: messages of the old shape are kept for 7d; consumers read both until then
`,
        markdown: `# Migration plan

## Steps

### 1. Migrate: repartition the orders topic

- Release: 5.0.0
- TTL impact: messages of the old shape are kept for 7d; consumers read both until then
`,
      },
    },
    {
      name: 'a search index, and a key-value store',
      yaml: yaml('      kind: search-index\n    - id: [|keys-v2|]\n      kind: key-value\n').replace(
        'sessions-v2',
        '[|sessions-v2|]',
      ),
      fixed: {
        yaml: `migration:
  steps:
    - id: sessions-v2
      kind: search-index
      ttlImpact: all documents are indexed again within 6h; the alias is switched afterwards
    - id: keys-v2
      kind: key-value
      ttlImpact: old keys expire after 24h; until then both are read
`,
      },
    },
  ],
});
