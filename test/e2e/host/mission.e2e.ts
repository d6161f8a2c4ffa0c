/** What the extension is for: the two mistakes that hurt most are seen, and mended by a quick fix, in both syntaxes. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { apply, fixFor, noProblemOf, open, problemOf, textOf } from './editor.ts';

const CASES = [
  {
    rule: 'missing-abort-criteria',
    file: 'faulty-yaml/rollout-plan.yaml',
    on: /canary/,
    offers: /abort/i,
    fixed: /abortCriteria:/,
  },
  {
    rule: 'missing-abort-criteria',
    file: 'faulty-markdown/ROLLOUT_PLAN.md',
    on: /canary/,
    offers: /abort/i,
    fixed: /abort criteria/i,
  },
  {
    rule: 'irreversible-step-without-backup',
    file: 'faulty-yaml/rollout-plan.yaml',
    on: /drop-amount-cents/,
    offers: /backup/i,
    fixed: /backup: \S+/,
  },
  {
    rule: 'irreversible-step-without-backup',
    file: 'faulty-markdown/MIGRATION_PLAN.md',
    on: /drop amount_cents/,
    offers: /backup/i,
    fixed: /backup\W+\S+/i,
  },
];

describe('the mission rules', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (const { rule, file, on, offers, fixed } of CASES) {
    it(`${rule}: seen in ${file}, mended by its quick fix and saved`, async () => {
      const document = await open(file);
      const problem = await problemOf(document, rule);
      assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
      assert.match(document.lineAt(problem.range.start.line).text, on, 'the squiggle stands on what is at fault');
      assert.ok(problem.range.isSingleLine);
      assert.ok(typeof problem.code === 'object' && problem.code.target, 'the code links to the page of the rule');

      const before = document.getText();
      await apply(await fixFor(document, problem, offers));
      await noProblemOf(document, rule);
      assert.ok(await document.save());

      const after = await textOf(file);
      assert.ok(count(after, fixed) > count(before, fixed), `something of ${fixed} was added`);
      assert.ok(
        before.split('\n').every((line) => document.getText().includes(line)),
        'nothing that stood there is lost',
      );
    });
  }
});

const count = (text: string, pattern: RegExp): number => text.match(new RegExp(pattern, 'gi'))?.length ?? 0;
