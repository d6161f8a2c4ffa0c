/** What the pages about the format promise of Markdown, a row for each. `[|…|]` marks the words that the value stands in. */
import { describe, expect, it } from 'vitest';
import { descend } from '../../../server/src/model/located.ts';
import { readMarkdown } from '../../../server/src/model/markdown/read.ts';
import { jsonOf } from '../../../server/src/model/markdown/writing/json.ts';
import type { DocumentKind } from '../../../server/src/model/plan-document.ts';
import { textOf } from '../../../server/src/model/source.ts';
import { readMarkers } from '../../support/markers.ts';

type Row = readonly [name: string, kind: DocumentKind, markdown: string, path: string, value: unknown];

function check([, kind, marked, path, value]: Row): void {
  const { text, ranges } = readMarkers(marked);
  const { root } = readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text }, kind);
  const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const node = descend(root, steps);
  expect(node && jsonOf(node), JSON.stringify(jsonOf(root))).toEqual(value);
  const [place] = ranges;
  if (node && place) expect(textOf(node.span)).toBe(text.slice(place.start, place.end));
}

const STAGES = '## Stages\n\n';
const STEPS = '## Steps\n\n';

describe('a section begins', () => {
  it.each<Row>([
    ['at a heading', 'rollout', '## Abort criteria\n\n- [|a > 1|]\n', 'rollout.abortCriteria.0', 'a > 1'],
    [
      'at a heading with signs, a number and a remark',
      'rollout',
      '### 🛑 3. Abort criteria (any of):\n- a > 1',
      'rollout.abortCriteria',
      ['a > 1'],
    ],
    [
      'at a heading under one of its synonyms',
      'rollout',
      '## When to roll back\n- a > 1',
      'rollout.abortCriteria',
      ['a > 1'],
    ],
    [
      'at a heading with a remark behind a dash',
      'rollout',
      '## Abort criteria — orders\n- a > 1',
      'rollout.abortCriteria',
      ['a > 1'],
    ],
    ['at an underlined heading', 'rollout', 'Abort criteria\n---\n- a > 1', 'rollout.abortCriteria', ['a > 1']],
    [
      'at a question',
      'rollout',
      '#### What specific metrics should inform a rollback?\n\n- a > 1',
      'rollout.abortCriteria',
      ['a > 1'],
    ],
    ['at a bold label', 'rollout', '**Abort criteria**:\n\n- a > 1', 'rollout.abortCriteria', ['a > 1']],
    [
      'at a bold label with the colon inside',
      'rollout',
      '**Abort criteria:**\n- a > 1',
      'rollout.abortCriteria',
      ['a > 1'],
    ],
    ['at a bold line without a colon', 'rollout', '**Abort criteria**\n\n- a > 1', 'rollout.abortCriteria', ['a > 1']],
    ['at a bold list label', 'rollout', '- **Abort criteria**:\n  - a > 1', 'rollout.abortCriteria', ['a > 1']],
    ['at a plain line that the schema knows', 'rollout', 'Abort if:\n\n- a > 1', 'rollout.abortCriteria', ['a > 1']],
    ['at a sign and a bold word', 'rollout', '❌ **NO-GO** if:\n- a > 1', 'rollout.abortCriteria', ['a > 1']],
    ['in a quote', 'rollout', '> [!CAUTION]\n> **Abort if**:\n> - a > 1', 'rollout.abortCriteria', ['a > 1']],
    [
      'in a quote in a quote, below a line that is no text',
      'rollout',
      '> > [!NOTE]\n> >\n> > **Unit**: [|users|]',
      'rollout.unit',
      'users',
    ],
    ['not in a fence', 'rollout', '```md\n## Abort criteria\n- a > 1\n```', 'rollout.abortCriteria', undefined],
    ['not in a comment', 'rollout', '<!--\n## Abort criteria\n- a > 1\n-->', 'rollout.abortCriteria', undefined],
    [
      'not in what is shown as a bad example',
      'rollout',
      '## Bad example\n\n### Abort criteria\n\n- a > 1',
      'rollout.abortCriteria',
      undefined,
    ],
    [
      'not at a bad example inside it',
      'rollout',
      '## Abort criteria\n\n- a > 1\n\n### Bad example\n\n- it feels slow',
      'rollout.abortCriteria',
      ['a > 1'],
    ],
    [
      'not at the header of a table of keys',
      'rollout',
      '| Unit | Value |\n|-|-|\n| Sticky by | account |',
      'rollout',
      { stickyBy: 'account' },
    ],
    ['not at a plain line that the schema does not know', 'rollout', 'Remember this:\n\n- a > 1', 'rollout', {}],
  ])('%s', (...row) => check(row));
});

