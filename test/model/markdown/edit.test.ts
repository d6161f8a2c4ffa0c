/** Edits as a person would make them: each row is a document, what is asked for, and the document afterwards. */
import { describe, expect, it } from 'vitest';
import { type PlanEdit, type Skeleton, slot } from '../../../server/src/model/edit.ts';
import { descend, type LocatedNode } from '../../../server/src/model/located.ts';
import { markdownEditWriter } from '../../../server/src/model/markdown/edit.ts';
import { readMarkdown } from '../../../server/src/model/markdown/read.ts';
import { jsonOf } from '../../../server/src/model/markdown/writing/json.ts';
import { newResolutionCache, resolvePlan } from '../../../server/src/model/plan/resolve.ts';
import type { DocumentKind } from '../../../server/src/model/plan-document.ts';
import { applyChanges, shownSnippet } from '../../support/apply-changes.ts';

type Path = readonly (string | number)[];
type Ask = (root: LocatedNode) => PlanEdit;

function at(root: LocatedNode, path: Path): LocatedNode {
  const node = descend(root, path);
  if (!node) throw new Error(`nothing at ${path.join('.')}`);
  return node;
}
const set =
  (path: Path, key: string, value: Skeleton): Ask =>
  (root) => ({ kind: 'set', parent: at(root, path) as never, key, value });
const append =
  (path: Path, value: Skeleton): Ask =>
  (root) => ({ kind: 'append', list: at(root, path) as never, value });
const insert =
  (path: Path, index: number, value: Skeleton): Ask =>
  (root) => ({ kind: 'append', list: at(root, path) as never, value, at: index });
const write =
  (path: Path, value: Skeleton): Ask =>
  (root) => ({ kind: 'write', node: at(root, path), value });

function changesOf(text: string, kind: DocumentKind, asks: readonly Ask[]) {
  const document = readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text }, kind);
  return markdownEditWriter(document)(asks.map((ask) => ask(document.root)));
}

type Row = readonly [name: string, text: string, asks: readonly Ask[], after: string];

function rows(kind: DocumentKind, ...all: Row[]): void {
  it.each(all)('%s', (_, text, asks, after) => {
    expect(applyChanges(text, changesOf(text, kind, asks))).toBe(after);
    const crlf = (lf: string) => lf.replace(/\n/g, '\r\n');
    if (text !== '') expect(applyChanges(crlf(text), changesOf(crlf(text), kind, asks))).toBe(crlf(after));
  });
}

const STAGE = ['rollout', 'stages', 0];

