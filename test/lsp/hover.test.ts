/** What the built server says of what stands under the pointer, in both syntaxes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver';
import { type LspClient, PULL, PUSH, startClient } from '../support/lsp-client.ts';
import { openAt, positionOf, serving } from './places.ts';

const PLAN = `rolloutPlan: 1
change:
  environment: { database: { engine: postgresql, version: "16" } }
metrics:
  - { id: error-rate, query: "sum(rate(errors[5m]))", baseline: 0.1% }
flags:
  - { id: new-writer, type: release, owner: team-a, removeBy: 2027-02-01 }
backups:
  - { id: before-drop, ref: "rds:snapshot/orders", takenOn: 2026-11-01, ttl: 45d }
migration:
  strategies: [dual-write]
  steps:
    - id: drop-email
      phase: contract
      reversible: false
      backup: before-drop
      flag: new-writer
      up:
        sql: |
          ALTER TABLE users DROP COLUMN email;
          CREATE INDEX on_name ON users (name);
    - id: tidy-up
      after: { step: drop-email }
      up: { command: "terraform destroy -auto-approve" }
rollout:
  stages:
    - id: canary
      soak: 30m
      abortCriteria: [error-rate > 1% for 5m -> rollback]
    - { id: ramp, extends: canary }
rollback:
  approach: roll-forward-first
`;

const ARTIFACT = `# Rollback plan

## Approach

Roll-forward first

## Triggers

- error rate > 1% for 5m
- any data loss report

## Steps

1. Wait for readiness 🚀 before the rollback
2. \`helm uninstall orders\`
`;

let client: LspClient;
let opened = 0;

beforeAll(async () => {
  client = await startClient({ capabilities: { ...PULL, textDocument: { hover: { contentFormat: ['markdown'] } } } });
});
afterAll(async () => expect(await client.stop()).toBe(0));

/** The hover at the `|` that is put into `words`, and the words that it covers. */
async function hoverAt(name: string, text: string, words: string): Promise<{ said: string; about: string }> {
  const escaped = text.replaceAll('|', '\\|');
  const marked = escaped.replace(words.replace('|', ''), () => words);
  if (marked === escaped) throw new Error(`no ${words}`);
  const uri = `file:///hover/${opened++}/${name}`;
  const { position } = openAt(client, uri, marked);
  const hover = await client.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
  if (!hover?.range) return { said: '', about: '' };
  const { value } = hover.contents as { value: string };
  return { said: value, about: client.textIn(uri, hover.range) };
}

describe('a pointer in a YAML plan', () => {
  it.each([
    [
      'a key',
      'so|ak: 30m',
      'soak',
      ['**Soak** · duration', 'For example `30m`', 'takes it from the stage that it `extends`'],
    ],
    ['a required key', '- i|d: canary', 'id', ['· required']],
    [
      'a key that a rule asks for',
      'roll|back:',
      'rollback',
      ['`missing-rollback` asks for it', '**Rollback and roll-forward**'],
    ],
    ['a strategy', '[dual-|write]', 'dual-write', ['**dual-write**', 'Best when the new place must be complete']],
    ['a phase', 'phase: con|tract', 'contract', ['**contract**', '**Expand and contract**']],
    ['a flag type', 'type: rel|ease', 'release', ['**Release toggle and permanent switch**']],
    [
      'a criterion',
      '1% f|or 5m',
      'error-rate > 1% for 5m -> rollback',
      ['Aborts when error-rate stays above 1 % for five minutes, then rolls back'],
    ],
    [
      'a metric in a criterion',
      '[err|or-rate >',
      'error-rate',
      ['**Metric** `error-rate`', '- Baseline: `0.1%`', 'Aborts when'],
    ],
    ['a backup', 'backup: be|fore-drop', 'before-drop', ['- TTL: `45d`', 'kept until 2026-12-16']],
    ['a flag', 'flag: new|-writer', 'new-writer', ['- Owner: `team-a`', '- Remove by: `2027-02-01`']],
    ['a step', 'step: drop-|email', 'drop-email', ['**Irreversible**: it is declared irreversible']],
    [
      'a stage',
      'extends: ca|nary',
      'canary',
      ['- Soak: `30m`', '- Abort criteria: `error-rate > 1% for 5m -> rollback`'],
    ],
    ['what a stage inherits', '{ id: ra|mp', 'ramp', ['- Soak: `30m`']],
    [
      'a statement that destroys',
      'DROP C|OLUMN',
      'ALTER TABLE users DROP COLUMN email',
      [
        'drops the column and its values (`email`): destroys data',
        '`ACCESS EXCLUSIVE`',
        'https://www.postgresql.org/docs/',
      ],
    ],
    [
      'a statement that blocks',
      'INDEX on_|name',
      'CREATE INDEX on_name ON users (name)',
      ['blocks writes with `SHARE`'],
    ],
    ['a command', 'terraform de|stroy', 'terraform destroy -auto-approve', ['**Irreversible**']],
    ['a value that is no sentence', 'soak: 3|0m', '30m', ['**Soak**']],
  ])('is told of %s', async (_, words, about, parts) => {
    const hover = await hoverAt('rollout-plan.yaml', PLAN, words);
    expect(hover.about).toBe(about);
    for (const part of parts) expect(hover.said.replaceAll('\\', '')).toContain(part);
  });

  it('is told the same where lines end in CRLF', async () => {
    const hover = await hoverAt('rollout-plan.yaml', PLAN.replaceAll('\n', '\r\n'), 'DROP C|OLUMN');
    expect(hover.about).toBe('ALTER TABLE users DROP COLUMN email');
  });

  it('is not told anything of a sentence', async () => {
    const { said } = await hoverAt('rollout-plan.yaml', `title: Orders get a currency\n${PLAN}`, 'a cur|rency');
    expect(said).toBe('');
  });
});