describe('a scalar is', () => {
  it.each<Row>([
    ['what stands behind its label', 'rollout', '**Unit**: [|users|]', 'rollout.unit', 'users'],
    [
      'a cell beside its label',
      'rollout',
      '| | |\n|---|---|\n| Sticky by | [|account id|] |',
      'rollout.stickyBy',
      'account id',
    ],
    [
      'the first paragraph',
      'compatibility',
      '## Compatibility window\n\n[|90d|]\n\nThat is long.',
      'compatibility.window',
      '90d',
    ],
    [
      'the first paragraph that says something',
      'compatibility',
      '## Compatibility window\n\n> [!NOTE]\n>\n> [|90d|]',
      'compatibility.window',
      '90d',
    ],
    [
      'a paragraph of several lines',
      'migration',
      '## What the overlap protects\n\n[|Mobile keeps\n  reading|]',
      'migration.overlapProtects',
      'Mobile keeps reading',
    ],
    [
      'in code or bold to the letter',
      'rollout',
      '**Sticky by**: **`[|account_id|]`**',
      'rollout.stickyBy',
      'account_id',
    ],
    [
      'with code inside as it stands',
      'rollback',
      '## What is reverted\n- Code: [|back to `4.18.2`|]',
      'rollback.reverts.code',
      'back to `4.18.2`',
    ],
    ['one of the words of the schema', 'rollout', '**Status**: [|In progress|]', 'status', 'executing'],
    [
      'kept with a tick that is escaped beside one that opens nothing',
      'rollout',
      '**Sticky by**: a ` b \\`` c',
      'rollout.stickyBy',
      'a ` b `` c',
    ],
    ['one of them with a reason', 'rollout', '**Risk**: 🟡 [|Medium|] (two consumers)', 'risk', 'medium'],
    [
      'yes or no',
      'migration',
      `${STEPS}### 1. Do it\n- Reversible: [|yes, by the down script|]`,
      'migration.steps.0.reversible',
      true,
    ],
    [
      'a number with its thousands',
      'compatibility',
      '## Change\n### Data\n- Rows: [|120,000,000|]',
      'change.data.rows',
      120000000,
    ],
    [
      'a duration in words as it is written',
      'rollout',
      `${STAGES}### Stage 1\n**Duration**: [|2 hours|]`,
      'rollout.stages.0.soak',
      '2 hours',
    ],
    [
      'a duration without the remark behind it',
      'rollout',
      `${STAGES}### Stage 1\n**Soak**: [|2h|] (at peak)`,
      'rollout.stages.0.soak',
      '2h',
    ],
    [
      'the address of a link',
      'rollout',
      '**Dashboard**: [board]([|https://x.example/d|])',
      'rollout.dashboard',
      'https://x.example/d',
    ],
    [
      'the code of a fence by its language',
      'migration',
      `${STEPS}### 1. Do it\n\n\`\`\`sql\n[|SELECT 1;|]\n\`\`\``,
      'migration.steps.0.up.sql',
      'SELECT 1;',
    ],
    [
      'the code below the words of its label',
      'rollout',
      '## Metrics\n\n### Error rate\n\n**Query**: as on the board\n\n```promql\n[|up|]\n```',
      'metrics.0.query',
      'up',
    ],
    [
      'code of several lines with its last line end',
      'migration',
      `${STEPS}### 1. Do it\n**Down**:\n~~~psql\na\nb\n~~~`,
      'migration.steps.0.down.sql',
      'a\nb\n',
    ],
    [
      '"None" where a list is asked for',
      'rollout',
      '## Freeze\n\n[|N/A, a new service|]',
      'rollout.freeze',
      'N/A, a new service',
    ],
    ['not the comment behind it', 'rollout', '**Unit**: [|users|] <!-- not hosts -->', 'rollout.unit', 'users'],
  ])('%s', (...row) => check(row));
});