describe('a key of a section', () => {
  rows(
    'rollout',
    [
      'is a list label where the others are, in the order of the schema',
      '## Stages\n\n### Stage 1: canary (1%)\n\n- **Environment**: production\n- **Owner**: ann\n',
      [set(STAGE, 'soak', '2h')],
      '## Stages\n\n### Stage 1: canary (1%)\n\n- **Environment**: production\n- **Soak**: 2h\n- **Owner**: ann\n',
    ],
    [
      'is a bold line where the others are',
      '## Stages\n\n### Stage 1: canary (1%)\n\n**Environment**: production\n\nWhy.\n\n## Notes\n\nx\n',
      [set(STAGE, 'soak', '2h')],
      '## Stages\n\n### Stage 1: canary (1%)\n\n**Environment**: production\n\n**Soak**: 2h\n\nWhy.\n\n## Notes\n\nx\n',
    ],
    [
      'is a line of the paragraph that the others are in',
      '## Stages\n\n### Stage 1: canary (1%)\n\n**Environment:** production\n**Owner:** ann\n',
      [set(STAGE, 'soak', '2h')],
      '## Stages\n\n### Stage 1: canary (1%)\n\n**Environment:** production\n**Soak:** 2h\n**Owner:** ann\n',
    ],
    [
      'is a plain line where the others are',
      '## Stages\n\n### Stage 1: canary (1%)\n\nEnvironment: production\nOwner: ann\n',
      [set(STAGE, 'soak', '2h')],
      '## Stages\n\n### Stage 1: canary (1%)\n\nEnvironment: production\nSoak: 2h\nOwner: ann\n',
    ],
    [
      'with several values stands below a table of the others',
      '## Stages\n\n### Stage 1: canary (1%)\n\n| Key | Value |\n|---|---|\n| Owner | ann |\n',
      [set(STAGE, 'abortCriteria', ['a > 1 for 5m', { when: 'b > 1 for 5m', then: 'pause' }])],
      '## Stages\n\n### Stage 1: canary (1%)\n\n| Key | Value |\n|---|---|\n| Owner | ann |\n\n**Abort criteria**:\n\n- a > 1 for 5m\n- b > 1 for 5m\n  - **Then**: pause\n',
    ],
    [
      'is a first list where there is only prose',
      '## Stages\n\n### Stage 1: canary (1%)\n\nSome prose.\n\n### Stage 2: all (100%)\n',
      [set(STAGE, 'soak', '2h')],
      '## Stages\n\n### Stage 1: canary (1%)\n\n- **Soak**: 2h\n\nSome prose.\n\n### Stage 2: all (100%)\n',
    ],
    [
      'with several values stands behind the prose, before the next heading',
      '## Stages\n\n### Stage 1: canary (1%)\n\nSome prose.\n\n### Stage 2: all (100%)\n',
      [set(STAGE, 'abortCriteria', ['a > 1 for 5m', { when: 'b > 1 for 5m', then: 'pause' }])],
      '## Stages\n\n### Stage 1: canary (1%)\n\nSome prose.\n\n**Abort criteria**:\n\n- a > 1 for 5m\n- b > 1 for 5m\n  - **Then**: pause\n\n### Stage 2: all (100%)\n',
    ],
    [
      'with several values stands beside others like it',
      '## Stages\n\n### Stage 1: canary (1%)\n\n**Success criteria:**\n\n* a < 1\n',
      [set(STAGE, 'abortCriteria', ['a > 1 for 5m'])],
      '## Stages\n\n### Stage 1: canary (1%)\n\n**Success criteria:**\n\n* a < 1\n\n**Abort criteria:**\n\n- a > 1 for 5m\n',
    ],
    [
      'is a heading where the others are',
      '## Stages\n\n### Stage 1: canary (1%)\n\n#### Success criteria\n\n- a < 1\n\n## Notes\n\nx\n',
      [set(STAGE, 'abortCriteria', ['a > 1 for 5m'])],
      '## Stages\n\n### Stage 1: canary (1%)\n\n#### Success criteria\n\n- a < 1\n\n#### Abort criteria\n\n- a > 1 for 5m\n\n## Notes\n\nx\n',
    ],
    [
      'fills the heading that is there',
      '## Stages\n\n### Stage 1: canary (1%)\n\n#### Abort criteria\n\n<!-- later -->\n\n### Stage 2: all (100%)\n',
      [set(STAGE, 'abortCriteria', ['a > 1 for 5m'])],
      '## Stages\n\n### Stage 1: canary (1%)\n\n#### Abort criteria\n\n- a > 1 for 5m\n\n<!-- later -->\n\n### Stage 2: all (100%)\n',
    ],
    [
      'fills the label that is there',
      '## Stages\n\n### Stage 1: canary (1%)\n\n- **Soak**:\n- **Owner**: ann\n',
      [set(STAGE, 'soak', '2h')],
      '## Stages\n\n### Stage 1: canary (1%)\n\n- **Soak**: 2h\n- **Owner**: ann\n',
    ],
    [
      'is written over where it is there',
      '## Stages\n\n### Stage 1: canary (1%)\n\n- **Soak**: 2 hours <!-- really -->\n',
      [set(STAGE, 'soak', '2h')],
      '## Stages\n\n### Stage 1: canary (1%)\n\n- **Soak**: 2h <!-- really -->\n',
    ],
    [
      'is counted where the others are',
      '## Stages\n\n### Stage 1: canary (1%)\n\n1. **Environment**: production\n',
      [set(STAGE, 'soak', '2h')],
      '## Stages\n\n### Stage 1: canary (1%)\n\n1. **Environment**: production\n2. **Soak**: 2h\n',
    ],
    [
      'is a bold line where the others have a dash',
      '## Stages\n\n### Stage 1: canary (1%)\n\n**Environment** — production\n',
      [set(STAGE, 'soak', '2h')],
      '## Stages\n\n### Stage 1: canary (1%)\n\n**Environment** — production\n\n**Soak**: 2h\n',
    ],
    [
      'is a plain line where the value of another stands on the line below, in a quote',
      '> ## Stages\n>\n> ### Stage 1: canary (1%)\n>\n> Environment:\n> production\n',
      [set(STAGE, 'soak', '2h')],
      '> ## Stages\n>\n> ### Stage 1: canary (1%)\n>\n> Environment:\n> production\n>\n> Soak: 2h\n',
    ],
    [
      'ends the text with a line end where it had none',
      '## Stages\n\n### Stage 1: canary (1%)\n\n**Environment**: production',
      [set(STAGE, 'soak', '2h')],
      '## Stages\n\n### Stage 1: canary (1%)\n\n**Environment**: production\n\n**Soak**: 2h\n',
    ],
    [
      'of one of several stages in a stage stands in it',
      '## Stage 1: ramp\n\n- Soak: 2h\n\n### 25%\n\nSlowly.\n\n### 50%\n\nFaster.\n',
      [set(STAGE, 'owner', 'ann')],
      '## Stage 1: ramp\n\n- Soak: 2h\n\n### 25%\n\n- **Owner**: ann\n\nSlowly.\n\n### 50%\n\nFaster.\n',
    ],
    [
      'of a quote stays in it',
      '> ## Stages\n>\n> ### Stage 1: canary (1%)\n>\n> - **Owner**: ann\n',
      [set(STAGE, 'soak', '2h')],
      '> ## Stages\n>\n> ### Stage 1: canary (1%)\n>\n> - **Soak**: 2h\n> - **Owner**: ann\n',
    ],
  );
});

