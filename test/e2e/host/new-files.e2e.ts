/** New files on a real disk: whole or not at all, and never in the place of one that is there. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { openToFillIn, write } from '../../../client/src/commands/new-files.ts';
import { fixFor, fixture, openNew, problemOf } from './editor.ts';

const PLAN = { name: 'rollout-plan.yaml', text: 'rolloutPlan: 1\nname: orders\n', placeholders: [] };
const ROLLBACK = { name: 'ROLLBACK_PLAN.md', text: '# Rollback plan\n', placeholders: [] };
const THEIRS = 'Written by a person.\r\n';

describe('new files', () => {
  let folder: string;
  let mounted: boolean;
  const at = (name: string) => path.join(folder, name);
  const writeAll = (below = '') => write(vscode.Uri.file(at(below)), [PLAN, ROLLBACK]);

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'new-files-'));
    mounted = false;
  });
  afterEach(() => {
    if (mounted) execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  });

  /** A disk of its own; false where this user may not mount one. */
  function mount(options: string): boolean {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
      mounted = true;
    } catch {
      // Only root may, and not in every container.
    }
    return mounted;
  }

  it('are all there, as they were made, and nothing beside them', async () => {
    await writeAll('deep/er');
    assert.deepEqual(readdirSync(at('deep/er')).sort(), [ROLLBACK.name, PLAN.name]);
    for (const { name, text } of [PLAN, ROLLBACK]) assert.equal(readFileSync(at(`deep/er/${name}`), 'utf8'), text);
  });

  it('leave alone what is there, with its permissions and line ends', async () => {
    writeFileSync(at(PLAN.name), THEIRS, { mode: 0o640 });
    await assert.rejects(writeAll(), /rollout-plan\.yaml is there already, and stays as it is/);
    assert.equal(readFileSync(at(PLAN.name), 'utf8'), THEIRS);
    assert.equal(lstatSync(at(PLAN.name)).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder), [PLAN.name]);
  });

  it('do not follow a link that stands in their place', async () => {
    writeFileSync(at('theirs'), THEIRS);
    symlinkSync('theirs', at(PLAN.name));
    await assert.rejects(writeAll(), /is there already/);
    assert.equal(readFileSync(at('theirs'), 'utf8'), THEIRS);
    rmSync(at('theirs'));
    await assert.rejects(writeAll(), /is there already/);
    assert.ok(lstatSync(at(PLAN.name)).isSymbolicLink());
    assert.deepEqual(readdirSync(folder), [PLAN.name]);
  });

  it('say that a folder is read-only', async function () {
    if (process.getuid?.() === 0) {
      // Root may write to any folder, but to what is mounted so; not every container lets it mount.
      if (!mount('ro')) this.skip();
    } else chmodSync(folder, 0o500);
    await assert.rejects(writeAll(), /rollout-plan\.yaml could not be written: ./);
    assert.deepEqual(readdirSync(folder), []);
    if (!mounted) chmodSync(folder, 0o700);
  });

  it('say that the disk is full, and leave no half of them', async function () {
    // A disk that is full has to be mounted, which only root may, and not in every container.
    if (!mount('size=12k')) this.skip();
    writeFileSync(at('theirs'), THEIRS);
    const large = { ...ROLLBACK, text: 'x'.repeat(100_000) };
    await assert.rejects(
      write(vscode.Uri.file(folder), [PLAN, large]),
      /ROLLBACK_PLAN\.md could not be written: .*(?:may be full|ENOSPC)/,
    );
    assert.deepEqual(readdirSync(folder), ['theirs']);
    assert.equal(readFileSync(at('theirs'), 'utf8'), THEIRS);
  });

  it('say that a file stands where a folder should be', async () => {
    writeFileSync(at('plans'), THEIRS);
    await assert.rejects(writeAll('plans'), /plans could not be written|is there already/);
    assert.equal(readFileSync(at('plans'), 'utf8'), THEIRS);
  });

  it('are not opened to be filled in over what somebody wrote there meanwhile', async () => {
    mkdirSync(at('meanwhile'));
    const file = { ...PLAN, placeholders: [{ start: 21, end: 27 }] };
    await write(vscode.Uri.file(at('meanwhile')), [file]);
    writeFileSync(at(`meanwhile/${PLAN.name}`), THEIRS);
    await openToFillIn(vscode.Uri.file(at('meanwhile')), file);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.getText(), THEIRS);
    assert.equal(document?.isDirty, false);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('of a quick fix do not replace what came after it was offered, and its text goes nowhere else', async () => {
    const artifacts = ['COMPATIBILITY_CONTRACT', 'MIGRATION_PLAN', 'ROLLOUT_PLAN', 'VALIDATION_CHECKLIST'];
    for (const name of artifacts)
      await vscode.workspace.fs.writeFile(fixture(`missing/${name}.md`), Buffer.from(`# ${name}\n`));
    const plan = 'rolloutPlan: 1\nname: orders\nrollback:\n  owner: oncall\n';
    const document = await openNew('missing/rollout-plan.yaml', plan);
    const fix = await fixFor(document, await problemOf(document, 'artifact-missing'), /ROLLBACK_PLAN/);
    const place = fixture('missing/ROLLBACK_PLAN.md');
    writeFileSync(place.fsPath, THEIRS);
    assert.ok(fix.edit);
    assert.equal(await vscode.workspace.applyEdit(fix.edit), false);
    assert.equal(readFileSync(place.fsPath, 'utf8'), THEIRS);
    assert.equal((await vscode.workspace.openTextDocument(place)).getText(), THEIRS);
    rmSync(place.fsPath);
  });
});