describe('a line with several labels is cut before each, where the schema knows it', () => {
  const line =
    'Irreversible. **Backup**: [|orders-before-drop|] – **Verify:** the table is gone; __Owner__ : dba **Colour**: red';
  it.each<Row>([
    [
      'one after another',
      'rollback',
      '**Time budget:** [|20m|] · **Decision maker:** on-call',
      'rollback.timeBudget',
      '20m',
    ],
    ['the second', 'rollback', '**Time budget:** 20m · **Decision maker:** [|on-call|]', 'rollback.owner', 'on-call'],
    [
      'in brackets',
      'rollback',
      '**Time budget:** 20m (tried) **Decision maker:** [|on-call|]',
      'rollback.owner',
      'on-call',
    ],
    [
      'not without a sign before it',
      'rollback',
      '**Notes:** [|x **Decision maker:** y|]',
      'notes',
      'x Decision maker: y',
    ],
    ['not without a colon', 'rollback', '**Notes:** [|x; **Decision maker** y|]', 'notes', 'x; Decision maker y'],
    ['not before what nobody knows', 'rollback', '**Notes:** [|x; **Colour:** red|]', 'notes', 'x; Colour: red'],
    [
      'within prose',
      'migration',
      `${STEPS}### 1. Contract: drop\n\n${line}\n`,
      'migration.steps.0.backup',
      'orders-before-drop',
    ],
    [
      'of a step',
      'migration',
      `${STEPS}### 1. Contract: drop\n\n${line.replace(/\[\||\|\]/g, '')}\n`,
      'migration.steps.0.verify',
      ['the table is gone'],
    ],
  ])('%s', (...row) => check(row));
});

const OPERATION = `${STEPS}### 1. Expand: fill\n\n#### Down\n\n`;

describe('code in a language that no key takes is', () => {
  it.each<Row>([
    [
      'the words of an operation',
      'migration',
      `${OPERATION}\`\`\`ruby\nOrder.undo\n\`\`\`\n`,
      'migration.steps.0.down',
      { description: 'Order.undo' },
    ],
    [
      'beside words nothing',
      'migration',
      `${OPERATION}By hand.\n\n\`\`\`ruby\nOrder.undo\n\`\`\`\n`,
      'migration.steps.0.down',
      { description: 'By hand.' },
    ],
    [
      'nothing of a step',
      'migration',
      `${STEPS}### 1. Expand: fill\n\n\`\`\`ruby\nOrder.undo\n\`\`\`\n`,
      'migration.steps.0.description',
      undefined,
    ],
  ])('%s', (...row) => {
    if (row[4] !== undefined) return check(row);
    const { root } = readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text: row[2] }, row[1]);
    expect(descend(root, row[3].split('.'))).toBeUndefined();
  });
});

describe('a value with a remark behind it is', () => {
  it.each<Row>([
    ['the value', 'rollback', '**Time budget:** [|20m|] (tried)', 'rollback.timeBudget', '20m'],
    [
      'the value, though it is written otherwise',
      'rollback',
      '**Time budget:** [|20 minutes|] (tried)',
      'rollback.timeBudget',
      '20 minutes',
    ],
    [
      'all of it, where no brackets hold the remark',
      'rollback',
      '**Time budget:** [|20 minutes, tried|]',
      'rollback.timeBudget',
      '20 minutes, tried',
    ],
  ])('%s', (...row) => check(row));
});