describe('a key of a row', () => {
  rows(
    'rollout',
    [
      'fills the cell',
      '## Stages\n\n| Stage | Traffic | Soak |\n|---|---|---|\n| canary | 1% | |\n| all | 100% | 1d |\n',
      [set(STAGE, 'soak', '2h')],
      '## Stages\n\n| Stage | Traffic | Soak |\n|---|---|---|\n| canary | 1% | 2h |\n| all | 100% | 1d |\n',
    ],
    [
      'fills the space between two bars that touch',
      '## Stages\n\n| Stage | Traffic | Soak |\n|---|---|---|\n| canary | 1% ||\n',
      [set(STAGE, 'soak', '2h')],
      '## Stages\n\n| Stage | Traffic | Soak |\n|---|---|---|\n| canary | 1% | 2h |\n',
    ],
    [
      'fills a cell that the row ends before',
      '## Stages\n\n| Stage | Traffic | Soak |\n|---|---|---|\n| canary | 1% |\n| all | 100%\n',
      [set(STAGE, 'soak', '2h'), set(['rollout', 'stages', 1], 'soak', '1d')],
      '## Stages\n\n| Stage | Traffic | Soak |\n|---|---|---|\n| canary | 1% | 2h |\n| all | 100% | 1d |\n',
    ],
    [
      'gets a column of a table without bars around it',
      '## Stages\n\nStage | Traffic\n---|---\ncanary | 1%\n',
      [set(STAGE, 'soak', '2h')],
      '## Stages\n\nStage | Traffic | Soak\n---|--- | ----\ncanary | 1% | 2h  \n',
    ],
    [
      'gets a column that all rows get',
      '## Stages\n\n| Stage  | Traffic |\n| ------ | ------: |\n| canary | 1%      |\n| all    | 100%    |\n',
      [set(STAGE, 'soak', '2h')],
      '## Stages\n\n| Stage  | Traffic | Soak |\n| ------ | ------: | ---- |\n| canary | 1%      | 2h   |\n| all    | 100%    |      |\n',
    ],
    [
      'keeps its pipes apart from those of the table',
      '## Communication\n\n| Audience | Channel |\n|---|---|\n| all | - |\n',
      [set(['rollout', 'communication', 0], 'channel', 'a|b')],
      '## Communication\n\n| Audience | Channel |\n|---|---|\n| all | a\\|b |\n',
    ],
    [
      'is a row of the table of keys',
      '| Key | Value |\n|---|---|\n| Unit | users |\n',
      [set(['rollout'], 'stickyBy', 'account id')],
      '| Key | Value |\n|---|---|\n| Unit | users |\n| Sticky by | account id |\n',
    ],
  );
});

describe('a key of a list item', () => {
  rows(
    'rollback',
    [
      'stands below it',
      '## Steps\n\n1. Switch back\n2. Smoke\n',
      [set(['rollback', 'steps', 0], 'run', 'git checkout main')],
      '## Steps\n\n1. Switch back\n   - **Run**: `git checkout main`\n2. Smoke\n',
    ],
    [
      'stands with the others below it',
      '## Steps\n\n* Switch back\n  * Run: `git checkout main`\n',
      [set(['rollback', 'steps', 0], 'expected', '5m')],
      '## Steps\n\n* Switch back\n  * Run: `git checkout main`\n  * Expected: 5m\n',
    ],
  );
});

describe('a key of the document', () => {
  rows(
    'rollback',
    [
      'of a plan is a line of the front matter',
      '---\nrolloutPlan: 1\nrisk: low # for now\n---\n\n# Rollback plan\n',
      [set([], 'owner', 'team-x')],
      '---\nrolloutPlan: 1\nrisk: low # for now\nowner: team-x\n---\n\n# Rollback plan\n',
    ],
    [
      'is a line of the front matter where no list in Markdown says it',
      '---\nowner: ann\n---\n\n# Rollback plan\n',
      [set([], 'approvers', ['two\nlines'])],
      '---\nowner: ann\napprovers: ["two\\nlines"]\n---\n\n# Rollback plan\n',
    ],
    [
      'begins the front matter',
      '# Rollback plan\n',
      [set([], 'rolloutPlan', 1)],
      '---\nrolloutPlan: 1\n---\n\n# Rollback plan\n',
    ],
    [
      'begins the front matter behind a byte order mark',
      '\uFEFF# Rollback plan\n',
      [set([], 'rolloutPlan', 1)],
      '\uFEFF---\nrolloutPlan: 1\n---\n\n# Rollback plan\n',
    ],
    [
      'fills a front matter that is empty',
      '---\n---\n\n# Rollback plan\n',
      [set([], 'rolloutPlan', 1)],
      '---\nrolloutPlan: 1\n---\n\n# Rollback plan\n',
    ],
    [
      'is a section of an empty file',
      ' \n',
      [set(['rollback'], 'triggers', ['a > 1 for 5m'])],
      '## Triggers\n\n- a > 1 for 5m\n',
    ],
    [
      'is a section below the front matter',
      '---\nrolloutPlan: 1\n---\n',
      [set(['rollback'], 'triggers', ['a > 1 for 5m'])],
      '---\nrolloutPlan: 1\n---\n\n## Triggers\n\n- a > 1 for 5m\n',
    ],
    ['begins an empty file', '', [set([], 'rolloutPlan', 1)], '---\nrolloutPlan: 1\n---\n'],
    [
      'of the part is a section where the schema has it',
      '# Rollback plan\n\n## Triggers\n\n- a > 1\n\n## Steps\n\n- x\n',
      [set(['rollback'], 'notReverted', [{ step: 'drop-it', why: 'gone' }])],
      '# Rollback plan\n\n## Triggers\n\n- a > 1\n\n## Not reverted\n\n| Step    | Why  |\n| ------- | ---- |\n| drop-it | gone |\n\n## Steps\n\n- x\n',
    ],
    [
      'of the part stands with the short ones above the first section',
      '# Rollback plan\n\n**Approach**: rollback-first\n\n## Steps\n\n- x\n',
      [set(['rollback'], 'timeBudget', '10m')],
      '# Rollback plan\n\n**Approach**: rollback-first\n\n**Time budget**: 10m\n\n## Steps\n\n- x\n',
    ],
    [
      'that only the part has is no section of the plan',
      '# Rollback plan\n\n## Steps\n\n- x\n',
      [set(['rollback'], 'owner', 'ann')],
      '# Rollback plan\n\n## Owner\n\nann\n\n## Steps\n\n- x\n',
    ],
  );
});