describe('a pointer in an artifact', () => {
  it.each([
    ['a heading', '## Appr|oach', 'Approach', ['**Approach**', 'roll-forward-first', '**Rollback and roll-forward**']],
    ['words that are mixed up, after an emoji', 'the roll|back', 'rollback', ['**Rollback and roll-forward**']],
    ['a probe', 'readi|ness', 'readiness', ['**Liveness and readiness**']],
    ['a criterion', '> 1|% for 5m', 'error rate > 1% for 5m', ['Rolls back when error rate stays above 1 %']],
    ['an event', 'data lo|ss', 'any data loss report', ['Rolls back on any data loss report.']],
    ['a command', 'helm un|install', 'helm uninstall orders', ['has to build it again']],
  ])('is told of %s', async (_, words, about, parts) => {
    const hover = await hoverAt('ROLLBACK_PLAN.md', ARTIFACT, words);
    expect(hover.about).toBe(about);
    for (const part of parts) expect(hover.said.replaceAll('\\', '')).toContain(part);
  });
});

describe('a hover', () => {
  it.each([
    ['asks for diagnostics', PULL],
    ['waits for diagnostics', PUSH],
  ])('brings the summary of the rule that speaks there, to a client that %s', async (_, capabilities) => {
    const text = PLAN.replaceAll('|', '\\|').replace('soak: 30m', 'soak: 30 min|utes');
    await serving(
      { 'rollout-plan.yaml': text },
      async (editor) => {
        const { client, uri } = editor;
        await (capabilities === PULL ? client.pull(uri) : client.pushed(uri));
        const hover = await editor.ask<Hover>('textDocument/hover', positionOf(editor));
        expect(JSON.stringify(hover.contents)).toContain('invalid-duration');
        client.edit(uri, '30 minutes', '30m # half an hour');
        const later = await editor.ask<Hover>('textDocument/hover', positionOf(editor));
        expect(JSON.stringify(later)).not.toContain('invalid-duration');
      },
      { capabilities },
    );
  });

  it.each([
    [
      'rollout-plan.yaml',
      '# rollout-plan-disable-next-line missing-canary, missing-owner -- why\nrolloutPlan: 1\n',
      'missing-ca|nary',
    ],
    ['ROLLBACK_PLAN.md', '# R\n\n<!-- rollout-plan-disable missing-canary -- why -->\n', 'missing-c|anary'],
  ])('in %s brings the summary of a rule that a comment keeps silent', async (name, text, words) => {
    const hover = await hoverAt(name, text, words);
    expect(hover.about).toBe('missing-canary');
    expect(hover.said).toMatch(/^`missing-canary`: The first stage in production/);
    expect(hover.said).not.toContain('missing-owner`');
  });

  it('shows what a plan says as words, whatever they are', async () => {
    const evil = 'see [it](command:evil) <img src=x> `` ` `` **b** https://evil.example ![i](http://e)';
    const text = PLAN.replace('"rds:snapshot/orders"', () => JSON.stringify(evil));
    const { said } = await hoverAt('rollout-plan.yaml', text, 'backup: be|fore-drop');
    expect(said).toContain(`- Reference: \`\`\`${evil}\`\`\``);
    const criterion = PLAN.replace('error-rate > 1% for 5m -> rollback', () => `"${evil} happens"`);
    const { said: sentence } = await hoverAt('rollout-plan.yaml', criterion, 'hap|pens');
    expect(sentence).toContain('see \\[it\\]\\(command\\:evil\\) \\<img src=x\\>');
    expect(sentence).toContain('https\\://evil\\.example');
  });

  it('is plain text for a client that reads no Markdown', async () => {
    await serving(
      { 'rollout-plan.yaml': PLAN.replace('backup: before', 'backup: bef|ore') },
      async (editor) => {
        const hover = await editor.ask<Hover>('textDocument/hover', positionOf(editor));
        expect(hover.contents).toMatchObject({
          kind: 'plaintext',
          value: expect.stringContaining('Backup before-drop'),
        });
        expect(JSON.stringify(hover)).not.toMatch(/\*\*|`/);
      },
      { capabilities: PUSH },
    );
  });

  it('can be switched off', async () => {
    await serving(
      { 'rollout-plan.yaml': PLAN.replace('soak', 'so|ak') },
      async (editor) => expect(await editor.ask('textDocument/hover', positionOf(editor))).toBeNull(),
      { settings: { hover: { enable: false } } },
    );
  });
});