describe('a list is', () => {
  it.each<Row>([
    ['list items', 'rollback', '## When to roll back\n1. a > 1\n2. b > 1', 'rollback.triggers', ['a > 1', 'b > 1']],
    [
      'tasks',
      'rollout',
      '## Prerequisites\n- [ ] a is green\n- [x] b is green',
      'rollout.entryCriteria',
      ['a is green', { when: 'b is green', done: true }],
    ],
    [
      'tasks whose box does not win over what stands below it',
      'validation',
      '## Smoke\n- [x] a is up\n  - Done: no',
      'validation.smoke',
      [{ check: 'a is up', done: false }],
    ],
    ['paragraphs', 'rollout', '## Change freeze\n\nDecember\n\nJanuary', 'rollout.freeze', ['December', 'January']],
    [
      'rows',
      'rollout',
      '## Abort criteria\n| Metric | Threshold | For | Action |\n|-|-|-|-|\n| Error rate | > 1% | 5m | rollback |',
      'rollout.abortCriteria',
      [{ when: 'Error rate > 1% for 5m', then: 'rollback' }],
    ],
    [
      'names on a line',
      'rollout',
      `${STAGES}### Stage 1\n- Metrics: error rate, \`p99-latency\``,
      'rollout.stages.0.metrics',
      ['error-rate', 'p99-latency'],
    ],
    [
      'the items below an announcement',
      'rollout',
      '## Abort criteria\n- Roll back at once if:\n  - a > 1\n  - b > 1',
      'rollout.abortCriteria',
      ['a > 1', 'b > 1'],
    ],
    [
      'found under sub-headings too',
      'rollout',
      '## Abort criteria\n### By machine\n- a > 1\n### By hand\n- b > 1',
      'rollout.abortCriteria',
      ['a > 1', 'b > 1'],
    ],
    [
      'the items below a label that only announces them',
      'rollout',
      '**Abort if**: any of these hold\n\n- a > 1\n- b > 1',
      'rollout.abortCriteria',
      ['a > 1', 'b > 1'],
    ],
    [
      'the names behind their label, not a list below it',
      'rollout',
      `${STAGES}### Stage 1\n\n**Metrics**: error-rate\n\n- to be extended`,
      'rollout.stages.0.metrics',
      ['error-rate'],
    ],
    [
      'lines with a bold word, and the items below them once',
      'rollout',
      '## Abort criteria\n\n**Error rate**: above 1%\n\n- b > 1',
      'rollout.abortCriteria',
      ['Error rate: above 1%', 'b > 1'],
    ],
    [
      'the items below a line that is none of them',
      'rollout',
      '## Communication\n\n**Team A**: see below\n\n- #ops',
      'rollout.communication',
      [{ channel: '#ops' }],
    ],
    [
      'the address alone where a link is called like it',
      'rollout',
      '## Links\n- [https://x.example](https://x.example)\n- [board](https://y.example)',
      'rollout.links',
      ['https://x.example', { title: 'board', url: 'https://y.example' }],
    ],
    [
      'names with more keys on their lines',
      'rollout',
      '## Backups\n- orders-before, kept 45d\n- Orders after, kept 60d',
      'backups',
      [
        { id: 'orders-before', ttl: '45d' },
        { id: 'orders-after', ttl: '60d' },
      ],
    ],
    [
      'kept beside a section that says "None"',
      'rollout',
      '## Abort criteria\n- a > 1\n\n## Stop if\nNone',
      'rollout.abortCriteria',
      ['a > 1'],
    ],
    [
      'one list from two sections',
      'rollout',
      '## Abort criteria\n- a > 1\n\n## Stop if\n- b > 1',
      'rollout.abortCriteria',
      ['a > 1', 'b > 1'],
    ],
  ])('%s', (...row) => check(row));
});

describe('a table is', () => {
  it.each<Row>([
    [
      'read past a column of numbers',
      'rollback',
      '## Steps\n| # | Action | Command |\n|-|-|-|\n| 1 | Go back | `a b` |',
      'rollback.steps',
      [{ title: 'Go back', run: 'a b' }],
    ],
    [
      'named by its first column',
      'rollback',
      '## Decisions\n| Something | Method |\n|-|-|\n| A bug | go back |',
      'rollback.decisions',
      [{ failed: 'A bug', method: 'go back' }],
    ],
    [
      'a list of texts, a row each',
      'rollout',
      '## Freeze\n| When | Where |\n|-|-|\n| December | all |\n| - | |\n| May | |',
      'rollout.freeze',
      ['December all', 'May'],
    ],
    [
      'read by what its cells say: a metric with its limit, nothing of a column that nobody knows',
      'rollout',
      '## Abort criteria\n| Metric | Limit | Colour | Owner |\n|-|-|-|-|\n| Error rate | > 1% | red | |\n| | | | ann |',
      'rollout.abortCriteria',
      ['Error rate > 1%'],
    ],
    [
      'with signs for yes and no',
      'validation',
      '## Smoke\n| Check | Done |\n|-|-|\n| a is up | ✅ |\n| b is up | ❌ |',
      'validation.smoke',
      [
        { check: 'a is up', done: true },
        { check: 'b is up', done: false },
      ],
    ],
    [
      'with code in its cells',
      'migration',
      '## Steps\n| Step | Up | Down |\n|-|-|-|\n| Do it | `ALTER TABLE a ADD b int` | `undo it` |\n| Wait | None | |',
      'migration.steps',
      [
        { title: 'Do it', id: 'do-it', up: { sql: 'ALTER TABLE a ADD b int' }, down: { command: 'undo it' } },
        { title: 'Wait', id: 'wait' },
      ],
    ],
    [
      'with lists in its cells',
      'rollout',
      `${STAGES}| Stage | Announcement | Metrics |\n|-|-|-|\n| a | #ops | x, y |\n| b | audience: support | <br> |\n| c | None | |`,
      'rollout.stages',
      [
        { id: 'a', communication: [{ channel: '#ops' }], metrics: ['x', 'y'] },
        { id: 'b', communication: [{ audience: 'support' }] },
        { id: 'c' },
      ],
    ],
    [
      'of stages where it says so itself, but not in a section about another part',
      'rollout',
      '## Rollback plan\n\n| Stage | Traffic |\n|-|-|\n| canary | 1% |',
      'rollout',
      {},
    ],
    [
      'with line breaks in its cells',
      'rollback',
      '## Decisions\n| Failed | Method |\n|-|-|\n| one<br><br>two | three <br/> four<br> |',
      'rollback.decisions',
      [{ failed: 'one two', method: 'three four' }],
    ],
    [
      'read by the text of its items where their names say nothing else',
      'rollout',
      '## Communication\n| Foo | When |\n|-|-|\n| #ops | now |',
      'rollout.communication',
      [{ channel: '#ops', when: 'now' }],
    ],
    [
      'left alone where no column is known',
      'rollback',
      '## Decisions\n| Foo | Bar |\n|-|-|\n| 1 | 2 |',
      'rollback.decisions',
      undefined,
    ],
  ])('%s', (...row) => check(row));
});