describe('a key of a plan that is all in one file', () => {
  rows('plan', [
    'is a section where the schema has it',
    '# Plan\n\n## Metrics\n\n| Metric | Query |\n|---|---|\n| a | `b` |\n\n## Backups\n\n- orders (45d)\n',
    [set([], 'flags', [{ id: 'x', owner: 'ann' }])],
    '# Plan\n\n## Metrics\n\n| Metric | Query |\n|---|---|\n| a | `b` |\n\n## Flags\n\n| Id  | Owner |\n| --- | ----- |\n| x   | ann   |\n\n## Backups\n\n- orders (45d)\n',
  ]);
});

describe('a further item', () => {
  rows(
    'rollback',
    [
      'is a list item',
      '## Triggers\n\n* a > 1\n\n## Steps\n\n- x\n',
      [append(['rollback', 'triggers'], 'b > 1')],
      '## Triggers\n\n* a > 1\n* b > 1\n\n## Steps\n\n- x\n',
    ],
    [
      'is counted',
      '## Steps\n\n1. x\n2. y\n',
      [append(['rollback', 'steps'], { title: 'z z', run: 'a b' })],
      '## Steps\n\n1. x\n2. y\n3. z z\n   - **Run**: `a b`\n',
    ],
    [
      'is a row',
      '## Decisions\n\n| Failed | Method |\n|---|---|\n| bug | back |\n',
      [append(['rollback', 'decisions'], { failed: 'data', method: 'restore' })],
      '## Decisions\n\n| Failed | Method |\n|---|---|\n| bug | back |\n| data | restore |\n',
    ],
    [
      'is a name on the line',
      '**Approvers**: @a, @b\n',
      [append(['rollback', 'approvers'], '@c')],
      '**Approvers**: @a, @b, @c\n',
    ],
    [
      'is a task',
      '## Verify\n\n- [ ] a is up\n',
      [append(['rollback', 'verify'], 'b is up')],
      '## Verify\n\n- [ ] a is up\n- [ ] b is up\n',
    ],
    [
      'is a row, with nothing in a column that nobody knows',
      '## Decisions\n\n| Failed | Colour | Method |\n|---|---|---|\n| bug | red | back |\n',
      [append(['rollback', 'decisions'], { failed: 'data', method: 'restore' })],
      '## Decisions\n\n| Failed | Colour | Method |\n|---|---|---|\n| bug | red | back |\n| data |     | restore |\n',
    ],
    [
      'is a row for a text that the first column takes',
      '## Triggers\n\n| Trigger | Then |\n|---|---|\n| a > 1 for 5m | page |\n',
      [append(['rollback', 'triggers'], 'b > 1 for 5m')],
      '## Triggers\n\n| Trigger | Then |\n|---|---|\n| a > 1 for 5m | page |\n| b > 1 for 5m |      |\n',
    ],
    [
      'is a row of a table that gets a column for it',
      '## Decisions\n\n| Failed | Method |\n|---|---|\n| bug | back |\n',
      [append(['rollback', 'decisions'], { failed: 'data', method: 'restore', owner: 'ann' })],
      '## Decisions\n\n| Failed | Method  | Owner |\n| ------ | ------- | ----- |\n| bug    | back    |       |\n| data   | restore | ann   |\n',
    ],
    [
      'is not made where it does not fit into a cell',
      '## Decisions\n\n| Failed | Method |\n|---|---|\n| bug | back |\n',
      [append(['rollback', 'decisions'], { failed: 'data', method: 'restore\nit' })],
      '## Decisions\n\n| Failed | Method |\n|---|---|\n| bug | back |\n',
    ],
    [
      'comes after the one before it',
      '## Triggers\n\n- a > 1\n',
      [append(['rollback', 'triggers'], 'b > 1'), append(['rollback', 'triggers'], 'c > 1')],
      '## Triggers\n\n- a > 1\n- b > 1\n- c > 1\n',
    ],
  );
  rows('rollout', [
    'is a section with its facts',
    '## Stages\n\n### Stage 1: canary (1%)\n\nx\n\n## Notes\n\ny\n',
    [append(['rollout', 'stages'], { id: 'all', weight: '100%', soak: '1d', abortCriteria: ['a > 1 for 5m'] })],
    '## Stages\n\n### Stage 1: canary (1%)\n\nx\n\n### Stage 2: all (100%, 1d)\n\n**Abort criteria**:\n\n- a > 1 for 5m\n\n## Notes\n\ny\n',
  ]);
  rows(
    'rollout',
    [
      'is a further text of a table of texts',
      '## Freeze\n\n| When |\n|---|\n| December |\n',
      [append(['rollout', 'freeze'], 'May')],
      '## Freeze\n\n- December\n- May\n',
    ],
    [
      'is in code where its signs would part it',
      '**Freeze**: December\n',
      [append(['rollout', 'freeze'], 'May; June')],
      '**Freeze**: December, `May; June`\n',
    ],
    [
      'is a stage behind others that stand on one line',
      '**Stages**: canary (1%), beta (10%)\n',
      [append(['rollout', 'stages'], { id: 'all', weight: '100%' })],
      '**Stages**:\n\n- canary\n  - **Weight**: 1%\n- beta\n  - **Weight**: 10%\n- all\n  - **Weight**: 100%\n',
    ],
    [
      'is a stage behind a series of shares',
      '**Stages**: 1% → 10%\n',
      [append(['rollout', 'stages'], { id: 'all', weight: '100%' })],
      '**Stages**:\n\n- 1-percent\n  - **Weight**: 1%\n- 10-percent\n  - **Weight**: 10%\n- all\n  - **Weight**: 100%\n',
    ],
    [
      'is a stage behind one with a bold name',
      '## Stages\n\n**Stage 1: canary (1%)**\n\n- Soak: 2h\n',
      [append(['rollout', 'stages'], { id: 'all', weight: '100%' })],
      '## Stages\n\n| Id     | Weight | Soak |\n| ------ | ------ | ---- |\n| canary | 1%     | 2h   |\n| all    | 100%   |      |\n',
    ],
    [
      'of the front matter',
      '---\napprovers: ["@ann"]\n---\n',
      [append(['approvers'], '@bob'), insert(['approvers'], 0, '@cid')],
      '---\napprovers: ["@cid","@ann","@bob"]\n---\n',
    ],
  );
});

describe('an item in front of another', () => {
  rows(
    'rollout',
    [
      'is a list item',
      '## Stages\n\n- canary (1%)\n- all (100%)\n',
      [insert(['rollout', 'stages'], 1, { id: 'beta', weight: '10%' })],
      '## Stages\n\n- canary (1%)\n- beta\n  - **Weight**: 10%\n- all (100%)\n',
    ],
    [
      'is a row',
      '## Stages\n\n| Stage | Traffic |\n|---|---|\n| canary | 1% |\n| all | 100% |\n',
      [insert(['rollout', 'stages'], 1, { id: 'beta', weight: '10%' })],
      '## Stages\n\n| Stage | Traffic |\n|---|---|\n| canary | 1% |\n| beta | 10%  |\n| all | 100% |\n',
    ],
    [
      'is a row where the others had bold names',
      '## Stages\n\n**Stage 1: canary (1%)**\n\n- Soak: 2h\n\n**Stage 2: all (100%)**\n',
      [insert(['rollout', 'stages'], 1, { id: 'beta', weight: '10%' })],
      '## Stages\n\n| Id     | Weight | Soak |\n| ------ | ------ | ---- |\n| canary | 1%     | 2h   |\n| beta   | 10%    |      |\n| all    | 100%   |      |\n',
    ],
    [
      'is a heading, and those behind it that count are counted on',
      '## Stages\n\n### Stage 1: canary (1%)\n\n## Rollout phases\n\n- all (100%)\n',
      [insert(['rollout', 'stages'], 0, { id: 'early', weight: '0%' })],
      '## Stages\n\n### Stage 1: early (0%)\n\n### Stage 2: canary (1%)\n\n## Rollout phases\n\n- all (100%)\n',
    ],
    [
      'counts its own heading where the others do not',
      '## Stages\n\n### Canary (1%)\n',
      [insert(['rollout', 'stages'], 0, { id: 'early', weight: '0%' })],
      '## Stages\n\n### Stage 1: early (0%)\n\n### Canary (1%)\n',
    ],
    [
      'counts with those that are added before it',
      '## Freeze\n\n- December\n',
      [append(['rollout', 'freeze'], 'May'), insert(['rollout', 'freeze'], 0, 'March')],
      '## Freeze\n\n- March\n- December\n- May\n',
    ],
  );
});