describe('a stage is', () => {
  it.each<Row>([
    [
      'a heading with facts',
      'rollout',
      `${STAGES}### Stage 2: canary (5%, 2h)`,
      'rollout.stages.0',
      { id: 'canary', weight: '5%', soak: '2h' },
    ],
    [
      'a heading with other separators',
      'rollout',
      `${STAGES}### Canary EU — 5% for 2h`,
      'rollout.stages.0',
      { title: 'Canary EU', id: 'canary-eu', weight: '5%', soak: '2h' },
    ],
    [
      'facts that are no facts stay words',
      'rollout',
      `${STAGES}### Stage 1: canary (2 hours)`,
      'rollout.stages.0',
      { title: 'canary (2 hours)', id: 'canary-2-hours' },
    ],
    [
      'a heading without a section around it',
      'rollout',
      '## Phase 1: Pilot\n\n**Duration**: 1d',
      'rollout.stages',
      [{ title: 'Pilot', id: 'pilot', soak: '1d' }],
    ],
    ['any heading with a share', 'rollout', '## 25% of users\n\n**Soak**: 1d', 'rollout.stages.0.weight', '25%'],
    [
      'three where the heading says three',
      'rollout',
      `${STAGES}### Ramp (25% → 50% → 100%)`,
      'rollout.stages',
      [
        { title: 'Ramp', id: 'ramp-25', weight: '25%' },
        { title: 'Ramp', id: 'ramp-50', weight: '50%' },
        { title: 'Ramp', id: 'ramp-100', weight: '100%' },
      ],
    ],
    ['three where a line says three', 'rollout', '**Stages**: 1% → 10% → 100%', 'rollout.stages.1.weight', '10%'],
    [
      'a row',
      'rollout',
      `${STAGES}| Stage | Traffic | Bake |\n|-|-|-|\n| Canary | 5% | 2h |`,
      'rollout.stages',
      [{ title: 'Canary', id: 'canary', weight: '5%', soak: '2h' }],
    ],
    [
      'a list item',
      'rollout',
      `${STAGES}- canary (5%)\n  - Soak: 2h`,
      'rollout.stages',
      [{ id: 'canary', weight: '5%', soak: '2h' }],
    ],
    [
      'a list item that begins with one of its keys under a synonym',
      'rollout',
      `${STAGES}- Name: canary\n  - Bake: 2h`,
      'rollout.stages',
      [{ id: 'canary', soak: '2h' }],
    ],
    [
      'a list item that begins with another key than its name',
      'rollout',
      `${STAGES}- Rollback triggers: a > 1 for 5m\n  - Id: canary`,
      'rollout.stages',
      [{ abortCriteria: ['a > 1 for 5m'], id: 'canary' }],
    ],
    ['told apart by its id', 'rollout', `${STAGES}### Canary!\n### Canary?\n`, 'rollout.stages.1.id', 'canary-2'],
    [
      'a heading with its facts in front',
      'rollout',
      `${STAGES}### (5%) canary`,
      'rollout.stages',
      [{ id: 'canary', weight: '5%' }],
    ],
    [
      'three where a name stands behind the shares',
      'rollout',
      `${STAGES}### 50% → 100% ramp`,
      'rollout.stages',
      [
        { id: 'ramp-50', weight: '50%' },
        { id: 'ramp-100', weight: '100%' },
      ],
    ],
    [
      'each share of a list item',
      'rollout',
      `${STAGES}- 1% → 100%`,
      'rollout.stages',
      [
        { id: '1-percent', weight: '1%' },
        { id: '100-percent', weight: '100%' },
      ],
    ],
    [
      'a bold line, with what is behind it and below it',
      'rollout',
      `${STAGES}**Stage 1: canary (5%)**\n\n- Soak: 2h\n\n**Stage 2: beta**: 50%, soak: 1d\n\n**Stage 3: rest**: at night, weight: 75%\n\n**Stage 4: all**: slowly`,
      'rollout.stages',
      [
        { id: 'canary', weight: '5%', soak: '2h' },
        { id: 'beta', weight: '50%', soak: '1d' },
        { id: 'rest', weight: '75%' },
        { id: 'all' },
      ],
    ],
    [
      'a name with more keys on the line of a list item',
      'rollout',
      `${STAGES}- Canary EU (5%), soak: 2h, weight: 10%`,
      'rollout.stages',
      [{ title: 'Canary EU', id: 'canary-eu', weight: '10%', soak: '2h' }],
    ],
    [
      'a row whose cell with the id wins over its first one, and whose weight over that of its name',
      'rollout',
      `${STAGES}| Wave | Traffic | Stage |\n|-|-|-|\n| First | 10% | canary (5%) |`,
      'rollout.stages',
      [{ title: 'First', id: 'canary', weight: '10%' }],
    ],
    [
      'the section with a table of keys, where one beside it has another',
      'rollout',
      `${STAGES}### Wild\n\n| Key | Value |\n|-|-|\n| Soak | 2h |\n\n### Remarks\n\n| a | b |\n|-|-|\n| x | y |`,
      'rollout.stages',
      [{ title: 'Wild', id: 'wild', soak: '2h' }],
    ],
    [
      'not a section elsewhere that looks like one, where a section of stages has some',
      'rollout',
      `${STAGES}### Stage 1: a\n\n## 50% of users`,
      'rollout.stages',
      [{ id: 'a' }],
    ],
    [
      'a row of a table that no label announces',
      'rollout',
      '| Stage | Traffic | Soak |\n|-|-|-|\n| a | 5% | 2h |',
      'rollout.stages',
      [{ id: 'a', weight: '5%', soak: '2h' }],
    ],
    [
      'not a heading beside the stages',
      'rollout',
      `${STAGES}### Stage 1: a (5%)\n\n### Rollback triggers\n- a > 1`,
      'rollout.abortCriteria',
      ['a > 1'],
    ],
  ])('%s', (...row) => check(row));
});