describe('another value', () => {
  rows(
    'rollout',
    [
      'is not written over a comment that would go with the old one',
      '## Stages\n\n### Stage 1: canary (1%)\n\n<!-- agreed with the DBA -->\n\n- **Owner**: ann\n',
      [set(['rollout'], 'stages', [{ id: 'half', weight: 50 }])],
      '## Stages\n\n### Stage 1: canary (1%)\n\n<!-- agreed with the DBA -->\n\n- **Owner**: ann\n',
    ],
    [
      'of a fact of a heading',
      '## Stages\n\n### Stage 1: canary (1%, 2h)\n',
      [write([...STAGE, 'weight'], '5%')],
      '## Stages\n\n### Stage 1: canary (5%, 2h)\n',
    ],
    [
      'of a fact of a heading, which is under a label where a heading would not say it',
      '## Stages\n\n### Stage 1: canary (1%)\n',
      [write([...STAGE, 'weight'], 5)],
      '## Stages\n\n### Stage 1: canary (1%)\n\n- **Weight**: 5\n',
    ],
    ['of words in code', '**Sticky by**: `a_b`\n', [write(['rollout', 'stickyBy'], 'c_d')], '**Sticky by**: `c_d`\n'],
    [
      'of a list item',
      '## Abort criteria\n\n- a > 1\n- b > 1\n',
      [write(['rollout', 'abortCriteria', 1], { when: 'b > 2', then: 'pause' })],
      '## Abort criteria\n\n- a > 1\n- b > 2\n  - **Then**: pause\n',
    ],
    [
      'of "None"',
      '## Freeze\n\nNone\n\n## Notes\n\nx\n',
      [write(['rollout', 'freeze'], ['December', 'May'])],
      '## Freeze\n\n- December\n- May\n\n## Notes\n\nx\n',
    ],
    [
      'of "None" that stays none',
      '## Freeze\n\nNone\n\n## Communication\n\nNone\n',
      [
        write(['rollout', 'freeze'], 'None, it is a new service'),
        write(['rollout', 'communication'], 'None, nobody sees it'),
      ],
      '## Freeze\n\nNone, it is a new service\n\n## Communication\n\nNone, nobody sees it\n',
    ],
    [
      'of a list is none',
      '## Stages\n\n### Stage 1: canary\n\n- Steps: drop-email\n',
      [write([...STAGE, 'steps'], 'none')],
      '## Stages\n\n### Stage 1: canary\n\n- Steps: none\n',
    ],
    ['that is nothing', '**Sticky by**: account\n', [write(['rollout', 'stickyBy'], '')], '**Sticky by**: \n'],
    [
      'of a list in the front matter',
      '---\napprovers: ["@ann"]\n---\n',
      [write(['approvers'], ['@ann', '@bob'])],
      '---\napprovers: ["@ann","@bob"]\n---\n',
    ],
    [
      'of a label whose value stands on the line below',
      '**Freeze**:\nDecember\n',
      [write(['rollout', 'freeze'], ['December, late', 'May'])],
      '**Freeze**:\n\n- December, late\n- May\n',
    ],
    [
      'of front matter',
      '---\nowner: "a b" # who\n---\n',
      [write(['owner'], 'team: x')],
      '---\nowner: "team: x" # who\n---\n',
    ],
    ['of a title', '# Rollout plan: A\n', [write(['title'], 'B & c')], '# Rollout plan: B & c\n'],
  );
  rows(
    'migration',
    [
      'of code',
      '## Steps\n\n### 1. x y\n\n```sql\nSELECT 1;\n```\n',
      [write(['migration', 'steps', 0, 'up', 'sql'], 'SELECT 2;\nSELECT 3;\n')],
      '## Steps\n\n### 1. x y\n\n```sql\nSELECT 2;\nSELECT 3;\n```\n',
    ],
    [
      'of a word that says the opposite',
      '## Steps\n\n### 1. x y\n\n- **Irreversible**: yes\n',
      [write(['migration', 'steps', 0, 'reversible'], true)],
      '## Steps\n\n### 1. x y\n\n- **Irreversible**: no\n',
    ],
    ['of a box', '## Steps\n\n- [ ] x y\n', [set(['migration', 'steps', 0], 'done', true)], '## Steps\n\n- [x] x y\n'],
    [
      'of a box that was ticked',
      '## Steps\n\n- [x] x y\n',
      [set(['migration', 'steps', 0], 'done', false)],
      '## Steps\n\n- [ ] x y\n',
    ],
    [
      'on the line of its label, of what stood below it',
      '## Steps\n\n### 1. x y\n\n**Backup**:\n\n- Ref: a/b\n- TTL: 45d\n',
      [write(['migration', 'steps', 0, 'backup'], 'orders')],
      '## Steps\n\n### 1. x y\n\n**Backup**: orders\n',
    ],
    [
      'of keys on a line',
      '## Steps\n\n### 1. x y\n\n- Backup: rds:snapshot/x, kept 45d\n',
      [write(['migration', 'steps', 0, 'backup', 'ttl'], '60d')],
      '## Steps\n\n### 1. x y\n\n- Backup: rds:snapshot/x, kept 60d\n',
    ],
    [
      'with a key more on a line',
      '## Steps\n\n### 1. x y\n\n- Backup: rds:snapshot/x\n',
      [set(['migration', 'steps', 0, 'backup'], 'ttl', '60d')],
      '## Steps\n\n### 1. x y\n\n- Backup: rds:snapshot/x, ttl: 60d\n',
    ],
  );
});