describe('a step is', () => {
  it.each<Row>([
    [
      'a heading with facts',
      'migration',
      `${STEPS}### 2. Contract: drop the old column (5.2.0)`,
      'migration.steps.0',
      { phase: 'contract', title: 'drop the old column', id: 'drop-the-old-column', release: '5.2.0' },
    ],
    [
      'a phase',
      'migration',
      '## Phase 1: Expand\n\n- Release: 5.0.0',
      'migration.steps',
      [{ phase: 'expand', title: 'Expand', id: 'expand', release: '5.0.0' }],
    ],
    [
      'irreversible in its heading',
      'migration',
      `${STEPS}### 1. Drop it (irreversible)`,
      'migration.steps.0.reversible',
      false,
    ],
    [
      'irreversible by a label',
      'migration',
      `${STEPS}### 1. Drop it\n**[|Irreversible|]**`,
      'migration.steps.0.reversible',
      false,
    ],
    [
      'irreversible by a value',
      'migration',
      `${STEPS}### 1. Drop it\n- **Irreversible**: [|yes|]`,
      'migration.steps.0.reversible',
      false,
    ],
    [
      'irreversible in a sentence',
      'migration',
      `${STEPS}### 1. Drop it\n\nThis is the [|point of no return|].`,
      'migration.steps.0.reversible',
      false,
    ],
    [
      'not irreversible where a sentence denies it',
      'migration',
      `${STEPS}### 1. Drop it\n\nThis is not irreversible.`,
      'migration.steps.0.reversible',
      undefined,
    ],
    [
      'given its backup by a name',
      'migration',
      `${STEPS}### 1. Drop it\n- Backup: [|orders before contract|]`,
      'migration.steps.0.backup',
      'orders-before-contract',
    ],
    [
      'given its backup in place',
      'migration',
      `${STEPS}### 1. Drop it\n- Backup: rds:snapshot/orders-2027-05-31, kept 45d`,
      'migration.steps.0.backup',
      { ref: 'rds:snapshot/orders-2027-05-31', ttl: '45d' },
    ],
    [
      'given the backup that is described first, where a second one is but named',
      'migration',
      `${STEPS}### 1. Drop it\n- Backup: rds:x/y, kept 45d\n- Backup: orders`,
      'migration.steps.0.backup',
      { ref: 'rds:x/y', ttl: '45d' },
    ],
    [
      'given its backup in place, with a word of the schema behind its label',
      'migration',
      `${STEPS}### 1. Drop it\n- Backup: rds:x/y, method snapshot`,
      'migration.steps.0.backup',
      { ref: 'rds:x/y', method: 'snapshot' },
    ],
    [
      'not given a backup in place by a sentence with a name of one of its keys',
      'migration',
      `${STEPS}### 1. Drop it\n- Backup: orders, notes elsewhere`,
      'migration.steps.0.backup',
      'orders',
    ],
    [
      'compared by its words where no limit stands behind them',
      'migration',
      `${STEPS}### 1. Do it\n- Reconciliation: a mismatch, limit 5`,
      'migration.steps.0.reconciliation',
      { notes: 'a mismatch, limit 5' },
    ],
    [
      'given a backup of signs alone as it is written',
      'migration',
      `${STEPS}### 1. Drop it\n- Backup: ,\u3000`,
      'migration.steps.0.backup',
      ',\u3000',
    ],
    [
      'run by SQL on the line',
      'migration',
      `${STEPS}### 1. Do it\n- Up: \`SELECT 1;\``,
      'migration.steps.0.up',
      { sql: 'SELECT 1;' },
    ],
    [
      'run by the code on its line rather than by that below it',
      'migration',
      `${STEPS}### 1. Do it\n- **Up**: \`a b\`\n  - Command: c d`,
      'migration.steps.0.up',
      { command: 'a b' },
    ],
    [
      'run by the code below the words of its label',
      'migration',
      `${STEPS}### 1. Do it\n\n**Up**: add the columns\n\n\`\`\`sql\nSELECT 1;\n\`\`\``,
      'migration.steps.0.up',
      { description: 'add the columns', sql: 'SELECT 1;' },
    ],
    [
      'not run by further code that no label announces',
      'migration',
      `${STEPS}### 1. Do it\n\n- Up: \`a b\`\n\nAs in:\n\n\`\`\`sql\nSELECT 1;\n\`\`\``,
      'migration.steps',
      [{ title: 'Do it', id: 'do-it', up: { command: 'a b' } }],
    ],
    [
      'named behind a synonym of its title on the line of its item',
      'migration',
      `${STEPS}- Action: Add columns, then wait`,
      'migration.steps.0.title',
      'Add columns, then wait',
    ],
    [
      'named by an item with more keys on its line',
      'migration',
      `${STEPS}- Add columns, release: 5.0.0`,
      'migration.steps',
      [{ title: 'Add columns', id: 'add-columns', release: '5.0.0' }],
    ],
    [
      'run by a line of code',
      'migration',
      `${STEPS}### 1. Do it\n- Up: \`flagctl set x --on\``,
      'migration.steps.0.up',
      { command: 'flagctl set x --on' },
    ],
  ])('%s', (...row) => check(row));
});