describe('several edits', () => {
  rows('rollout', [
    'of several places are made together',
    '---\nrolloutPlan: 1\n---\n\n## Stages\n\n### Stage 1: canary (1%)\n\n### Stage 2: all (100%)\n',
    [
      set([], 'owner', 'team-x'),
      set(STAGE, 'soak', '2h'),
      set(STAGE, 'metrics', ['error-rate']),
      set(['rollout', 'stages', 1], 'abortCriteria', ['a > 1 for 5m']),
      append(['rollout', 'stages'], { id: 'more', weight: '100%' }),
    ],
    '---\nrolloutPlan: 1\nowner: team-x\n---\n\n## Stages\n\n### Stage 1: canary (1%)\n\n- **Soak**: 2h\n- **Metrics**: error-rate\n\n### Stage 2: all (100%)\n\n**Abort criteria**:\n\n- a > 1 for 5m\n\n### Stage 3: more (100%)\n',
  ]);

  it('leave the words of a caller as they are', () => {
    const text = '**Unit**: users\n';
    const document = readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text }, 'rollout');
    const node = at(document.root, ['rollout', 'unit']);
    const changes = markdownEditWriter(document)([
      { kind: 'replace', span: node.span, newText: 'hosts' },
      { kind: 'set', parent: at(document.root, ['rollout']) as never, key: 'stickyBy', value: 'x y' },
    ]);
    expect(applyChanges(text, changes)).toBe('**Unit**: hosts\n\n**Sticky by**: x y\n');
  });

  rows('rollout', [
    'at the place of a caller go before what the caller writes',
    '# Rollout plan\n',
    [(root) => ({ kind: 'replace', span: { ...root.span, from: 0, to: 1 }, newText: '##' }), set([], 'rolloutPlan', 1)],
    '---\nrolloutPlan: 1\n---\n\n## Rollout plan\n',
  ]);

  it.each<[string, string, readonly Ask[]]>([
    [
      'lines in a cell',
      '## Metrics\n\n| Metric | Query |\n|---|---|\n| a | `b` |\n',
      [write(['metrics', 0, 'query'], 'two\nlines\n')],
    ],
    [
      'lines in a cell, by its key',
      '## Metrics\n\n| Metric | Query |\n|---|---|\n| a | `b` |\n',
      [set(['metrics', 0], 'query', 'two\nlines\n')],
    ],
    [
      'lines in a cell that holds keys',
      '## Stages\n\n| Stage | Announcement |\n|---|---|\n| canary | audience: support |\n',
      [write([...STAGE, 'communication', 0, 'audience'], 'two\nlines\n')],
    ],
    ['a key that nobody knows', '## Metrics\n\nx\n', [set([], 'nonsense', 1)]],
    ['a key of what nobody knows', '---\nextra: { a: 1 }\n---\n', [set(['extra'], 'b', 1)]],
    ['an item of what nobody knows', '---\nextra: [a]\n---\n', [append(['extra'], 'b'), insert(['extra'], 0, 'b')]],
    ['a key of what should be a text', '---\nowner: [{ a: 1 }]\n---\n', [set(['owner', 0], 'b', 1)]],
    ['a document in the place of a plan', '# Rollout plan\n', [write([], 'plan')]],
    ['one of two values that are written once', '---\nowner: &a ann\nplan: *a\n---\n', [write(['owner'], 'bob')]],
    ['a number where a text belongs', '**Sticky by**: account\n', [write(['rollout', 'stickyBy'], 5)]],
    [
      'a number where a text belongs, in a table of keys',
      '| Key | Value |\n|---|---|\n| Sticky by | account |\n',
      [write(['rollout', 'stickyBy'], 5)],
    ],
    [
      'lines where a duration belongs',
      '## Stages\n\n### Stage 1: canary (1%)\n\nx\n\n#### Abort criteria\n\n- a > 1\n',
      [set(STAGE, 'soak', 'two\nlines')],
    ],
    [
      'a key of a stage that stands on a line with others',
      '**Stages**: canary (1%), all (100%)\n',
      [set(STAGE, 'soak', '2h')],
    ],
    [
      'a key of one of the stages that a heading says at once, in whatever form',
      [
        '## Stages\n\n### Ramp (25% → 50%)',
        '- **Environment**: production\n- **Success criteria**:\n  - a < 1',
        '**Audience**: x\n\n**Entry criteria**:\n\n- b < 1',
        'Unit: users\n\nVerify:\n\n- c',
        '| Key | Value |\n|---|---|\n| Sticky by | a |\n',
      ].join('\n\n'),
      [set(STAGE, 'run', 'a b')],
    ],
    [
      'a stage with lines where a duration belongs',
      '## Stages\n\n### Stage 1: canary (1%)\n\n### Stage 2: all (100%)\n',
      [insert(['rollout', 'stages'], 1, { id: 'beta', soak: 'two\nlines' })],
    ],
    ['lines where a duration belongs, in an item', '## Stages\n\n- canary (1%)\n', [set(STAGE, 'soak', 'two\nlines')]],
  ])('that cannot be written are left out: %s', (_, text, asks) => {
    expect(changesOf(text, 'rollout', asks)).toEqual([]);
  });

  it.each<[string, string, readonly Ask[], string]>([
    [
      'has gone',
      '## Freeze\n\n- December\n- May\n',
      [write(['rollout', 'freeze'], ['June']), write(['rollout', 'freeze', 1], 'July')],
      '## Freeze\n\n- June\n',
    ],
    [
      'is no list any more',
      '---\napprovers: [ann]\n---\n',
      [write(['approvers'], 'bob'), append(['approvers'], 'cid')],
      '---\napprovers: bob\n---\n',
    ],
    [
      'is no mapping any more',
      '## Abort criteria\n\n- a > 1\n  - Then: page\n',
      [write(['rollout', 'abortCriteria', 0], 'a > 2'), set(['rollout', 'abortCriteria', 0], 'why', 'so')],
      '## Abort criteria\n\n- a > 2\n',
    ],
  ])('leave out what is about something that %s', (_, text, asks, after) => {
    expect(applyChanges(text, changesOf(text, 'rollout', asks))).toBe(after);
  });

  it('of a copy that inheritance has made are made where it is written', () => {
    const text = '## Abort criteria\n\n- a > 1\n\n## Stages\n\n### Stage 1: canary (1%)\n\n- **Owner**: ann\n';
    const document = readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text }, 'rollout');
    const stage = at(resolvePlan(document.root, newResolutionCache()), STAGE);
    expect(jsonOf(stage)).toHaveProperty('abortCriteria');
    const changes = markdownEditWriter(document)([{ kind: 'set', parent: stage as never, key: 'soak', value: '2h' }]);
    expect(applyChanges(text, changes)).toBe(text.replace('- **Owner**', '- **Soak**: 2h\n- **Owner**'));
  });

  it('are about the document alone', () => {
    const text = '**Unit**: users\n';
    const document = readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text }, 'rollout');
    const other = readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text }, 'rollout');
    const edit: PlanEdit = { kind: 'set', parent: other.root, key: 'owner', value: 'ann' };
    expect(markdownEditWriter(document)([edit])).toEqual([]);
  });

  it('are given up where reading again would take too long', () => {
    const text = `# Rollout plan\n\n**Sticky by**: account\n\n${'Words that say nothing of a plan.\n'.repeat(10_000)}`;
    const asks = [write(['rollout', 'stickyBy'], 5), set(['rollout'], 'unit', 'users')];
    expect(changesOf(text, 'rollout', asks)).toEqual([]);
  });

  it.each([
    ['LF among CR LF', '# Rollout plan\r\n\n## Freeze\n\n- November\n- May\n', '\r'],
    ['CR among CR LF', '# Rollout plan\r\n\r## Freeze\r\r- November\r- May\r', '\n'],
  ])('keep line ends whole: %s', (_, text) => {
    const changes = changesOf(text, 'rollout', [write(['rollout', 'freeze'], ['December', 'May'])]);
    const after = applyChanges(text, changes);
    const { root } = readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text: after }, 'rollout');
    expect(jsonOf(at(root, ['rollout', 'freeze']))).toEqual(['December', 'May']);
    for (const { newText } of changes) expect(newText).not.toMatch(/^\n|\r$/);
  });
});