describe('one label with two meanings goes', () => {
  it.each<Row>([
    [
      'to the declarations where the table declares',
      'rollout',
      '## Metrics\n| Metric | Query |\n|-|-|\n| Error rate | `x` |',
      'metrics.0.query',
      'x',
    ],
    [
      'to the references where names are listed',
      'rollout',
      '## Metrics\n- Error rate',
      'rollout.metrics',
      ['error-rate'],
    ],
    [
      'to the plan above the first section',
      'rollback',
      '# Rollback plan\n\n**Owner**: [|ann|]\n\n## Steps',
      'owner',
      'ann',
    ],
    ['to the part in a section', 'rollback', '# Rollback plan\n\n## Owner\n\n[|ann|]', 'rollback.owner', 'ann'],
    [
      'to the part where the front matter has spoken',
      'rollback',
      '---\nowner: bob\n---\n\n**Owner**: [|ann|]',
      'rollback.owner',
      'ann',
    ],
    [
      'to the key of exactly that name',
      'compatibility',
      '## Change\n\nOrders get a currency.',
      'change.summary',
      'Orders get a currency.',
    ],
    [
      'to the object where nothing is listed',
      'rollback',
      '## Revert\n\nThe code goes back.',
      'rollback.reverts',
      { code: 'The code goes back.' },
    ],
    ['to the list where something is', 'rollback', '## Revert\n\n- Go back', 'rollback.steps', [{ title: 'Go back' }]],
    [
      'to the keys behind words, where those stand for a key that has no text',
      'rollout',
      '## Change\n\n- Latency: fast, p99: 20ms',
      'change.latency',
      { p99: '20ms' },
    ],
    ['to nobody where such words stand alone', 'rollout', '## Change\n\n- Latency: fast', 'change', undefined],
    ['to nobody from inside a stage', 'rollout', `${STAGES}### Stage 1\n\n**Status**: done`, 'status', undefined],
  ])('%s', (...row) => check(row));
});

describe('front matter', () => {
  it.each<Row>([
    ['gives keys of the plan', 'rollout', '---\nrolloutPlan: 1\nowner: "[|team-x|]"\n---\n', 'rolloutPlan', 1],
    ['gives lists too', 'rollout', '---\napprovers: ["@ann"]\n---\n', 'approvers', ['@ann']],
    ['wins over the heading', 'rollout', '---\ntitle: A\n---\n# Rollout plan: B', 'title', 'A'],
    ['may say one value twice', 'rollout', '---\nowner: &a ann\nplan: *a\n---\n', 'plan', 'ann'],
    ['is no rule across the page', 'rollout', '---\n\nWords.\n\n---\n**Unit**: users', 'rollout.unit', 'users'],
  ])('%s', (...row) =>
    check([...row.slice(0, 2), (row[2] as string).replace(/\[\||\|\]/g, ''), ...row.slice(3)] as unknown as Row),
  );

  it('says what the file says of itself', () => {
    const declared = (text: string) =>
      readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text }, 'rollout').declared;
    expect(declared('---\nrolloutPlan: 1\nplan: orders\n---\n')).toEqual({ version: 1, off: false, plan: 'orders' });
    expect(declared('---\nrolloutPlan: off\n---\n').off).toBe(true);
    expect(declared('# x')).toEqual({ version: undefined, off: false, plan: undefined });
  });

  it('that is broken says so once and leaves the rest readable', () => {
    const text = '---\nowner: [a\n---\n\n**Unit**: users';
    const { problems, root } = readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text }, 'rollout');
    expect(problems.map(({ rule }) => rule)).toEqual(['yaml-syntax']);
    expect(jsonOf(descend(root, ['rollout', 'unit']) as never)).toBe('users');
  });
});

describe('a section with nothing under it', () => {
  it.each([
    ['## Freeze\n\n## Stages\n', 'rollout', ['rollout.freeze', 'rollout.stages']],
    [
      '## Stages\n\n### Stage 1: a\n\n#### Abort criteria\n\n<!-- later -->\n',
      'rollout',
      ['rollout.stages.0.abortCriteria'],
    ],
    ['## Stages\n\n### Stage 1: a\n\n### Stage 2: b\n\n- **Soak**:\n', 'rollout', ['rollout.stages.1.soak']],
    ['## What is reverted\n\n### Backups\n', 'rollback', ['backups']],
    ['## Freeze\n\nNone\n\n## Something else\n', 'rollout', []],
  ] as const)('%j', (text, kind, paths) => {
    const { emptySections } = readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text }, kind);
    expect(emptySections.map(({ path }) => path.join('.'))).toEqual(paths);
  });
});

describe('a text with the marks of a merge', () => {
  it('is left unread, and says so at the first of them', () => {
    const text = '# Rollout plan\n\n<<<<<<< HEAD\n**Unit**: users\n=======\n**Unit**: hosts\n>>>>>>> other\n';
    const { problems, root } = readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text }, 'rollout');
    expect(problems.map(({ rule, span }) => [rule, textOf(span)])).toEqual([['unreadable-file', '<<<<<<< HEAD']]);
    expect(jsonOf(root)).toEqual({});
  });
});