describe('a placeholder', () => {
  it('is selected in turn, and its signs are no signs of a snippet', () => {
    const text = '## Stages\n\n### Stage 1: canary (1%)\n\n- **Owner**: ann\n';
    const value = [slot('error-rate > 1% for 5m'), { when: slot('cost > 3 $ } \\'), then: 'pause' }];
    const [change, ...others] = changesOf(text, 'rollout', [set(STAGE, 'abortCriteria', value)]);
    expect(others).toEqual([]);
    expect(change?.newText).toContain('  - error-rate > 1% for 5m\n  - cost > 3 $ } \\\n');
    expect(change?.snippet).toContain(`  - \${1:error-rate > 1% for 5m}\n  - \${2:cost > 3 \\$ \\} \\\\}\n`);
    expect(shownSnippet(change?.snippet ?? '')).toBe(change?.newText);
  });

  it('is one where a name says two keys, and none where it is empty', () => {
    const text = '## Stages\n\n### Stage 1: canary (1%)\n';
    const value = { id: slot('beta'), title: slot('Beta'), weight: slot('10%'), owner: slot('') };
    const [change] = changesOf(text, 'rollout', [append(['rollout', 'stages'], value)]);
    expect(change?.snippet).toBe(`\n\n### Stage 2: \${1:Beta} (\${3:10%})`);
  });
});
